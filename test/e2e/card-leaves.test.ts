import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Tab } from "./harness/extension";
import { yahooWith } from "./harness/market";
import { ALIBABA, NEWS } from "./harness/pages";
import { agree } from "./harness/reader";

const ARTICLE = `${NEWS}/unused`;

/** After which a card that nobody uses has left, and a little. */
const UNUSED_MS = 31_000;

describe.each(BROWSERS)("a card that nobody has used for half a minute, in $name,", ({ start }) => {
  let run: ExtensionRun;

  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(ARTICLE, ALIBABA);
    await run.closeWelcome();
    await agree(run);
  });
  afterAll(() => run?.close());

  async function expectFigures(tab: Tab): Promise<void> {
    await tab.toFront();
    await tab.marked("BABA");
    await tab.hover("BABA");
    expect(await tab.card("$160.80")).toContain("−3.28 pp");
    await tab.leave();
    await tab.noCard();
  }

  it("is followed by another in a page, and stays on the welcome page, where none would follow", async () => {
    const tabs: Tab[] = [await run.openOwnPage("welcome"), await run.open(ARTICLE)];
    for (const tab of tabs) await expectFigures(tab);
    await tabs[1]?.noCardFor(UNUSED_MS);
    for (const tab of tabs) await expectFigures(tab);
  });
});
