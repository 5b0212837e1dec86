import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Tab } from "./harness/extension";
import { yahooWith } from "./harness/market";
import { NEWS } from "./harness/pages";
import { agree } from "./harness/reader";

const ARTICLE = `${NEWS}/markets/figures`;
/** The article of the demo: "finished Tuesday’s trading at $160.80, 3.07% below the close before it". */
const PAGE = readFileSync("demo/article.html", "utf8");

describe.each(BROWSERS)("a reader in $name, on an article that states figures,", ({ start }) => {
  let run: ExtensionRun;
  let tab: Tab;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(ARTICLE, PAGE);
    await agree(run);
    tab = await run.open(ARTICLE);
    await tab.marked("BABA", "Alibaba");
  });
  beforeEach(async () => {
    await tab.leave();
    await tab.noCard();
  });
  afterAll(() => run?.close());

  it("reads what it states, of which day that is, and that the market agrees", async () => {
    await tab.hover("BABA");
    const card = await tab.card("As the market closed on Tue, Nov 11, 2025");
    expect(card).toContain("In this article");
    expect(card).toContain("$160.80, −3.07% · S&P 500 +0.21%");
    expect(card).not.toContain("Show in text");
  });

  it("is led from a later mention to the sentence that states it", async () => {
    await tab.hover("Alibaba trains");
    expect(await tab.card("As the market closed on Tue, Nov 11, 2025")).toContain("Show in text");
  });

  it("sends nothing of the article to anybody", () => {
    const sent = run.network.outgoing().map(({ url, body }) => `${url} ${body ?? ""}`);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.join("\n")).not.toMatch(/finished|160\.80|Tuesday/);
  });
});
