import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";

/** `entry`: sets `sidequoteBench`; `answers`: sets `sidequoteAnswers`, with the whole starter directory in it. */
export interface InPageSources {
  readonly entry: string;
  readonly answers: string;
}

/** The code of in-page/ as scripts, minified like the shipped build. */
export async function bundleInPage(): Promise<InPageSources> {
  const [entry, answers] = await Promise.all([bundle("in-page/entry.ts"), bundle("in-page/answers.ts")]);
  return { entry, answers };
}

async function bundle(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    minify: true,
    format: "iife",
    target: "chrome128",
    charset: "utf8",
    write: false,
    define: { __FIXED_NOW__: "null", __OPEN_CARD__: "false", __TARGET__: '"chromium"' },
    plugins: [textImports],
  });
  return outputFiles[0]?.text ?? "";
}

/** `./file.tsv?raw` and `./file.css?inline` import a file's text, as in the product's build. */
const textImports: Plugin = {
  name: "text-imports",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?(raw|inline)$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace(/\?.*$/, "")),
      namespace: "text",
    }));
    onLoad({ filter: /.*/, namespace: "text" }, async ({ path }) => ({
      contents: await readFile(path, "utf8"),
      loader: "text",
    }));
  },
};
