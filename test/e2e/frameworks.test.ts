import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { bundlePage } from "./frameworks/bundle";
import type { Oracle } from "./frameworks/oracle";
import { feedMarkup } from "./frameworks/react-server";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Tab } from "./harness/extension";
import { yahooWith } from "./harness/market";
import { NEWS, newsPage } from "./harness/pages";
import { agree } from "./harness/reader";

/** The pages of `frameworks/`, and what stands in their root before the script runs. */
const PAGES = {
  "react.jsx": feedMarkup(),
  "virtual-list.jsx": "",
  "vue.js": "",
  "svelte.js": "",
  "lit.js": "",
  "turbo.js": "<p>Nvidia shares fell hard.</p>",
  "swiper.js": `<div class="swiper-wrapper" style="display: flex">
    ${["Nvidia", "Walmart"].map((name) => `<p class="swiper-slide" style="flex: 0 0 100%; max-width: none; margin: 0">${name} shares fell hard.</p>`).join("")}</div>`,
  "editor.js": "",
  "trapped-dialog.js": `<p>Nvidia shares fell hard.</p><button>Close</button>`,
};
type Page = keyof typeof PAGES;

const addressOf = (page: string) => `${NEWS}/frameworks/${page}`;
const pageWith = (root: string, script: string, around = "") =>
  newsPage(`<div id="root" style="overflow: hidden">${root}</div>${around}
    <script>${script.replaceAll("</script", "<\\/script")}</script>`);

/** Real time, as it is the subject: a stale card must have had its time to go, and a new dwell its own. */
const LOOKED_AT_MS = 700;

describe.each(BROWSERS)("on pages built from other people's packages, in $name,", ({ start }) => {
  let run: ExtensionRun;
  let tab: Tab;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    for (const [page, root] of Object.entries(PAGES)) {
      const around = page === "editor.js" ? "<p>Nvidia shares fell hard.</p>" : "";
      run.network.servePage(addressOf(page), pageWith(root, await bundlePage(page), around));
    }
    run.network.servePage(addressOf("turbo-next"), pageWith("<p>Walmart shares rose.</p>", ""));
    await agree(run);
  });
  afterEach(() => tab?.close());
  afterAll(() => run?.close());

  async function open(page: Page): Promise<void> {
    tab = await run.open(addressOf(page));
  }
  /** Resolves with what the oracle saw, once it has looked long enough. */
  async function verdict() {
    await tab.evaluate(() => (Reflect.get(window, "oracle") as Oracle).busy(false), null);
    await tab.waitFor(hasRested, LOOKED_AT_MS);
    return tab.evaluate(() => (Reflect.get(window, "oracle") as Oracle).verdict(), null);
  }
  /** Rests the pointer on a mark, wherever the page put its text. */
  async function hoverMark(text: string): Promise<void> {
    await tab.marked(text);
    const { x, y } = await tab.evaluate(middleOfMark, text);
    await tab.mouse.move(x - 3, y);
    await tab.mouse.move(x, y);
  }
  const act = (name: string) => tab.evaluate(actInPage, name);
  const CLEAN = { faults: [], mutations: [], errors: [] };

  it.each<{ page: Page; acts: string[]; over: string; after: string | null }>([
    { page: "react.jsx", acts: ["hydrate"], over: "Nvidia", after: "NVDA" },
    { page: "react.jsx", acts: ["hydrate", "sort"], over: "Microsoft", after: "MSFT" },
    { page: "react.jsx", acts: ["hydrate", "replace"], over: "Nvidia", after: "WMT" },
    { page: "react.jsx", acts: ["hydrate", "leave"], over: "Nvidia", after: null },
    { page: "react.jsx", acts: ["hydrate", "suspend", "deliver"], over: "Nvidia", after: "NVDA" },
    { page: "virtual-list.jsx", acts: ["scroll"], over: "Nvidia", after: null },
    { page: "vue.js", acts: ["replace"], over: "Nvidia", after: "WMT" },
    { page: "vue.js", acts: ["hide"], over: "Nvidia", after: null },
    { page: "vue.js", acts: ["insert"], over: "Nvidia", after: null },
    { page: "vue.js", acts: ["leave"], over: "Nvidia", after: "NFLX" },
    { page: "svelte.js", acts: ["rotate"], over: "Nvidia", after: "WMT" },
    { page: "svelte.js", acts: ["close"], over: "Walmart", after: null },
    { page: "lit.js", acts: ["replace"], over: "Nvidia", after: "WMT" },
    { page: "lit.js", acts: ["remove"], over: "Nvidia", after: null },
    { page: "turbo.js", acts: ["visit"], over: "Nvidia", after: "WMT" },
    { page: "swiper.js", acts: ["slide"], over: "Nvidia", after: "WMT" },
  ])("the card over $over of $page tells the truth through: $acts", async ({ page, acts, over, after }) => {
    await open(page);
    await tab.evaluate(() => (Reflect.get(window, "oracle") as Oracle).busy(false), null);
    await hoverMark(over);
    await tab.card(/\S/);
    for (const name of acts) await act(name);
    expect(await verdict()).toEqual(CLEAN);
    if (after) await tab.card(after);
    else await tab.noCard();
  });

  it("an editor keeps what the reader types to itself, while the text beside it has its marks and its card", async () => {
    await open("editor.js");
    await hoverMark("Nvidia");
    await tab.card("NVDA");
    await act("focus");
    await tab.evaluate((isBusy) => (Reflect.get(window, "oracle") as Oracle).busy(isBusy), true);
    for (const key of "Walmart fell") await tab.press(key);
    await tab.waitFor(() => document.querySelector(".ProseMirror")?.textContent === "Walmart fell", null);
    expect(await verdict()).toEqual(CLEAN);
    expect(await tab.marks()).toEqual(["Nvidia"]);
  });

  it("a dialog that traps the focus keeps it, and stays open when Esc closes the card", async () => {
    await open("trapped-dialog.js");
    await act("trap");
    await hoverMark("Nvidia");
    await tab.card("NVDA");
    await tab.press("Escape");
    await tab.noCard();
    expect(await tab.evaluate(() => [document.title, document.activeElement?.localName], null)).toEqual([
      "News",
      "button",
    ]);
    expect(await verdict()).toEqual(CLEAN);
  });
});

// The functions below run inside the page: each stands alone.

function actInPage(name: string): Promise<void> {
  return (Reflect.get(window, "oracle") as Oracle).act(name);
}

function hasRested(durationMs: number): boolean {
  return (Reflect.get(window, "oracle") as Oracle).restedMs() >= durationMs;
}

function middleOfMark(text: string): { x: number; y: number } {
  const range = [...(CSS.highlights.get("sq-m") ?? [])].find((mark) => String(mark) === text) as Range;
  const { left, top, width, height } = range.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
