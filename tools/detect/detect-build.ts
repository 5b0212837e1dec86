import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { buildExtension } from "../../build.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Builds the extension into `outDir`, its content script with the scanner that records; everything else is what ships.
 */
export async function buildForDetect(outDir: string): Promise<void> {
  await buildExtension({ target: "chromium", outDir });
  await esbuild.build({
    entryPoints: [join(root, "src/content/entry.ts")],
    outfile: join(outDir, "content.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: "chrome128",
    charset: "utf8",
    define: { __FIXED_NOW__: "null", __OPEN_CARD__: "false", __TARGET__: '"chromium"' },
    plugins: [
      {
        name: "recording-scanner",
        setup: (build) =>
          build.onResolve({ filter: /^\.\/page\/scanner$/ }, ({ importer }) =>
            importer.endsWith("reading.ts") ? { path: join(root, "tools/detect/recording-scanner.ts") } : undefined,
          ),
      },
    ],
  });
}
