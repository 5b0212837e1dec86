import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun } from "./harness/extension";
import { yahooWith } from "./harness/market";
import { ALIBABA, NEWS } from "./harness/pages";
import { agree } from "./harness/reader";

const ARTICLE = `${NEWS}/markets/alibaba`;

describe.each(BROWSERS)("the card as it ships, in $name,", ({ start }) => {
  let run: ExtensionRun;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW, openCard: false });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(ARTICLE, ALIBABA);
    await agree(run);
  });
  afterAll(() => run?.close());

  it("holds the figures in a root that the page cannot open", async () => {
    const tab = await run.open(ARTICLE);
    await tab.marked("BABA");
    await tab.hover("BABA");
    await tab.waitFor(() => document.querySelector(":popover-open") !== null, null);
    expect(await tab.evaluate(() => document.querySelector(":popover-open")?.shadowRoot ?? null, null)).toBeNull();
    await expect.poll(() => tab.closedText(), { timeout: 10_000 }).toContain("3.28 points");
  });
});
