import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { BROWSERS } from "../e2e/harness/browsers";
import type { ExtensionRun } from "../e2e/harness/extension";
import { yahooWith } from "../e2e/harness/market";
import { NEWS, newsPage } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";

const PAGE = `${NEWS}/other-tells`;

/** What the card says, in parts that the page does not say. */
const OF_THE_CARD = ["160.80", "3.28", "Close of"];

describe.each(BROWSERS)("in $name,", ({ start }) => {
  let run: ExtensionRun;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW, openCard: false });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(PAGE, newsPage("<p>Alibaba shares (NYSE: BABA) closed lower.</p><p>More text.</p>"));
    await agree(run);
  });
  afterAll(() => run?.close());

  it("a page that searches for the card's words and selects all has none of them in its selection", async () => {
    const tab = await run.open(PAGE);
    await tab.marked("BABA");
    await tab.hover("Alibaba");
    await expect.poll(async () => (await tab.closedText()).replace(/\s+/g, " ")).toContain("3.28 points");
    const selected = await tab.evaluate(searchAndSelect, OF_THE_CARD);
    expect(selected.some((text) => text.includes("More text."))).toBe(true);
    for (const words of OF_THE_CARD) expect(selected.filter((text) => text.includes(words))).toEqual([]);
    await tab.close();
  });
});

/** The page's selection after each search, and after all is selected from there. Runs in the page: it stands alone. */
function searchAndSelect(searched: readonly string[]): string[] {
  const find = Reflect.get(window, "find") as (text: string, ...how: boolean[]) => boolean;
  return searched.flatMap((text) => {
    getSelection()?.removeAllRanges();
    find(text, false, false, true);
    const found = String(getSelection());
    document.execCommand("selectAll");
    return [found, String(getSelection())];
  });
}
