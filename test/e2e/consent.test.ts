import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import texts from "../../src/locales/en.json";
import { startChromium } from "./harness/chromium";
import type { ExtensionRun } from "./harness/extension";
import { yahooWith } from "./harness/market";
import { ALIBABA, NEWS } from "./harness/pages";
import { agree } from "./harness/reader";

const ARTICLE = `${NEWS}/markets/alibaba`;

// Chromium only: Firefox asks for consent itself, at install.
describe("before the reader agreed", () => {
  let run: ExtensionRun;
  beforeAll(async () => {
    run = await startChromium({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(ARTICLE, ALIBABA);
  });
  afterAll(() => run?.close());

  it("the card asks for it and nothing is sent; afterwards there are figures", async () => {
    const before = await run.open(ARTICLE);
    await before.marked("BABA");
    await before.hover("BABA");
    await before.card(texts.failure_noConsent);
    expect(run.network.outgoing()).toEqual([]);
    await agree(run);
    const after = await run.open(ARTICLE);
    await after.marked("BABA");
    await after.hover("BABA");
    expect(await after.card("$160.80")).toContain("−3.28 pp");
  });
});
