import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { type ChromiumRun, startChromium } from "../e2e/harness/chromium";
import type { Tab } from "../e2e/harness/extension";
import { yahooWith } from "../e2e/harness/market";
import type { Answer } from "../e2e/harness/network";
import { NEWS, newsPage } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";
import { ALARM, PAYLOADS } from "./payloads";

/** Tickers for listings that do not exist. */
const TICKERS = PAYLOADS.map((_, index) => `XX${index}`);
/** Longest name the watchlist keeps. */
const LONGEST_NAME = 60;
/** Longest surface the settings take. */
const LONGEST_SURFACE = 80;
/** Ten tickers a minute are what one tab may have fetched by hovering. */
const KNOWN = ["CSCO", "INTC", "NVDA", "AMZN", "ADBE", "QCOM", "AMGN", "TSLA", "PYPL", "NFLX"] as const;
const DATES = ["2025-11-10", "2025-11-11"] as const;

/** A market whose every company has a payload for a name and for a currency. */
const HOSTILE_MARKET: typeof DEMO_MARKET = Object.fromEntries([
  ...Object.entries(DEMO_MARKET),
  ...PAYLOADS.map((payload, index) => [
    TICKERS[index] ?? "",
    {
      ...(DEMO_MARKET.BABA as (typeof DEMO_MARKET)[string]),
      name: payload,
      exchangeName: payload,
      fullExchangeName: payload,
      currency: payload,
      closes: DATES.map((date, day) => [date, 100 + day] as [string, number]),
    },
  ]),
]);

const answer: Answer = (request) => {
  const { host, pathname, searchParams } = new URL(request.url);
  if (pathname !== "/v1/finance/search" || !host.endsWith("finance.yahoo.com"))
    return yahooWith(HOSTILE_MARKET)(request);
  const from = Number(searchParams.get("q")?.replace(/\D/g, ""));
  const quotes = PAYLOADS.slice(from, from + 6).map((payload, index) => ({
    symbol: TICKERS[from + index],
    shortname: payload,
    longname: payload,
    quoteType: "EQUITY",
    exchDisp: payload,
    isYahooFinance: true,
  }));
  return { status: 200, contentType: "application/json", body: JSON.stringify({ quotes }) };
};

let run: ChromiumRun;
beforeAll(async () => {
  run = await startChromium({ fixedNow: DEMO_NOW });
  run.network.answerWith(answer);
  await agree(run);
  const worker = await run.worker();
  const items = PAYLOADS.map((name, place) => [TICKERS[place], { name, place, changedAt: 1 }]);
  await worker.evaluate(store, { watchlist: Object.fromEntries(items) });
});
afterAll(() => run?.close());

/** Fails when anything ran, or when a payload became more than text. */
async function expectOnlyText(tab: Tab): Promise<void> {
  const found = await tab.evaluate(foreignElements, ALARM);
  expect(found).toEqual([]);
}

describe("the payloads", () => {
  it("are fifty or more, and do run where a page is careless", async () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(50);
    const careless = `${NEWS}/careless`;
    // What the page itself loads.
    for (const url of [`${NEWS}/x`, "https://evil.example/x.js"]) run.network.servePage(url, "");
    run.network.servePage(careless, newsPage(PAYLOADS.join("\n")));
    const tab = await run.open(careless);
    await tab.waitFor((alarm) => Reflect.get(window, alarm) === 1, ALARM);
    await tab.close();
  });
});

describe("payloads as text", () => {
  it("stay text as names and currencies on the watchlist in the popup", async () => {
    const tab = await run.openOwnPage("popup");
    await tab.waitFor(() => document.querySelectorAll<HTMLElement>("[role=tab]").length === 2, null);
    await tab.evaluate(() => document.querySelectorAll<HTMLElement>("[role=tab]")[1]?.click(), null);
    await tab.waitFor((count) => document.querySelectorAll("tbody tr").length === count, PAYLOADS.length);
    // A name is shown without legal forms at its end and with single spaces.
    const text = await tab.evaluate(() => (document.body.textContent ?? "").replace(/\s+/g, " "), null);
    for (const payload of PAYLOADS) {
      const [beginning = ""] = payload.slice(0, LONGEST_NAME).trim().split(/\s/);
      expect(text).toContain(beginning.replace(/[,;]+$/, ""));
    }
    await expectOnlyText(tab);
    await tab.close();
  });

  it("stay text as search results in the popup", async () => {
    const tab = await run.openOwnPage("popup");
    for (let from = 0; from < PAYLOADS.length; from += 6) {
      await tab.evaluate(search, `qzxq${from}`);
      await tab.waitFor(
        (payload) => document.body.textContent?.includes(payload) === true,
        PAYLOADS[from]?.trim() ?? "",
      );
      await expectOnlyText(tab);
    }
    await tab.close();
  });

  it("are no tickers: a search that finds them as such shows none of them", async () => {
    run.network.answerWith(() => ({
      status: 200,
      contentType: "application/json",
      body: JSON.stringify({
        quotes: [
          ...PAYLOADS.map((symbol) => ({ symbol, shortname: "Hostile", quoteType: "EQUITY", isYahooFinance: true })),
          { symbol: "QZXQ", shortname: "Harmless", quoteType: "EQUITY", isYahooFinance: true },
        ],
      }),
    }));
    const tab = await run.openOwnPage("popup");
    await tab.waitFor(() => document.querySelector("input[type=search]") !== null, null);
    await tab.evaluate(search, "qzxqzz");
    await tab.waitFor(() => document.body.textContent?.includes("Harmless") === true, null);
    expect(await tab.evaluate(() => document.body.textContent, null)).not.toContain("Hostile");
    await expectOnlyText(tab);
    await tab.close();
    run.network.answerWith(answer);
  });

  it("stay text in the lists and notices of the options page", async () => {
    const opener = await run.openOwnPage("options");
    const never = PAYLOADS.map((payload) => payload.slice(0, LONGEST_SURFACE));
    const always = never.map((surface, index) => ({ surface, ticker: TICKERS[index] }));
    const reply = await opener.evaluate(ask, {
      request: "change-settings",
      payload: { patch: { detection: { never, always } } },
    });
    expect(reply).toMatchObject({ ok: true, value: { refused: [] } });
    await (await run.worker()).evaluate(store, {
      "settings-aside": { at: 1, fields: PAYLOADS, value: PAYLOADS },
      "settings-unsynced": PAYLOADS.join(""),
    });
    await opener.close();
    const tab = await run.openOwnPage("options");
    await tab.waitFor((text) => document.body.textContent?.includes(text) === true, never[0] ?? "");
    const text = await tab.evaluate(() => document.body.textContent ?? "", null);
    for (const surface of never) expect(text).toContain(surface.trim());
    await expectOnlyText(tab);
    await tab.close();
    const cleaner = await run.openOwnPage("options");
    await cleaner.evaluate(ask, { request: "reset-settings", payload: {} });
    await cleaner.close();
  });

  it("stay text in the card: a provider's names and currencies, a page's title, link and words", async () => {
    const url = `${NEWS}/payloads`;
    const words = PAYLOADS.map((payload) => payload.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
    const paragraphs = KNOWN.map((ticker, index) => `<p>${words[index * 7]} (NASDAQ: ${ticker}) rose.</p>`);
    run.network.servePage(
      url,
      newsPage(`<title>${words.join("")}</title>${paragraphs.join("")}<p>${words.join(" ")}</p>`),
    );
    const hostile = KNOWN.map((ticker, index) => [ticker, HOSTILE_MARKET[TICKERS[index * 7] ?? ""]]);
    run.network.answerWith(yahooWith(Object.fromEntries([...Object.entries(DEMO_MARKET), ...hostile])));
    const tab = await run.open(url);
    await tab.marked(KNOWN[0]);
    for (const ticker of KNOWN) {
      await tab.hover(ticker);
      await tab.card(new RegExp(ticker));
      await expectOnlyText(tab);
      await tab.press("Escape");
      await tab.noCard();
    }
    await tab.close();
  });
});

declare const chrome: {
  readonly storage: { readonly local: { readonly set: (items: object) => Promise<void> } };
  readonly runtime: { readonly sendMessage: (message: object) => Promise<unknown> };
};

/** Runs in the background. */
function store(items: object): Promise<void> {
  return chrome.storage.local.set(items);
}

// The functions below run inside a page: each stands alone.

function ask(envelope: { request: string; payload: object }): Promise<unknown> {
  return chrome.runtime.sendMessage(envelope);
}

function search(query: string): void {
  const input = document.querySelector<HTMLInputElement>("input[type=search]");
  if (!input) throw new Error("no search");
  input.value = query;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** What no surface of ours has unless a payload became markup; and the alarm. */
function foreignElements(alarm: string): string[] {
  const roots: ParentNode[] = [document];
  const host = document.querySelector("html > div[popover=manual]")?.shadowRoot;
  if (host) roots.push(host);
  const found = Reflect.get(window, alarm) === undefined ? [] : ["a payload ran"];
  for (const root of roots) {
    for (const element of root.querySelectorAll("*")) {
      if (root === document && location.protocol.startsWith("http")) continue;
      const isForeign = /^(img|image|iframe|object|embed|math|marquee|video|audio|base|x)$/i.test(element.localName);
      const runs = element.getAttributeNames().some((name) => /^on|^srcdoc$/.test(name));
      const leads = /^\s*(javascript|data):/i.test(element.getAttribute("href") ?? "");
      const script = element.localName === "script" && !element.getAttribute("src")?.endsWith(".js");
      const isOurs =
        element.localName === "img" && new URL((element as HTMLImageElement).src).origin === location.origin;
      if ((isForeign && !isOurs) || runs || leads || script) found.push(element.outerHTML.slice(0, 120));
    }
  }
  return found;
}
