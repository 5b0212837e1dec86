import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Tab } from "./harness/extension";
import { yahooWith } from "./harness/market";
import { NEWS } from "./harness/pages";
import { agree } from "./harness/reader";

const ARTICLE = `${NEWS}/markets/figures`;
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Alibaba slips</title>
<meta property="article:published_time" content="2025-11-14"></head><body><article>
<h1>Alibaba slips</h1>
<p>Alibaba Group Holding (NYSE: BABA) finished Tuesday’s trading at $160.80, 3.07% below the close before it.
The S&amp;P 500 went the other way that day and added 0.21%.</p>
<div style="height: 3000px"></div>
<p>Much later in the text, Alibaba will rebuild its app.</p></article></body></html>`;

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

  it("sends nothing of the article to anybody", () => {
    const sent = run.network.outgoing().map(({ url, body }) => `${url} ${body ?? ""}`);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.join("\n")).not.toMatch(/finished|160\.80|Tuesday/);
  });
});
