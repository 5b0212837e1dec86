// Pictures of the real product on the demo article:  node tools/take-pictures.mjs
//   docs/images/card.png                the README's
//   dist/store/*.png                    1280×800 for the stores, and the 440×280 tile
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { hoverMark, openDemo } from "./demo-browser.mjs";
import { NO_CHROMIUM, setUp } from "./set-up.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const store = join(root, "dist", "store");
const STORE_SIZE = { width: 1280, height: 800 };

const { chromium: executablePath } = setUp(["chromium"]);
if (!executablePath) {
  console.error(NO_CHROMIUM);
  process.exit(1);
}
await mkdir(store, { recursive: true });
await mkdir(join(root, "docs", "images"), { recursive: true });

await withDemo({ deviceScaleFactor: 2, viewport: { width: 760, height: 1000 } }, async ({ page }) => {
  await hoverMark(page, "BABA");
  await shoot(page, join(root, "docs", "images", "card.png"), { clip: await aroundCard(page) });
});
for (const colorScheme of ["light", "dark"]) {
  await withDemo({ colorScheme, viewport: STORE_SIZE }, async ({ page }) => {
    await hoverMark(page, "BABA");
    await shoot(page, join(store, `card-${colorScheme}.png`));
  });
}
await withDemo({ viewport: STORE_SIZE }, async ({ context }) => {
  const background = context.serviceWorkers()[0].url();
  for (const name of ["welcome", "options"]) {
    const page = await context.newPage();
    await page.goto(new URL(`${name}.html`, background).href);
    await page.waitForSelector("h1, h2");
    await shoot(page, join(store, `${name}.png`));
  }
  await shootTile(await context.newPage());
});

async function withDemo(look, work) {
  const demo = await openDemo({ executablePath, look });
  try {
    await work(demo);
  } finally {
    await demo.close();
  }
}

async function shoot(page, path, options = {}) {
  await page.screenshot({ path, ...options });
  console.log(path);
}

/** The headline, the first paragraphs and the whole card, with some air. */
async function aroundCard(page) {
  const edges = await page.evaluate(() => {
    const host = document.querySelector(":popover-open");
    const card = host.shadowRoot.querySelector("[role=dialog]").getBoundingClientRect();
    const heading = document.querySelector("h1").getBoundingClientRect();
    return { top: heading.top, bottom: card.bottom };
  });
  const air = 24;
  return { x: 0, y: edges.top - air, width: 760, height: edges.bottom - edges.top + 2 * air };
}

/** The icon, the name and the promise; the tile's whole text. */
async function shootTile(page) {
  const icon = await readFile(join(root, "icons", "sidequote.svg"), "utf8");
  await page.setViewportSize({ width: 440, height: 280 });
  await page.setContent(`<style>
    body { margin: 0; height: 280px; display: grid; place-content: center; justify-items: center; gap: 14px; background: #0d3f5e; color: #fff; font-family: system-ui, sans-serif }
    svg { width: 84px; height: 84px }
    b { font-size: 34px; letter-spacing: -0.5px }
    span { font-size: 17px; color: #cfe6f3 }
  </style>${icon}<b>Sidequote</b><span>What did it close at? Did it beat the S&amp;P 500?</span>`);
  await shoot(page, join(store, "tile.png"));
}
