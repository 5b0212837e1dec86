// Draws the surfaces in all their states side by side:  node tools/draw-states.mjs [SHEET …] [--firefox]
//   dist/states/SHEET.png    card, more, languages, popup, welcome, options
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";
import { chromium } from "playwright";
import { textImports } from "../build.mjs";
import { NO_CHROMIUM, setUp } from "./set-up.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, "dist", "states");
const { values, positionals } = parseArgs({ allowPositionals: true, options: { firefox: { type: "boolean" } } });

const { chromium: executablePath, firefox } = setUp(["chromium", "firefox"]);
if (!executablePath) {
  console.error(NO_CHROMIUM);
  process.exit(1);
}
await mkdir(out, { recursive: true });
await cp(join(root, "icons"), join(out, "icons"), { recursive: true });
const shared = {
  bundle: true,
  absWorkingDir: root,
  format: "iife",
  jsx: "automatic",
  jsxImportSource: "preact",
  plugins: [textImports],
};
await esbuild.build({
  ...shared,
  entryPoints: [join(root, "tools/state-sheet/draw.tsx")],
  outfile: join(out, "draw.js"),
});
await esbuild.build({
  ...shared,
  entryPoints: [join(root, "tools/state-sheet/states.ts")],
  outfile: join(out, "states.mjs"),
  format: "esm",
});
for (const surface of ["popup", "options", "welcome"]) {
  const css = join(out, `${surface}.css`);
  await esbuild.build({ ...shared, entryPoints: [join(root, `src/${surface}/${surface}.css`)], outfile: css });
  const page = await readFile(join(root, `src/${surface}/index.html`), "utf8");
  const drawn = page.replace(/<script.*<\/script>/gs, '<script src="draw.js"></script>');
  await writeFile(join(out, `${surface}.html`), drawn);
}
await writeFile(
  join(out, "card.html"),
  '<!doctype html><meta charset="utf-8"><body><div id="root"></div><script src="draw.js"></script>',
);
const { SHEETS } = await import(pathToFileURL(join(out, "states.mjs")).href);
const sheets = positionals.length > 0 ? positionals : Object.keys(SHEETS);
for (const sheet of sheets) await writeFile(join(out, `${sheet}-sheet.html`), sheetPage(sheet, SHEETS[sheet]));

const browser = values.firefox && firefox ? await openFirefox(firefox) : await chromium.launch({ executablePath });
for (const sheet of sheets) {
  const page = await browser.newPage();
  await resize(page, 1000);
  await page.goto(pathToFileURL(join(out, `${sheet}-sheet.html`)).href);
  // Frames outside the window are not drawn.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await resize(page, height);
  await page.evaluate(() => new Promise((done) => setTimeout(done, 900)));
  const picture = join(out, `${sheet}${values.firefox ? "-firefox" : ""}.png`);
  await page.screenshot({ path: picture, fullPage: true });
  console.log(picture);
  await page.close();
}
await browser.close();

function resize(page, height) {
  const size = { width: 1720, height };
  return page.setViewportSize ? page.setViewportSize(size) : page.setViewport(size);
}

async function openFirefox(executable) {
  const { default: puppeteer } = await import("puppeteer-core");
  return puppeteer.launch({
    browser: "firefox",
    executablePath: executable,
    headless: true,
    defaultViewport: { width: 1720, height: 1000 },
  });
}

function sheetPage(sheet, states) {
  const frames = states.map(
    ({ surface, name, width, height }, place) =>
      `<figure><figcaption>${name}</figcaption><iframe src="${surface}.html#${sheet}/${place}" width="${width}" height="${height}"></iframe></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 12px; display: flex; flex-wrap: wrap; gap: 14px; align-items: flex-start }
    body { background: #e9e9ec; font: 13px system-ui }
    figure { margin: 0 } figcaption { margin-bottom: 4px; color: #444 }
    iframe { border: 1px solid #bbb; background: #fff }
  </style>${frames.join("")}`;
}
