import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import texts from "../../src/locales/en.json";
import { BROWSERS } from "./harness/browsers";
import type { ExtensionRun, Tab } from "./harness/extension";
import { everyone, yahooWith } from "./harness/market";
import type { Answer, NetworkReply } from "./harness/network";
import type { OwnPage } from "./harness/own-page";
import { ALIBABA, NEWS } from "./harness/pages";
import { agree, startOver, visit } from "./harness/reader";

const ARTICLE = `${NEWS}/markets/alibaba`;
const JSON_TYPE = "application/json";
const TOO_MANY: NetworkReply = { status: 429, contentType: "text/plain", body: "Edge: Too Many Requests" };
const isYahoo = ({ url }: { url: string }) => /^query[12]\.finance\.yahoo\.com$/.test(new URL(url).host);
const closesOf = (ticker: string) => DEMO_MARKET[ticker]?.closes ?? [];

/** A market of BABA and the index alone. */
const withCloses = (closes: (ticker: string) => [string, number][]): typeof DEMO_MARKET =>
  Object.fromEntries(
    ["BABA", "^GSPC"].map((ticker) => [ticker, { ...DEMO_MARKET[ticker], closes: closes(ticker) }]),
  ) as typeof DEMO_MARKET;

/** The demo's market as it was a day earlier. */
const dayBefore = withCloses((ticker) => [...closesOf(ticker)].slice(0, -1));

/** BABA and the index around Thanksgiving of 2025; trading ended at one o'clock on the day after it. */
const UNTIL_BLACK_FRIDAY = withCloses(() => [
  ["2025-11-25", 137.5],
  ["2025-11-26", 138.75],
  ["2025-11-28", 140.25],
]);

/** Yahoo fails in one way, Cboe answers with the demo's market. */
function onlyCboe(yahoo: NetworkReply): Answer {
  return (request) => {
    if (isYahoo(request)) return yahoo;
    const [, file] = /^https:\/\/cdn\.cboe\.com\/.*\/historical\/(.+)\.json$/.exec(request.url) ?? [];
    if (!file) return "unreachable";
    const rows = closesOf(file === "_SPX" ? "^GSPC" : file).map(([date, close]) => ({ date, close: String(close) }));
    return { status: 200, contentType: JSON_TYPE, body: JSON.stringify({ symbol: file, data: rows }) };
  };
}

describe.each(BROWSERS)("in $name", ({ start }) => {
  let run: ExtensionRun;
  let own: OwnPage;
  let tab: Tab;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    run.network.servePage(ARTICLE, ALIBABA);
    await run.welcome();
    own = await run.openOwnPage("options");
  });
  beforeEach(() => startOver(run));
  afterAll(() => run?.close());

  async function openArticle(answer: Answer): Promise<void> {
    run.network.answerWith(answer);
    tab = await visit(run, tab, ARTICLE);
    await tab.marked("BABA");
  }

  it("the second source answers and is named when the first one is down", async () => {
    await openArticle(onlyCboe({ status: 503, contentType: "text/html", body: "<h1>503</h1>" }));
    await tab.hover("BABA");
    const card = await tab.card("3.28 points");
    expect(card).toContain("$160.80");
    expect(card).toContain("Cboe");
    expect(card).not.toContain("Source: Yahoo");
  });

  it("a close that the first source lacks is taken from the second, and the options page says which said what", async () => {
    const withHole = { ...DEMO_MARKET.BABA, closes: closesOf("BABA").filter(([date]) => date !== "2025-11-10") };
    const [yahoo, cboe] = [yahooWith({ ...DEMO_MARKET, BABA: withHole } as typeof DEMO_MARKET), onlyCboe(TOO_MANY)];
    await openArticle((request) => (isYahoo(request) ? yahoo : cboe)(request));
    await tab.hover("BABA");
    expect(await tab.card("3.28 points")).toContain("$160.80");
    await own.toFront();
    await own.reload();
    await own.reads(texts.options_about);
    const before = run.network.outgoing().length;
    await own.waitFor(unfold, texts.why_title);
    const told = await own.reads("Cboe · BABA: gave these closes");
    expect(told).toContain("Yahoo Finance · BABA: has no close of Nov 10, 2025");
    expect(run.network.outgoing()).toHaveLength(before);
  });

  it("a source that asks us to wait is left alone until its rest is over, also after the background was killed", async () => {
    const before = run.network.outgoing().length;
    await openArticle(onlyCboe(TOO_MANY));
    const asked = (ticker = "") => {
      const urls = run.network.outgoing().slice(before).filter(isYahoo);
      return urls.filter(({ url }) => decodeURIComponent(url).includes(ticker)).length;
    };
    await tab.hover("BABA");
    await tab.card(/points[\s\S]*Cboe/);
    expect(asked("BABA")).toBe(1);
    // The benchmark is asked for at once, or knows of the rest already.
    const first = asked();
    expect(first - asked("^GSPC")).toBe(1);
    expect(asked("^GSPC")).toBeLessThan(2);
    await run.killBackground();
    await tab.leave();
    await tab.noCard();
    await tab.hover("Microsoft");
    await tab.card(/Microsoft[\s\S]*points[\s\S]*Cboe/);
    expect(asked()).toBe(first);
    await own.evaluate(endRests, null);
    run.network.answerWith(yahooWith(DEMO_MARKET));
    await own.evaluate(ask, { request: "compare", payload: { ticker: "META" }, times: 1 });
    expect(asked()).toBeGreaterThan(first);
  });

  it("with all sources down the last known close is shown, marked stale with the day that was missed", async () => {
    await openArticle(yahooWith(dayBefore));
    await own.evaluate(ask, { request: "compare", payload: { ticker: "BABA" }, times: 1 });
    // As if it had been fetched a day ago: today's close was not due then.
    await own.evaluate(backdate, DEMO_NOW - 86_400_000);
    run.network.answerWith(everyone({ status: 503, contentType: "text/html", body: "" }));
    await tab.hover("BABA");
    const card = await tab.card("Stale: the close of Nov 11, 2025");
    expect(card).toContain("$165.89");
    expect(card).toContain("Nov 10, 2025, 4:00 PM EST");
  });

  it("50 asks for one ticker at once are one request, and one for the benchmark; 45 tickers are three", async () => {
    run.network.answerWith(yahooWith(DEMO_MARKET));
    const before = run.network.outgoing().length;
    const replies = await own.evaluate(ask, { request: "compare", payload: { ticker: "BABA" }, times: 50 });
    expect(replies).toEqual(Array.from({ length: 50 }, () => true));
    expect(run.network.outgoing().slice(before).filter(isYahoo)).toHaveLength(2);
    await own.evaluate(ask, { request: "clear-cache", payload: {}, times: 1 });
    const tickers = Array.from({ length: 45 }, (_, at) => `T${at}`);
    await own.evaluate(ask, { request: "compare-rows", payload: { tickers }, times: 1 });
    expect(run.network.outgoing().slice(before).filter(isYahoo)).toHaveLength(5);
  });
});

describe.each(BROWSERS)("on a day that closed early, in $name", ({ start }) => {
  let run: ExtensionRun;
  beforeAll(async () => {
    run = await start({ fixedNow: Date.parse("2025-11-28T18:20:00Z") });
    run.network.servePage(ARTICLE, ALIBABA);
    run.network.answerWith(yahooWith(UNTIL_BLACK_FRIDAY));
    await agree(run);
  });
  afterAll(() => run?.close());

  it("the card shows the close of one o'clock", async () => {
    const tab = await run.open(ARTICLE);
    await tab.marked("BABA");
    await tab.hover("BABA");
    const card = await tab.card("Close of Fri, Nov 28, 2025, 1:00 PM EST");
    expect(card).toContain("$140.25");
    expect(card).not.toContain("Stale");
  });
});

/** What these tests use of the browser's API inside one of our own pages. */
declare const chrome: {
  readonly runtime: { readonly sendMessage: (message: unknown) => Promise<{ ok?: boolean }> };
  readonly storage: {
    readonly local: {
      readonly get: (keys: null) => Promise<Record<string, object>>;
      readonly set: (values: Record<string, unknown>) => Promise<void>;
      readonly remove: (key: string) => Promise<void>;
    };
  };
};

/** Asks the background from one of our own pages; whether each of the replies was good. */
function ask({ times, ...envelope }: { request: string; payload: unknown; times: number }): Promise<boolean[]> {
  return Promise.all(
    Array.from({ length: times }, async () => {
      const reply = await chrome.runtime.sendMessage(envelope);
      return reply.ok === true;
    }),
  );
}

/** Ends every rest, as time would. */
async function endRests(): Promise<void> {
  await chrome.storage.local.remove("closes-rests");
}

/** Sets back when the kept closes were fetched. */
async function backdate(fetchedAt: number): Promise<void> {
  const stored = await chrome.storage.local.get(null);
  for (const [key, value] of Object.entries(stored))
    if (/^closes:(year|month):/.test(key)) await chrome.storage.local.set({ [key]: { ...value, fetchedAt } });
}

/** Unfolds the part of the page under this title; false until it is there. */
function unfold(title: string): boolean {
  const summary = [...document.querySelectorAll("summary")].find(({ textContent }) => textContent === title);
  summary?.click();
  return summary !== undefined;
}
