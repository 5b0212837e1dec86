import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { startChromium } from "./harness/chromium";
import type { ExtensionRun, Tab } from "./harness/extension";
import { yahooWith } from "./harness/market";
import { ALIBABA, NEWS } from "./harness/pages";
import { agree, closeWelcome } from "./harness/reader";

const ARTICLE = `${NEWS}/unused`;

/** After which a card that nobody uses has left, and a little. */
const UNUSED_MS = 31_000;

// In one browser, as the half minute is passed in full, and the timer is not the browser's matter.
describe("a card that nobody has used for half a minute", () => {
  let run: ExtensionRun;

  beforeAll(async () => {
    run = await startChromium({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(ARTICLE, ALIBABA);
    await agree(run);
    await closeWelcome(run);
  });
  afterAll(() => run?.close());

  /** Shows the card; tells whether its host is the one that the page kept of the time before. */
  async function isSameCard(tab: Tab): Promise<boolean> {
    await tab.toFront();
    await tab.marked("BABA");
    await tab.hover("BABA");
    expect(await tab.card("3.28 points")).toContain("$160.80");
    const isSame = await tab.evaluate(keepHost, null);
    await tab.leave();
    await tab.noCard();
    return isSame;
  }

  it("is followed by another in a page, and stays on the welcome page, where none would follow", async () => {
    const welcome: Tab = await run.openOwnPage("welcome");
    const article = await run.open(ARTICLE);
    for (const tab of [welcome, article]) await isSameCard(tab);
    expect(await isSameCard(article)).toBe(true);
    await article.noCardFor(UNUSED_MS);
    expect(await isSameCard(welcome)).toBe(true);
    expect(await isSameCard(article)).toBe(false);
  });
});

// Runs inside the page.
function keepHost(): boolean {
  const host = document.querySelector(":popover-open");
  const isSame = Reflect.get(window, "keptHost") === host;
  Reflect.set(window, "keptHost", host);
  return isSame;
}
