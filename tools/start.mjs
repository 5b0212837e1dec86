// `npm start`: builds Sidequote and opens it on the demo article.
//   npm start -- --live       asks the real sources instead of the replies written for the demo
//   npm start -- --headless   (also without a display) hovers BABA by itself, writes dist/demo.png, prints the card's text
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { DEMO_MARKET, DEMO_NOW } from "../demo/market.mjs";
import { answerYahoo } from "../demo/yahoo-wire.mjs";
import { NO_CHROMIUM, setUp } from "./set-up.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A curated news host, so that the shipped permissions are the ones at work; its page never leaves this computer. */
const ARTICLE = "https://www.reuters.com/sidequote-demo";
const NOTES = {
  written:
    "A page written to try Sidequote on. It and the market’s replies come from your own disk, and the clock of this copy of Sidequote stands at 5:30 PM in New York on Tuesday, November 11, 2025: the figures are of that day. Those of the S&amp;P 500 and of Alibaba are the published ones; those of all other companies are made up.",
  live: "A page written to try Sidequote on. It comes from your own disk; the figures come from the real sources, now.",
};
const LIMIT_MS = 20_000;

const { values: asked } = parseArgs({ options: { live: { type: "boolean" }, headless: { type: "boolean" } } });
const live = asked.live ?? false;
const hasDisplay = process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = asked.headless ?? !hasDisplay;

const { chromium: executablePath } = setUp(["chromium"]);
if (!executablePath) {
  console.error(NO_CHROMIUM);
  process.exit(1);
}
// Only now: on a fresh clone these were not installed when this script began.
const { chromium } = await import("playwright");
const { buildExtension } = await import("../build.mjs");

const extension = join(root, ".cache", "demo");
await buildExtension({ target: "chromium", outDir: extension, fixedNow: live ? null : DEMO_NOW, openCard: headless });
console.log(`built → ${extension}`);

const profile = await mkdtemp(join(tmpdir(), "sidequote-demo-"));
const context = await chromium.launchPersistentContext(profile, {
  executablePath,
  headless,
  viewport: headless ? { width: 1000, height: 760 } : null,
  args: [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`, "--no-first-run"],
});
try {
  await serveDemo(context);
  await agree(context);
  const page = await context.newPage();
  await page.goto(ARTICLE);
  if (headless) await showCard(page);
  else {
    console.log("The demo article is open: rest the pointer on a company. Closing the window ends this.");
    await context.waitForEvent("close", { timeout: 0 });
  }
} finally {
  await context.close();
  await rm(profile, { recursive: true, force: true });
}

async function serveDemo(context) {
  const article = await readFile(join(root, "demo", "article.html"), "utf8");
  const body = article.replace("{{note}}", live ? NOTES.live : NOTES.written);
  await context.route(ARTICLE, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  if (live) return;
  await context.route(/^https:\/\/query[12]\.finance\.yahoo\.com\//, (route) =>
    route.fulfill(answerYahoo(DEMO_MARKET, new URL(route.request().url()))),
  );
}

/** What the reader does once: the button of the welcome page. */
async function agree(context) {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const page = await context.newPage();
  await page.goto(new URL("welcome.html", worker.url()).href);
  await page.click(".wl-consent button");
  await page.waitForSelector(".wl-consent .wl-done");
  await page.close();
}

async function showCard(page) {
  const isMarked = () => [...(CSS.highlights.get("sq-m") ?? [])].some((range) => String(range) === "BABA");
  await page.waitForFunction(isMarked, null, { timeout: LIMIT_MS });
  const { x, y } = await page.evaluate(() => {
    const mark = [...CSS.highlights.get("sq-m")].find((range) => String(range) === "BABA");
    const box = mark.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });
  await page.mouse.move(x - 2, y);
  await page.mouse.move(x, y);
  const card = await page.waitForFunction(settledCard, null, { timeout: LIMIT_MS });
  const picture = join(root, "dist", "demo.png");
  await mkdir(dirname(picture), { recursive: true });
  await page.screenshot({ path: picture });
  console.log(`\n${await card.jsonValue()}\n\npicture → ${picture}`);
}

/** The text of the card once its figures (or the failure's sentence) stand in it; runs in the page. */
function settledCard() {
  const host = [...document.querySelectorAll("[popover]")].find((element) => element.matches(":popover-open"));
  const text = [...(host?.shadowRoot?.children ?? [])].map((child) => child.innerText ?? "").join("\n");
  const settled = host && !host.shadowRoot.querySelector("[aria-busy=true]") && text.trim();
  return settled && text.replace(/\n\s*\n+/g, "\n").trim();
}
