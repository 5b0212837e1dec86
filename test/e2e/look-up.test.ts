import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { type ChromiumRun, startChromium, tabOf } from "./harness/chromium";
import { yahooWith } from "./harness/market";
import { NEWS, newsPage } from "./harness/pages";
import { agree } from "./harness/reader";

const PAGE = `${NEWS}/selection`;

// Chromium only: its background can be told that the menu's entry was pressed, the menu itself is the browser's.
describe("the context menu's entry", () => {
  let run: ChromiumRun;
  beforeAll(async () => {
    run = await startChromium({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(PAGE, newsPage("<p id=word>We bought it from alibaba last week.</p>"));
    await agree(run);
  });
  afterAll(() => run?.close());

  it("shows the card of the selected company, where no mark stands", async () => {
    const page = await run.context.newPage();
    await page.goto(PAGE);
    await page.bringToFront();
    await page.evaluate(() => {
      const text = document.querySelector("#word")?.firstChild;
      const at = text?.nodeValue?.indexOf("alibaba") ?? -1;
      if (text) getSelection()?.setBaseAndExtent(text, at, text, at + "alibaba".length);
    });
    await (await run.worker()).evaluate(
      `chrome.tabs.query({ url: "${PAGE}" }).then(([tab]) =>
        chrome.contextMenus.onClicked.dispatch({ menuItemId: "look-up", selectionText: "alibaba", frameId: 0 }, tab))`,
    );
    expect(await tabOf(page).card("$160.80")).toContain("−3.28 pp");
  });
});
