import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import { findFirefox } from "../../tools/find-browser.mjs";
import { startChromium } from "../e2e/harness/chromium";
import type { ExtensionRun } from "../e2e/harness/extension";
import { startFirefox } from "../e2e/harness/firefox";
import { yahooWith } from "../e2e/harness/market";
import { agree } from "../e2e/harness/reader";
import { type Figure, summarise } from "./figures";
import { SIZES, writePage } from "./pages";
import { type Measurement, rounds } from "./setting";
import { NEWS_HOST } from "./site";

/** The dwell that a fresh install has; taken off every time. */
const DWELL_MS = DEFAULT_SETTINGS.trigger.dwellMs;

/**
 * In the page, from its beginning: when the first mark was
 * registered, and when the card opened after the pointer's last move.
 */
const WATCH = `<script>
  const times = { read: 0, marked: 0, moved: 0, opened: 0 };
  globalThis.seenTimes = times;
  addEventListener("DOMContentLoaded", () => { times.read = performance.now(); });
  addEventListener("pointermove", () => { times.moved = performance.now(); }, true);
  addEventListener("beforetoggle", ({ newState }) => {
    if (newState === "open") times.opened ||= performance.now();
  }, true);
  const look = () => {
    if ([...CSS.highlights.values()].some(({ size }) => size > 0)) times.marked = performance.now();
    else requestAnimationFrame(look);
  };
  look();
</script>`;

interface Times {
  readonly read: number;
  readonly marked: number;
  readonly moved: number;
  readonly opened: number;
}

/**
 * What a reader waits for in Firefox, beside Chromium, both
 * driven as in the end-to-end tests; without a Firefox nothing.
 */
export const measureBothBrowsers: Measurement = async (setting) => {
  const path = findFirefox();
  if (!path) {
    console.log("No Firefox on this machine: only Chromium is measured.");
    return [];
  }
  const firefox = await visits(() => startFirefox(path, { fixedNow: DEMO_NOW }), setting.rounds);
  const chromium = await visits(() => startChromium({ fixedNow: DEMO_NOW }), setting.rounds);
  const figure = (name: string, take: (times: Times) => number): Figure => {
    const { median, range } = summarise(firefox.map(take));
    return {
      group: "Firefox beside Chromium",
      name,
      of: "10k",
      cpuSlowdown: 1,
      unit: "ms",
      value: median,
      range,
      beside: { name: "Chromium", value: summarise(chromium.map(take)).median },
    };
  };
  return [
    figure("from the page's end to its first mark", ({ read, marked }) => marked - read),
    figure("from the end of the dwell to the card", ({ moved, opened }) => opened - moved - DWELL_MS),
  ];
};

async function visits(start: () => Promise<ExtensionRun>, count: number): Promise<Times[]> {
  const plan = SIZES.find(({ name }) => name === "10k");
  if (!plan) throw new Error("no page of that size");
  const run = await start();
  try {
    run.network.answerWith(yahooWith(DEMO_MARKET));
    await agree(run);
    return await rounds(count, async (round) => {
      const url = `https://${NEWS_HOST}/${round}`;
      run.network.servePage(url, writePage(plan).replace("<main>", `${WATCH}<main>`));
      const tab = await run.open(url);
      const [mark] = (await tab.waitFor(() => {
        const marks = [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map(String));
        return marks.length > 0 && marks;
      }, null)) as string[];
      await tab.hover(mark ?? "");
      await tab.waitFor(() => document.querySelector(":popover-open") !== null, null);
      const times = await tab.evaluate(() => Reflect.get(globalThis, "seenTimes") as Times, null);
      await tab.close();
      return times;
    });
  } finally {
    await run.close();
  }
}
