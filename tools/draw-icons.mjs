// Draws icons/16.png … icons/128.png from icons/sidequote.svg:  node tools/draw-icons.mjs
import { readFile, writeFile } from "node:fs/promises";
import { chromium } from "playwright";
import { setUp } from "./set-up.mjs";

const browser = await chromium.launch({ executablePath: setUp(["chromium"]).chromium });
const page = await browser.newPage();
const svg = await readFile(new URL("../icons/sidequote.svg", import.meta.url), "utf8");
for (const size of [16, 32, 48, 128]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await writeFile(new URL(`../icons/${size}.png`, import.meta.url), await page.screenshot({ omitBackground: true }));
}
await browser.close();
