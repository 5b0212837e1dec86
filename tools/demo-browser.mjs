// A Chromium with Sidequote in it, on the demo article: what `npm start` opens and the pictures are taken of.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { buildExtension } from "../build.mjs";
import { DEMO_MARKET, DEMO_NOW } from "../demo/market.mjs";
import { answerYahoo } from "../demo/yahoo-wire.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A curated news host, so that the shipped permissions apply. The page never leaves this computer. */
const ARTICLE = "https://www.reuters.com/sidequote-demo";
const NOTES = {
  written:
    "A page written to try Sidequote on. It and the market’s replies come from your own disk, and the clock of this copy of Sidequote stands at 5:30 PM in New York on Tuesday, November 11, 2025: the figures are of that day. That day’s closes of the S&amp;P 500 and of Alibaba, and the changes against the day before, are the published ones; older closes and all other companies’ are made up.",
  live: "A page written to try Sidequote on. It comes from your own disk; the figures come from the real sources, now.",
};
const LIMIT_MS = 20_000;

/**
 * Builds the extension and opens the demo article, consent given.
 * `live` asks the real sources, `readable` opens the card's root.
 * @param {{ executablePath: string, live?: boolean, headless?: boolean, readable?: boolean, look?: object }} options
 */
export async function openDemo({ executablePath, live = false, headless = true, readable = headless, look = {} }) {
  const extension = join(root, ".cache", "demo");
  await buildExtension({ target: "chromium", outDir: extension, fixedNow: live ? null : DEMO_NOW, openCard: readable });
  const profile = await mkdtemp(join(tmpdir(), "sidequote-demo-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    locale: "en-US",
    viewport: headless ? { width: 1000, height: 900 } : null,
    args: [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`, "--no-first-run"],
    ...look,
  });
  const close = async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  };
  try {
    await serveDemo(context, live);
    const welcome = await agree(context);
    const page = await context.newPage();
    await page.goto(ARTICLE);
    await welcome.close();
    return { context, page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function serveDemo(context, live) {
  const article = await readFile(join(root, "demo", "article.html"), "utf8");
  const body = article.replace("{{note}}", live ? NOTES.live : NOTES.written);
  await context.route(ARTICLE, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  if (live) return;
  await context.route(/^https:\/\/query[12]\.finance\.yahoo\.com\//, (route) =>
    route.fulfill(answerYahoo(DEMO_MARKET, new URL(route.request().url()))),
  );
}

/** Gives consent with the button of the welcome page, as the reader does once. */
async function agree(context) {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const page = await context.newPage();
  await page.goto(new URL("welcome.html", worker.url()).href);
  await page.click(".wl-consent button");
  await page.waitForSelector(".wl-consent .wl-done");
  return page;
}

/**
 * Rests the pointer on the first mark that reads `text`; resolves with the card's text once it holds figures or a
 * failure and, where one is named, the row that comes last.
 */
export async function hoverMark(page, text, lastRow = null) {
  const place = await page.waitForFunction(placeOfMark, text, { timeout: LIMIT_MS });
  const { x, y } = await place.jsonValue();
  await page.mouse.move(x - 2, y);
  await page.mouse.move(x, y);
  const card = await page.waitForFunction(settledCard, lastRow, { timeout: LIMIT_MS });
  return card.jsonValue();
}

// The functions below run inside the page, so they can use nothing outside themselves.

function placeOfMark(text) {
  const mark = [...(CSS.highlights.get("sq-m") ?? [])].find((range) => String(range) === text);
  if (!mark) return null;
  const box = mark.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

function settledCard(lastRow) {
  const host = [...document.querySelectorAll("[popover]")].find((element) => element.matches(":popover-open"));
  const root = host?.shadowRoot;
  if (!root || root.querySelector("[aria-busy=true]")) return null;
  if (lastRow && !root.querySelector(`[data-row=${lastRow}]`)) return null;
  // Words for screen readers only are left out, so that each figure is printed once.
  const words = [...root.querySelectorAll(".sq-words")];
  for (const word of words) word.hidden = true;
  const hiding = new CSSStyleSheet();
  hiding.replaceSync("[hidden] { display: none !important }");
  root.adoptedStyleSheets.push(hiding);
  const text = [...root.children].map((child) => child.innerText ?? "").join("\n");
  root.adoptedStyleSheets.pop();
  for (const word of words) word.hidden = false;
  return text.trim() && text.replace(/\n\s*\n+/g, "\n").trim();
}
