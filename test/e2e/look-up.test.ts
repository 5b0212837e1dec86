import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun } from "./harness/extension";
import { yahooWith } from "./harness/market";
import { NEWS, newsPage } from "./harness/pages";
import { agree } from "./harness/reader";

const PAGE = `${NEWS}/selection`;

describe.each(BROWSERS)("the context menu's entry in $name", ({ start }) => {
  let run: ExtensionRun;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(PAGE, newsPage("<p id=word>We bought it from alibaba last week.</p>"));
    await agree(run);
  });
  afterAll(() => run?.close());

  it("shows the card of the selected company, where no mark stands, and leaves it there", async () => {
    const tab = await run.open(PAGE);
    await tab.toFront();
    await tab.evaluate(() => {
      const text = document.querySelector("#word")?.firstChild;
      const at = text?.nodeValue?.indexOf("alibaba") ?? -1;
      if (text) getSelection()?.setBaseAndExtent(text, at, text, at + "alibaba".length);
    }, null);
    await run.lookUp(tab, "alibaba");
    expect(await tab.card("3.28 points")).toContain("$160.80");
    // A card whose mention is gone closes within 600 ms.
    await tab.evaluate(milliseconds, 1_500);
    expect(await tab.card("3.28 points")).toContain("$160.80");
    // Another window, and the words are not there any more.
    await tab.evaluate(() => document.querySelector("#word")?.replaceChildren("Something else."), null);
    await tab.evaluate(() => dispatchEvent(new Event("resize")), null);
    await tab.noCard();
  });
});

// Runs inside the page.
function milliseconds(count: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count));
}
