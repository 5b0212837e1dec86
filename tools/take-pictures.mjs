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
const TILE_SIZE = { width: 440, height: 280 };

const { chromium: executablePath } = setUp(["chromium"]);
if (!executablePath) {
  console.error(NO_CHROMIUM);
  process.exit(1);
}
await mkdir(store, { recursive: true });
await mkdir(join(root, "docs", "images"), { recursive: true });

await withDemo({ deviceScaleFactor: 2, viewport: { width: 760, height: 1000 } }, async ({ page }) => {
  // Without the fade, in whose middle a picture could be taken.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openWholeCard(page);
  await shoot(page, join(root, "docs", "images", "card.png"), { clip: await aroundCard(page) });
});
for (const colorScheme of ["light", "dark"]) {
  await withDemo({ colorScheme, viewport: STORE_SIZE }, async ({ page }) => {
    await leaveRoomForCard(page);
    // Without the fade, in whose middle a picture could be taken.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await openWholeCard(page);
    await shoot(page, join(store, `card-${colorScheme}.png`));
  });
}
await withDemo({ viewport: STORE_SIZE, deviceScaleFactor: 1 }, async ({ context, page: article }) => {
  const background = context.serviceWorkers()[0].url();
  const openOwn = async (name, size = STORE_SIZE) => {
    const page = await context.newPage();
    await page.setViewportSize(size);
    await page.goto(new URL(`${name}.html`, background).href);
    return page;
  };
  for (const name of ["welcome", "options"]) {
    const page = await openOwn(name);
    await page.waitForSelector("h1, h2");
    await shoot(page, join(store, `${name}.png`));
    await page.close();
  }
  await shootPopup({ context, article, background });
});
await withDemo({ deviceScaleFactor: 2, viewport: { width: 760, height: 1000 } }, async ({ context, page }) => {
  // Without the fade, in whose middle a picture could be taken.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openWholeCard(page);
  const head = await page.screenshot({ clip: await headOfCard(page) });
  await shootTile(context, head);
});

async function withDemo(look, work) {
  const demo = await openDemo({ executablePath, look });
  try {
    await work(demo);
  } finally {
    await demo.close();
  }
}

/** The card with what the article states, which comes after the figures. */
function openWholeCard(page) {
  return hoverMark(page, "Alibaba Group Holding Ltd", "stated");
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

/** Scrolls the demo's own note away, so that the card stands whole below the mention. */
async function leaveRoomForCard(page) {
  await page.evaluate(() => {
    const heading = document.querySelector("h1");
    scrollBy({ top: heading.getBoundingClientRect().top - 22, behavior: "instant" });
  });
}

/** What the card says before its details. */
async function headOfCard(page) {
  return page.evaluate(() => {
    const root = document.querySelector(":popover-open").shadowRoot;
    const card = root.querySelector("[role=dialog]").getBoundingClientRect();
    const day = root.querySelector(".close-of").getBoundingClientRect();
    return { x: card.x + 1, y: card.y + 1, width: card.width - 2, height: day.bottom - card.y + 6 };
  });
}

/**
 * The popup as it hangs from the toolbar over the page: a page
 * that is open behind the article, and the two pictures as one.
 */
async function shootPopup({ context, article, background }) {
  const popup = await context.newPage();
  // Lower than the popup: the picture of the full page then ends where it does.
  await popup.setViewportSize({ width: 360, height: 100 });
  await article.bringToFront();
  await popup.goto(new URL("popup.html", background).href);
  await popup.waitForFunction(() => document.body.innerText.includes("−3.28"), null, { polling: 50 });
  const [page, hanging] = await Promise.all([article.screenshot(), popup.screenshot({ fullPage: true })]);
  await popup.close();
  const whole = await context.newPage();
  await whole.setViewportSize(STORE_SIZE);
  await whole.setContent(`<style>
    body { margin: 0 }
    img { display: block }
    img + img { position: absolute; top: 12px; right: 24px; border-radius: 10px }
    img + img { box-shadow: 0 0 0 1px #0002, 0 12px 40px #0004 }
  </style><img src="${dataAddress(page)}"><img src="${dataAddress(hanging)}">`);
  await shoot(whole, join(store, "popup.png"));
}

function dataAddress(png) {
  return `data:image/png;base64,${png.toString("base64")}`;
}

/** The icon, the name and the head of the real card. */
async function shootTile(context, head) {
  const browser = context.browser();
  const page = await (browser ? browser.newPage({ viewport: TILE_SIZE }) : context.newPage());
  const icon = await readFile(join(root, "icons", "sidequote.svg"), "utf8");
  await page.setContent(`<style>
    body { margin: 0; height: 280px; display: grid; place-content: center; gap: 18px }
    body { background: #0d3f5e; color: #fff; font-family: system-ui, sans-serif }
    header { display: flex; align-items: center; gap: 14px }
    svg { width: 52px; height: 52px }
    b { font-size: 36px; letter-spacing: -0.5px }
    p { margin: 0; font-size: 16px; color: #cfe6f3 }
    img { width: 342px; border-radius: 12px; box-shadow: 0 8px 28px #0006 }
  </style><header>${icon}<b>Sidequote</b></header><img src="${dataAddress(head)}"><p>What did it close at? Did it beat the index?</p>`);
  await shoot(page, join(store, "tile.png"));
}
