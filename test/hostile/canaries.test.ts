import { readFile } from "node:fs/promises";
import type { CDPSession, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { type ChromiumRun, startChromium, tabOf } from "../e2e/harness/chromium";
import type { Tab } from "../e2e/harness/extension";
import { yahooWith } from "../e2e/harness/market";
import type { Answer, OutgoingRequest } from "../e2e/harness/network";
import { NEWS, newsPage } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";

/** Words that stand nowhere else in the world: found anywhere but in its place, one was leaked. */
const KEY = "canarykey51d0fe27";
const PAGE_CANARIES = {
  address: "canarypath7a1f",
  title: "canarytitle8c2e",
  words: "canarywords9b3d",
  name: "Canaryname Holding",
};
const PAGE = `${NEWS}/${PAGE_CANARIES.address}?q=${PAGE_CANARIES.address}#${PAGE_CANARIES.address}`;
const ALL_PAGE_CANARIES = new RegExp(Object.values(PAGE_CANARIES).join("|"), "i");

/** Each source that takes a key, and where: nobody else may see it. */
const KEYED: Readonly<Record<string, RegExp>> = {
  massive: /^api\.massive\.com$/,
  "twelve-data": /^api\.twelvedata\.com$/,
  tiingo: /^api\.tiingo\.com$/,
  finnhub: /^finnhub\.io$/,
  "alpha-vantage": /^www\.alphavantage\.co$/,
};
const keyOf = (provider: string) => `${KEY}-${provider}`;

/** Sources that refuse the reader's key and repeat it in all they say; Yahoo answers. */
const repeating: Answer = (request) => {
  const { host, href } = new URL(request.url);
  const provider = Object.keys(KEYED).find((id) => KEYED[id]?.test(host));
  if (!provider) return yahooWith(DEMO_MARKET)(request);
  const words = `The key ${keyOf(provider)} is not valid for ${href}`;
  return {
    status: provider === "alpha-vantage" ? 200 : 401,
    contentType: "application/json",
    headers: { "x-key": keyOf(provider), "www-authenticate": `Token ${keyOf(provider)}` },
    body: JSON.stringify({
      message: words,
      detail: words,
      error: words,
      Information: words,
      code: 401,
      status: "error",
    }),
  };
};

declare const chrome: {
  readonly runtime: { readonly sendMessage: (message: object) => Promise<unknown> };
  readonly storage: Record<
    "local" | "sync" | "session",
    { readonly get: (keys: null) => Promise<Record<string, unknown>>; readonly set: (items: object) => Promise<void> }
  >;
};

let run: ChromiumRun;
let page: Page;
let tab: Tab;
/** Where the background itself asked, pages' own addresses among them: those count as visits elsewhere. */
const askedByBackground: string[] = [];
/** Whatever was written to a console, in pages, in our own pages and in the background. */
const logged: string[] = [];
beforeAll(async () => {
  run = await startChromium({ fixedNow: DEMO_NOW });
  run.network.answerWith(repeating);
  run.context.on("request", (request) => {
    if (request.serviceWorker()) askedByBackground.push(request.url());
  });
  run.context.on("console", (message) => logged.push(message.text()));
  run.context.on("weberror", (error) => logged.push(String(error.error().stack ?? error.error())));
  (await run.worker()).on("console", (message) => logged.push(message.text()));
  run.network.servePage(
    PAGE.replace(/#.*/, ""),
    newsPage(`<title>${PAGE_CANARIES.title}</title>
      <p>Alibaba Group Holding Ltd. (NYSE: BABA) closed lower, say ${PAGE_CANARIES.words}.</p>
      <p>${PAGE_CANARIES.name} Inc. (NASDAQ: MSFT) rose.</p>`),
  );
  page = await run.context.newPage();
  tab = tabOf(page);
});
afterAll(() => run?.close());

const showing = (request: OutgoingRequest) => JSON.stringify(request);

describe("before the reader agreed", () => {
  it("nothing leaves: not for a page, a card, the popup, a search, or a test of a key", async () => {
    await page.goto(PAGE);
    // A company is underlined once a paragraph, and any mention of it opens the card.
    await tab.waitFor(() => [...CSS.highlights.values()].some(({ size }) => size > 0), null);
    await tab.hover("BABA");
    await tab.card(/until you agree/);
    const own = await run.openOwnPage("options");
    for (const [request, payload] of Object.entries(EVERYTHING_THAT_ASKS))
      await own.evaluate(send, { request, payload });
    const popup = await run.openOwnPage("popup");
    await popup.waitFor(() => document.querySelectorAll("button").length > 0, null);
    expect(run.network.outgoing()).toEqual([]);
    await popup.close();
    await own.close();
  });
});

describe("a canary", () => {
  const EXPORT = { withoutKeys: "", withKeys: "" };
  const answers: string[] = [];
  beforeAll(async () => {
    await tab.press("Escape");
    await tab.leave();
    await agree(run);
    const options = await run.context.newPage();
    await options.goto(`chrome-extension://${run.extensionId}/options.html`);
    const own = tabOf(options);
    await own.evaluate(keep, Object.fromEntries(Object.keys(KEYED).map((id) => [`key-${id}`, keyOf(id)])));
    for (const provider of Object.keys(KEYED)) {
      answers.push(JSON.stringify(await own.evaluate(send, { request: "key-changed", payload: { provider } })));
      answers.push(JSON.stringify(await own.evaluate(send, { request: "test-key", payload: { provider } })));
      await own.evaluate(send, { request: "key-changed", payload: { provider } });
    }
    for (const ticker of ["BABA", "MSFT"]) {
      await tab.hover(ticker);
      await tab.card(/\$\d/);
      await tab.press("Escape");
      await tab.noCard();
      await tab.leave();
    }
    for (const [request, payload] of Object.entries(EVERYTHING_THAT_ASKS)) {
      answers.push(JSON.stringify(await own.evaluate(send, { request, payload })));
    }
    const popup = await run.openOwnPage("popup");
    await popup.waitFor(() => document.querySelectorAll("button").length > 0, null);
    await popup.close();
    await options.reload();
    EXPORT.withoutKeys = await exportFrom(options, false);
    EXPORT.withKeys = await exportFrom(options, true);
    await options.close();
  });

  it("key went to the source that it is for, and to nobody else", () => {
    const carrying = run.network.outgoing().filter((request) => showing(request).includes(KEY));
    for (const [provider, host] of Object.entries(KEYED)) {
      expect(
        carrying.some((request) => showing(request).includes(keyOf(provider))),
        provider,
      ).toBe(true);
      for (const request of carrying) {
        if (showing(request).includes(keyOf(provider))) expect(new URL(request.url).host).toMatch(host);
      }
    }
  });

  it("key is in no storage but its own place, no backup that did not ask for it, no answer, and no log", async () => {
    const kept = await (await run.worker()).evaluate(everythingKept);
    for (const [area, items] of Object.entries(kept)) {
      const holding = Object.entries(items).filter(([, value]) => JSON.stringify(value).includes(KEY));
      const own = area === "local" ? Object.keys(KEYED).map((id) => `key-${id}`) : [];
      expect(holding.map(([name]) => name).sort(), area).toEqual(own.sort());
    }
    expect(EXPORT.withoutKeys).toContain("sidequote-backup");
    expect(EXPORT.withoutKeys).not.toContain(KEY);
    expect(EXPORT.withKeys).toContain(KEY);
    expect(answers.join("\n")).not.toContain(KEY);
    expect(logged.join("\n")).not.toContain(KEY);
  });

  it("key is in no answer that a content script gets, and a content script cannot read where it lies", async () => {
    const session = await page.context().newCDPSession(page);
    const world = await ownWorld(session);
    for (const [request, payload] of Object.entries(EVERYTHING_A_PAGE_MAY_ASK)) {
      const message = JSON.stringify({ request, payload });
      const answer = await evaluateIn(session, world, `chrome.runtime.sendMessage(${message}).then(JSON.stringify)`);
      expect(answer, request).toContain('"ok"');
      expect(answer, request).not.toContain(KEY);
    }
    const read = await evaluateIn(session, world, `chrome.storage.local.get(null).then(JSON.stringify, String)`);
    expect(read).toMatch(/Access to storage is not allowed/);
  });

  it("page's address, title, words and names left with no request, and are kept and logged nowhere", async () => {
    expect(run.network.outgoing().length).toBeGreaterThan(5);
    const asked = askedByBackground.filter((url) => url.startsWith("http"));
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((url) => !run.network.outgoing().some((request) => request.url === url))).toEqual([]);
    for (const request of run.network.outgoing()) expect(showing(request)).not.toMatch(ALL_PAGE_CANARIES);
    expect(JSON.stringify(await (await run.worker()).evaluate(everythingKept))).not.toMatch(ALL_PAGE_CANARIES);
    expect(logged.join("\n")).not.toMatch(ALL_PAGE_CANARIES);
    expect(EXPORT.withKeys).not.toMatch(ALL_PAGE_CANARIES);
  });
});

/** Every request that could make the background ask somebody, or tell what somebody said. */
const EVERYTHING_THAT_ASKS = {
  compare: { ticker: "NVDA" },
  "compare-rows": { tickers: ["META", "GOOGL"] },
  search: { query: "qzxq" },
  "test-key": { provider: "tiingo" },
  "settings-state": {},
  watchlist: {},
};

const EVERYTHING_A_PAGE_MAY_ASK = {
  wake: {},
  "public-settings": {},
  identify: { blocks: [{ text: "Alibaba rose.", links: [] }] },
  compare: { ticker: "AMZN" },
  describe: { ticker: "BABA" },
};

/** Presses the export button, with or without keys ticked; resolves with the file's text. */
async function exportFrom(options: Page, withKeys: boolean): Promise<string> {
  const box = options.locator("input[type=checkbox]").and(options.getByLabel(/keys/i));
  await box.setChecked(withKeys);
  const downloading = options.waitForEvent("download");
  await options.getByRole("button", { name: /^export/i }).click();
  return readFile(await (await downloading).path(), "utf8");
}

/** The world of our content script in a page. */
async function ownWorld(session: CDPSession): Promise<number> {
  const worlds: number[] = [];
  session.on("Runtime.executionContextCreated", ({ context }) => {
    if (context.origin.startsWith("chrome-extension://")) worlds.push(context.id);
  });
  await session.send("Runtime.enable");
  const [world] = worlds;
  if (world === undefined) throw new Error("no content script in the page");
  return world;
}

async function evaluateIn(session: CDPSession, contextId: number, expression: string): Promise<string> {
  const { result } = await session.send("Runtime.evaluate", { expression, contextId, awaitPromise: true });
  return String(result.value);
}

// The functions below run in the background or in one of our own pages: each stands alone.

function send(envelope: object): Promise<unknown> {
  return chrome.runtime.sendMessage(envelope);
}

function keep(items: object): Promise<void> {
  return chrome.storage.local.set(items);
}

/** All that the extension keeps: its storage areas and its databases. */
async function everythingKept(): Promise<Record<string, Record<string, unknown>>> {
  const { local, sync, session } = chrome.storage;
  const inDatabases: Record<string, unknown> = {};
  for (const { name = "" } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    for (const store of database.objectStoreNames) {
      inDatabases[`${name}/${store}`] = await new Promise((resolve, reject) => {
        const reading = database.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
      });
    }
    database.close();
  }
  return { local: await local.get(null), sync: await sync.get(null), session: await session.get(null), inDatabases };
}
