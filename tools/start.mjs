// `npm start`: builds Sidequote and opens it on the demo article.
//   npm start -- --live       asks the real sources instead of the replies written for the demo
//   npm start -- --headless   (also without a display) hovers
// Alibaba by itself, writes dist/demo.png, prints the card's text
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { NO_CHROMIUM, setUp } from "./set-up.mjs";

const picture = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist", "demo.png");

const { values: asked } = parseArgs({ options: { live: { type: "boolean" }, headless: { type: "boolean" } } });
const hasDisplay = process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = asked.headless ?? !hasDisplay;

const { chromium: executablePath } = setUp(["chromium"]);
if (!executablePath) {
  console.error(NO_CHROMIUM);
  process.exit(1);
}
// Imported only now, because on a fresh clone its dependencies were not installed when this script began.
const { openDemo, hoverMark } = await import("./demo-browser.mjs");

console.log("building Sidequote and opening the demo article …");
const { context, page, close } = await openDemo({ executablePath, headless, live: asked.live ?? false });
try {
  if (headless) {
    // Without the card's fade, during which the picture might be taken.
    await page.emulateMedia({ reducedMotion: "reduce" });
    // What the article states comes after the figures; of the live market's, it may state nothing that can be judged.
    const card = await hoverMark(page, "Alibaba Group Holding Ltd", asked.live ? null : "stated");
    await mkdir(dirname(picture), { recursive: true });
    await page.screenshot({ path: picture });
    console.log(`\n${card}\n\npicture → ${picture}`);
  } else {
    console.log("Rest the pointer on a company. Closing the window ends this.");
    await context.waitForEvent("close", { timeout: 0 });
  }
} finally {
  await close();
}
