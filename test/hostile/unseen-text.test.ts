import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { BROWSERS } from "../e2e/harness/browsers";
import type { ExtensionRun, Place, Tab } from "../e2e/harness/extension";
import { yahooWith } from "../e2e/harness/market";
import { NEWS, newsPage } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";

/** What a page can do to words so that the reader does not see what the pointer is led over. */
const HIDING: Readonly<Record<string, string>> = {
  "a filter": "filter: opacity(0)",
  "a blur": "filter: blur(12px)",
  "a mask": "mask-image: linear-gradient(transparent, transparent)",
  "an image as mask": "mask-image: url(data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=)",
  "an animation": "animation: gone 1s infinite",
  "their opacity": "opacity: 0.01",
  "their colour": "color: transparent",
};

const PAGE = `${NEWS}/unseen-text`;
const BODY = `<style>@keyframes gone { from, to { opacity: 0 } }</style>
${Object.entries(HIDING)
  .map(
    ([name, style]) =>
      `<div style="${style}"><p title="${name}">Alibaba Group Holding Ltd. (NYSE: BABA) fell.</p></div>`,
  )
  .join("\n")}
<p title="nothing">Alibaba Group Holding Ltd. (NYSE: BABA) fell.</p>`;

/** Twice as long as a pointer rests until a card shows. */
const LONGER_THAN_DWELL_MS = 800;

describe.each(BROWSERS)("in $name,", ({ start }) => {
  let run: ExtensionRun;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(PAGE, newsPage(BODY));
    run.network.servePage(
      `${PAGE}-framed`,
      newsPage(`<iframe src="${PAGE}" style="width:900px;height:560px;border:0"></iframe>`),
    );
    await agree(run);
  });
  afterAll(() => run?.close());

  it.each([
    ["a page", PAGE],
    ["a frame", `${PAGE}-framed`],
  ])("no card opens over words that %s hides, and one does over those beside them", async (_, address) => {
    const tab = await run.open(address);
    await tab.waitFor(isEachMarked, Object.keys(HIDING).length + 1);
    for (const hiding of Object.keys(HIDING)) {
      await restOn(tab, hiding);
      expect(await tab.evaluate(showsCardWithin, LONGER_THAN_DWELL_MS), hiding).toBe(false);
    }
    await restOn(tab, "nothing");
    expect(await tab.evaluate(showsCardWithin, 10 * LONGER_THAN_DWELL_MS)).toBe(true);
    await tab.close();
  });
});

async function restOn(tab: Tab, title: string): Promise<void> {
  const { x, y }: Place = await tab.evaluate(placeOfWords, title);
  await tab.mouse.move(x - 3, y);
  await tab.mouse.move(x, y);
}

// The functions below run inside the page: each stands alone.

function isEachMarked(count: number): boolean {
  const places = [window, frames[0]].filter(Boolean) as (Window & typeof globalThis)[];
  return places.some((place) => (place.CSS.highlights.get("sq-m")?.size ?? 0) >= count);
}

/** Where the first word of the paragraph is, in the outermost page. */
function placeOfWords(title: string): { x: number; y: number } {
  const frame = document.querySelector("iframe");
  const words = (frame?.contentDocument ?? document).querySelector(`[title="${title}"]`)?.getBoundingClientRect();
  const around = frame?.getBoundingClientRect();
  if (!words) throw new Error(`no ${title}`);
  return { x: (around?.left ?? 0) + words.left + 30, y: (around?.top ?? 0) + words.top + words.height / 2 };
}

function showsCardWithin(durationMs: number): Promise<boolean> {
  const places = [document, document.querySelector("iframe")?.contentDocument];
  return new Promise((resolve) => {
    const end = performance.now() + durationMs;
    const look = () => {
      if (places.some((place) => place?.querySelector(":popover-open"))) resolve(true);
      else if (performance.now() >= end) resolve(false);
      else requestAnimationFrame(look);
    };
    look();
  });
}
