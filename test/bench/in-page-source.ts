import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The code of in-page/ as one script that sets `sidequoteBench`; minified like the shipped build. */
export async function bundleInPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("in-page/entry.ts", import.meta.url))],
    bundle: true,
    minify: true,
    format: "iife",
    target: "chrome128",
    write: false,
    alias: { "webextension-polyfill": fileURLToPath(new URL("../../src/platform/native-api.ts", import.meta.url)) },
    define: { __FIXED_NOW__: "null", __OPEN_CARD__: "false", __TARGET__: '"chromium"' },
    loader: { ".tsv": "text" },
  });
  return outputFiles[0]?.text ?? "";
}
