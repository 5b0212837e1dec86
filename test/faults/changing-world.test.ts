import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import texts from "../../src/locales/en.json";
import { type ChromiumRun, startChromium } from "../e2e/harness/chromium";
import type { Tab } from "../e2e/harness/extension";
import { yahooWith } from "../e2e/harness/market";
import type { NetworkReply } from "../e2e/harness/network";
import { NEWS, newsPage } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";

const PAGE = `${NEWS}/changing`;
const TICKERS = ["BABA", "MSFT", "META", "GOOGL", "NVDA", "AMZN", "AAPL", "JD", "BIDU"] as const;
const DAY_MS = 86_400_000;

const json = (value: unknown): NetworkReply => ({
  status: 200,
  contentType: "application/json",
  body: JSON.stringify(value),
});
/** Shapes that a source could change to between two requests; none has a close where one is looked for. */
const OTHER_SHAPES: readonly NetworkReply[] = [
  json({ chart: { result: { close: 1 }, error: null } }),
  json({ chart: { result: [{ meta: {}, timestamp: [1], indicators: { quote: [{ close: ["160"] }] } }], error: null } }),
  json({ quoteResponse: { result: [{ regularMarketPrice: 1.23 }] } }),
  json([]),
  json(null),
  { status: 200, contentType: "application/json", body: '{"chart":{"result":[{"meta":' },
  { status: 200, contentType: "text/plain", body: "" },
];

const right = (ticker: string) => `$${DEMO_MARKET[ticker]?.closes.at(-1)?.[1].toFixed(2)}`;
const sentence = (key: keyof typeof texts) => texts[key].replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{\w+\}/g, ".+");
/** Any sentence for a figure that cannot be shown. */
const NAMED = (Object.keys(texts) as (keyof typeof texts)[])
  .filter((key) => key.startsWith("failure_"))
  .map(sentence)
  .join("|");
const FIGURES_OR_NAMED = new RegExp(`\\$\\d|${NAMED}`);

declare const chrome: {
  readonly runtime: { readonly sendMessage: (message: object) => Promise<unknown> };
  readonly storage: {
    readonly local: { readonly remove: (key: string) => Promise<void>; readonly get: (key: null) => Promise<object> };
  };
};

describe("in a world that changes between one request and the next", () => {
  let run: ChromiumRun;
  let tab: Tab;
  /** A page of ours that wakes the background. */
  let own: Tab;
  beforeAll(async () => {
    // With a clock that runs, which the tests then turn.
    run = await startChromium();
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(PAGE, newsPage(TICKERS.map((ticker) => `<p>A day for (NYSE: ${ticker}).</p>`).join("")));
    await agree(run);
    own = await run.openOwnPage("options");
    tab = await run.open(PAGE);
    await tab.marked(...TICKERS);
  });
  beforeEach(async () => {
    await run.killBackground();
    await own.evaluate(() => chrome.runtime.sendMessage({ request: "watchlist", payload: {} }), null);
    await (await run.worker()).evaluate(forget);
    run.network.cut(false);
  });
  afterAll(() => run?.close());

  const turnClock = async (to: number) => (await run.worker()).evaluate(setClock, to);

  async function cardOver(ticker: string, expected: string | RegExp): Promise<string> {
    await tab.hover(ticker);
    const card = await tab.card(expected);
    await tab.press("Escape");
    await tab.noCard();
    await tab.leave();
    return card;
  }

  it("a source whose replies change shape shows right figures or a named failure, and figures again afterwards", async () => {
    await turnClock(DEMO_NOW);
    const seen: string[] = [];
    for (const [index, ticker] of TICKERS.entries()) {
      const shape = OTHER_SHAPES[(index - 1) / 2];
      run.network.answerWith((request) =>
        index % 2 === 1 && shape && request.url.includes(ticker) ? shape : yahooWith(DEMO_MARKET)(request),
      );
      const card = await cardOver(ticker, FIGURES_OR_NAMED);
      if (index % 2 === 1) expect(card).not.toMatch(/\$\d/);
      else expect(card).toContain(right(ticker));
      seen.push(index % 2 === 1 ? "named" : "right");
    }
    expect(seen.filter((one) => one === "named")).toHaveLength(4);
    run.network.answerWith(yahooWith(DEMO_MARKET));
    expect(await cardOver("MSFT", "points")).toContain(right("MSFT"));
  });

  it("a network that comes and goes shows right figures or that we are offline, and figures with the next try", async () => {
    await turnClock(DEMO_NOW);
    run.network.answerWith(yahooWith(DEMO_MARKET));
    for (const [index, ticker] of TICKERS.entries()) {
      await run.setOffline(index % 2 === 0);
      const card = await cardOver(ticker, new RegExp(`\\$\\d|${sentence("failure_offline")}`));
      if (index % 2 === 0) expect(card).not.toMatch(/\$\d/);
      else expect(card).toContain(right(ticker));
    }
    await run.setOffline(false);
    for (const ticker of TICKERS.filter((_, index) => index % 2 === 0)) await cardOver(ticker, right(ticker));
  });

  it.each<[string, string, string, string]>([
    ["the Monday after clocks went forward", "2025-03-10T20:20:00Z", "2025-03-10", "Mon, Mar 10, 2025, 4:00 PM EDT"],
    ["the Friday before, seen on that Sunday", "2025-03-09T12:00:00Z", "2025-03-07", "Fri, Mar 7, 2025, 4:00 PM EST"],
    [
      "the Monday before its later close is past",
      "2025-03-10T20:10:00Z",
      "2025-03-07",
      "Fri, Mar 7, 2025, 4:00 PM EST",
    ],
    ["the Monday after clocks went back", "2025-11-03T21:20:00Z", "2025-11-03", "Mon, Nov 3, 2025, 4:00 PM EST"],
    ["the Friday before clocks went back", "2025-11-02T12:00:00Z", "2025-10-31", "Fri, Oct 31, 2025, 4:00 PM EDT"],
  ])("shows the close of %s", async (_, at, date, atClose) => {
    await turnClock(Date.parse(at));
    run.network.answerWith(yahooWith(until(date)));
    const card = await cardOver("MSFT", atClose);
    expect(card).toContain(`$${DEMO_MARKET.MSFT?.closes.find(([day]) => day === date)?.[1].toFixed(2)}`);
    expect(card).not.toContain("Stale");
  });

  it.each([
    ["forward by a day", DAY_MS],
    ["back by a month", -30 * DAY_MS],
    ["back by twenty years", -20 * 365 * DAY_MS],
    ["forward by forty years", 40 * 365 * DAY_MS],
  ])("a clock that jumps %s never makes a figure pass for another day's", async (_, jumpMs) => {
    await turnClock(DEMO_NOW);
    run.network.answerWith(yahooWith(DEMO_MARKET));
    await cardOver("BABA", "3.28 points");
    await (await run.worker()).evaluate(setClock, DEMO_NOW + jumpMs);
    const card = await cardOver("BABA", FIGURES_OR_NAMED);
    const [, month = "", day = ""] = /Close of (?:\w+, )?(\w+) (\d+), 20\d\d/.exec(card) ?? [];
    if (!/\$\d/.test(card)) return;
    const date = new Date(`${month} ${day}, 2025 UTC`).toISOString().slice(0, 10);
    expect(card).toContain(`$${DEMO_MARKET.BABA?.closes.find(([one]) => one === date)?.[1].toFixed(2)}`);
    // The clock is right again: so is the card.
    await (await run.worker()).evaluate(setClock, DEMO_NOW);
    expect(await cardOver("BABA", "3.28 points")).toContain("$160.80");
  });
});

/** The demo's market as its source would have told it by a day. */
function until(date: string): typeof DEMO_MARKET {
  const cut = Object.entries(DEMO_MARKET).map(([ticker, listing]) => [
    ticker,
    { ...listing, closes: listing.closes.filter(([day]) => day <= date) },
  ]);
  return Object.fromEntries(cut) as typeof DEMO_MARKET;
}

// The functions below run in the background: each stands alone.

/** The extension reads the time from one place, and that one from here. */
function setClock(to: number): void {
  Date.now = () => to;
}

/** Forgets every figure, rest and refusal. */
async function forget(): Promise<void> {
  const keys = Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith("closes"));
  await Promise.all(keys.map((key) => chrome.storage.local.remove(key)));
}
