import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { type ChromiumRun, startChromium } from "../e2e/harness/chromium";
import type { Tab } from "../e2e/harness/extension";
import { yahooWith } from "../e2e/harness/market";
import { NEWS, newsPage } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";

const PAGE = `${NEWS}/hover-budget`;
/** Quality.md S9: so many new tickers a minute and tab by hovering. */
const BUDGET = 10;
const TICKERS = ["BABA", "GOOGL", "MSFT", "META", "BIDU", "NVDA", "AMZN", "AAPL", "JD", "TCEHY", "TSLA", "INTC"];

let run: ChromiumRun;
beforeAll(async () => {
  run = await startChromium({ fixedNow: DEMO_NOW });
  const known = DEMO_MARKET.NVDA as (typeof DEMO_MARKET)[string];
  run.network.answerWith(yahooWith({ ...DEMO_MARKET, TSLA: known, INTC: known }));
  run.network.servePage(PAGE, newsPage(TICKERS.map((ticker) => `<p>A day for (NASDAQ: ${ticker}).</p>`).join("")));
  await agree(run);
});
afterAll(() => run?.close());

/** The tickers that were asked for, the benchmark left out, with how often. */
function asked(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { url } of run.network.outgoing()) {
    const [, ticker] = /\/chart\/([^?]+)/.exec(url) ?? [];
    if (ticker && !ticker.startsWith("%5E")) counts.set(ticker, (counts.get(ticker) ?? 0) + 1);
  }
  return counts;
}

async function glance(tab: Tab, ticker: string, expected: string | RegExp): Promise<string> {
  await tab.hover(ticker);
  const card = await tab.card(expected);
  await tab.press("Escape");
  await tab.noCard();
  await tab.leave();
  return card;
}

describe("hovering in one tab", () => {
  it("asks for ten new tickers within a minute, each once, and then says that we wait", async () => {
    const tab = await run.open(PAGE);
    await tab.marked(...TICKERS);
    for (const ticker of TICKERS.slice(0, BUDGET)) await glance(tab, ticker, /\$\d/);
    for (const ticker of TICKERS.slice(BUDGET)) {
      expect(await glance(tab, ticker, "Many companies in a short time")).not.toMatch(/\$\d/);
    }
    // What was asked for already costs nothing.
    await glance(tab, "BABA", "$160.80");
    expect([...asked().keys()].sort()).toEqual(TICKERS.slice(0, BUDGET).sort());
    expect(Math.max(...asked().values())).toBe(1);
    await run.killBackground();
    expect(await glance(tab, "TSLA", "Many companies in a short time")).not.toMatch(/\$\d/);
    await tab.close();
  });

  it("leaves another tab its own ten", async () => {
    const tab = await run.open(PAGE);
    await tab.marked(...TICKERS);
    await glance(tab, "TSLA", /\$\d/);
    await tab.close();
  });
});

describe("one ticker in two tabs at once", () => {
  it("is one request while that is on its way", async () => {
    const [one, other] = [await run.open(PAGE), await run.open(PAGE)];
    await one.marked("INTC");
    await other.marked("INTC");
    const ofIntel = (url: URL) => url.pathname.endsWith("/INTC");
    run.network.answerWith(() => "hanging");
    await other.hover("INTC");
    await run.network.requested(ofIntel);
    await one.hover("INTC");
    await one.waitFor(isWaiting, null);
    expect(asked().get("INTC")).toBe(1);
    await one.close();
    await other.close();
  });
});

/** Whether a card stands that waits for its figures. Runs inside the page. */
function isWaiting(): boolean {
  return document.querySelector(":popover-open")?.shadowRoot?.querySelector("[aria-busy=true]") != null;
}
