// Builds the extension: one source manifest, two written variants.
//   node build.mjs [--watch] [--target chromium|firefox] [--out DIR]
// Tests and the demo call buildExtension() with a fixed clock
// or an open card root; the shipped builds never have either.
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";
import { licenceText } from "./tools/licences.mjs";

const root = dirname(fileURLToPath(import.meta.url));
/** The browsers that a variant is built for. */
export const TARGETS = ["chromium", "firefox"];
const PAGES = ["popup", "options", "welcome"];

/**
 * Builds one variant into `outDir`, which is emptied first.
 * `fixedNow` (epoch milliseconds) stops the extension's clock, `openCard` opens the card's shadow root: demo
 * and tests only. Resolves with the source files in each script it wrote, as paths from the project's root.
 * @param {{ target: string, outDir: string, fixedNow?: number | null, openCard?: boolean, watch?: boolean }} options
 */
export async function buildExtension({ target, outDir, fixedNow = null, openCard = false, watch = false }) {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const contexts = await Promise.all(
    bundles({ target, outDir, fixedNow, openCard }).map((options) => esbuild.context(options)),
  );
  try {
    const [results] = await Promise.all([
      Promise.all(contexts.map((context) => context.rebuild())),
      writeStaticFiles(target, outDir),
    ]);
    if (watch) await Promise.all(contexts.map((context) => context.watch()));
    const bundles = results.flatMap(({ metafile }) => bundledFiles(metafile));
    await writeFile(join(outDir, "LICENSES.txt"), await licenceText(root, bundles));
    return bundles;
  } finally {
    if (!watch) await Promise.all(contexts.map((context) => context.dispose()));
  }
}

function bundles({ target, outDir, fixedNow, openCard }) {
  const shared = {
    bundle: true,
    absWorkingDir: root,
    metafile: true,
    minify: true,
    format: "iife",
    target: target === "firefox" ? "firefox153" : "chrome128",
    charset: "ascii",
    legalComments: "none",
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "warning",
    define: {
      __FIXED_NOW__: JSON.stringify(fixedNow),
      __OPEN_CARD__: JSON.stringify(openCard),
      __TARGET__: JSON.stringify(target),
    },
  };
  const entry = (name, file) => ({
    ...shared,
    plugins: [textImports],
    entryPoints: [join(root, "src", file)],
    outfile: join(outDir, `${name}.js`),
  });
  return [
    entry("background", "background/entry.ts"),
    entry("content", "content/entry.ts"),
    entry("mention-cards", "content/card/entry.ts"),
    entry("card", "card/entry.tsx"),
    ...PAGES.map((page) => entry(page, `${page}/entry.tsx`)),
  ];
}

function bundledFiles({ outputs }) {
  return Object.entries(outputs)
    .filter(([file]) => file.endsWith(".js"))
    .map(([file, { inputs }]) => ({ script: basename(file), sources: Object.keys(inputs) }));
}

/** `./file.css?inline` and `./file.tsv?raw` import a file's text, as they do under Vite, which runs the unit tests. */
export const textImports = {
  name: "text-imports",
  setup(build) {
    build.onResolve({ filter: /\?(inline|raw)$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace(/\?.*$/, "")),
      namespace: "text",
    }));
    build.onLoad({ filter: /.*/, namespace: "text" }, async ({ path }) => {
      const contents = await readFile(path, "utf8");
      if (!path.endsWith(".css")) return { contents, loader: "text", watchFiles: [path] };
      const { code } = await esbuild.transform(contents, { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text", watchFiles: [path] };
    });
  },
};

async function writeStaticFiles(target, outDir) {
  const manifest = await writtenManifest(target);
  const write = (file, text) => writeFile(join(outDir, file), text);
  await Promise.all([
    write("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`),
    write("marks.css", marksCss(target, await readFile(join(root, "src/content/marks/marks.css"), "utf8"))),
    ...PAGES.map((page) => cp(join(root, `src/${page}/index.html`), join(outDir, `${page}.html`))),
    ...[16, 32, 48, 128].map((size) => cp(join(root, `icons/${size}.png`), join(outDir, `icons/${size}.png`))),
    writeLocales(outDir),
    writeStarter(outDir),
  ]);
}

/**
 * In Chromium highlight styles are inherited, so they are set for the root alone: for every element they would cost 0.6
 * kB and some style work for each. Firefox does not inherit them.
 */
function marksCss(target, css) {
  return target === "chromium" ? css.replaceAll(/^\s*::highlight/gm, ":root::highlight") : css;
}

/**
 * The manifest of one target: keys marked for the other are dropped;
 * curated sites, providers' hosts and the version filled in.
 */
export async function writtenManifest(target) {
  const [source, sites, { version }] = await Promise.all(
    ["manifest.json", "src/domain/curated-sites.json", "package.json"].map(async (file) =>
      JSON.parse(await readFile(join(root, file), "utf8")),
    ),
  );
  const hosts = await providerHosts();
  const patterns = {
    "{{curated sites}}": sites.map((host) => `https://${host}/*`),
    "{{provider hosts}}": hosts.map((host) => `https://${host}/*`),
  };
  const sources = hosts.map((host) => `https://${host}`).join(" ");
  const expand = (value) => {
    if (Array.isArray(value)) return value.flatMap((item) => patterns[item] ?? [expand(item)]);
    if (typeof value === "string") return value.replace("{{provider hosts}}", sources);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => {
        const [, only, name] = /^\{\{(\w+)\}\} (.+)$/.exec(key) ?? [null, target, key];
        return only === target ? [[name, expand(inner)]] : [];
      }),
    );
  };
  return { ...expand(source), version };
}

/**
 * All hosts of the catalogue. It is TypeScript that imports nothing, so it can be imported once its types are removed.
 */
async function providerHosts() {
  const source = await readFile(join(root, "src/providers/catalogue.ts"), "utf8");
  const { code } = await esbuild.transform(source, { loader: "ts" });
  const { CATALOGUE } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return Object.values(CATALOGUE).flatMap((provider) => provider.hosts);
}

/**
 * Writes the starter's files as one, in the order of their numbers, because of two listings of a company the first
 * counts.
 */
async function writeStarter(outDir) {
  const folder = join(root, "src/domain/starter");
  const texts = (await readdir(folder)).sort().map((file) => readFile(join(folder, file), "utf8"));
  await writeFile(join(outDir, "starter.tsv"), (await Promise.all(texts)).join(""));
}

/**
 * Writes `src/locales/LANG.json` (key → text) in the browsers' format, in which `$` begins a placeholder; ours are
 * `{named}`.
 */
async function writeLocales(outDir) {
  const folder = join(root, "src/locales");
  for (const file of await readdir(folder)) {
    if (!file.endsWith(".json")) continue;
    const texts = JSON.parse(await readFile(join(folder, file), "utf8"));
    const messages = Object.fromEntries(
      Object.entries(texts).map(([key, text]) => [key, { message: text.replaceAll("$", "$$$$") }]),
    );
    const target = join(outDir, "_locales", file.replace(/\.json$/, ""));
    await mkdir(target, { recursive: true });
    await writeFile(join(target, "messages.json"), `${JSON.stringify(messages, null, 1)}\n`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: { watch: { type: "boolean" }, target: { type: "string" }, out: { type: "string" } },
  });
  const targets = values.target ? [values.target] : TARGETS;
  for (const target of targets) {
    if (!TARGETS.includes(target)) throw new Error(`unknown target ${target}: one of ${TARGETS.join(", ")}`);
    const outDir = resolve(values.out ?? join(root, "dist", target));
    await buildExtension({ target, outDir, watch: values.watch ?? false });
    console.log(`built ${target} → ${outDir}`);
  }
}
