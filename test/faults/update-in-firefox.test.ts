import { describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { FIREFOXES } from "../e2e/harness/browsers";
import { yahooWith } from "../e2e/harness/market";
import { NEWS, newsPage } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";

const PAGE = `${NEWS}/updated`;
const NEW_VERSION = "0.1.1";

describe.each(FIREFOXES)("an update in $name, which ends the old script by itself", ({ start }) => {
  it("takes the open card along, and the new version shows its own", async () => {
    const run = await start({ fixedNow: DEMO_NOW });
    try {
      run.network.answerWith(yahooWith(DEMO_MARKET));
      run.network.servePage(PAGE, newsPage("<p>Alibaba Group Holding Ltd. (NYSE: BABA) closed lower.</p>"));
      await agree(run);
      const tab = await run.open(PAGE);
      await tab.marked("BABA");
      await tab.hover("BABA");
      await tab.card("$160.80");
      await tab.evaluate(rememberMarks, null);
      await run.update(NEW_VERSION);
      await tab.noCard();
      expect(await tab.evaluate(hosts, null)).toBe(0);
      // The pointer moves once: it is to move when there is somebody to see it.
      await tab.waitFor(hasOtherMarks, null);
      await tab.leave();
      await tab.hover("BABA");
      expect(await tab.card("3.28 points")).toContain("$160.80");
      expect(await tab.evaluate(hosts, null)).toBe(1);
      expect(await tab.evaluate(doubledMarks, null)).toEqual([]);
      await tab.close();
    } finally {
      await run.close();
    }
  });
});

// The functions below run inside a page: each stands alone.

function hosts(): number {
  return document.querySelectorAll("html > div[popover=manual]").length;
}

/** Keeps the highlights that are registered now. */
function rememberMarks(): void {
  Reflect.set(window, "marksBefore", [...CSS.highlights.values()]);
}

/** Whether marks are registered that are none of those kept. */
function hasOtherMarks(): boolean {
  const before: unknown[] = Reflect.get(window, "marksBefore");
  return [...CSS.highlights.values()].some((highlight) => highlight.size > 0 && !before.includes(highlight));
}

/** Ranges that stand in the highlights more than once. */
function doubledMarks(): string[] {
  const places = [...CSS.highlights.values()].flatMap((highlight) =>
    [...highlight].map((range) => `${range.startOffset}–${range.endOffset} ${String(range)}`),
  );
  return places.filter((place, index) => places.indexOf(place) !== index);
}
