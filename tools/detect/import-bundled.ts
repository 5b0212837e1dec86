import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { textImports } from "../../build.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** Imports a module of this folder that uses the rules. They import word lists as texts, which Node alone cannot. */
export async function importBundled<T>(module: string): Promise<T> {
  const folder = await mkdtemp(join(HERE, "../../node_modules/.detect-"));
  const outfile = join(folder, "module.mjs");
  try {
    await esbuild.build({
      entryPoints: [join(HERE, module)],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
      define: { __FIXED_NOW__: "null", "import.meta.url": JSON.stringify(import.meta.url) },
      plugins: [textImports],
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
