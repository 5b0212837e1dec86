import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { type ChromiumRun, startChromium } from "../e2e/harness/chromium";
import type { Tab } from "../e2e/harness/extension";
import { yahooWith } from "../e2e/harness/market";
import { NEWS, newsPage } from "../e2e/harness/pages";

const PAGE = `${NEWS}/storage`;
const WATCHED = ["JD", "BIDU"];
const add = (ticker: string) => ({ change: "add", listing: { ticker, name: `Company ${ticker}` } });

declare const chrome: {
  readonly runtime: { readonly sendMessage: (message: object) => Promise<Reply> };
  readonly storage: {
    readonly local: {
      readonly get: (keys: string | null) => Promise<Record<string, unknown>>;
      readonly set: (items: object) => Promise<void>;
      readonly remove: (keys: string[]) => Promise<void>;
      readonly clear: () => Promise<void>;
      readonly getBytesInUse: (keys: null) => Promise<number>;
      readonly QUOTA_BYTES: number;
    };
    readonly sync: {
      readonly get: (keys: null) => Promise<Record<string, unknown>>;
      readonly clear: () => Promise<void>;
    };
  };
};

interface Reply {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly failure?: { readonly kind: string };
}

let run: ChromiumRun;
/** One of our own pages, as a reader has it open in one window. */
let own: Tab;
beforeAll(async () => {
  run = await startChromium({ fixedNow: DEMO_NOW });
  run.network.answerWith(yahooWith(DEMO_MARKET));
  run.network.servePage(PAGE, newsPage("<p>A day for (NYSE: BABA).</p>"));
  own = await run.openOwnPage("options");
});
afterAll(() => run?.close());
beforeEach(async () => {
  await own.evaluate(clearStorage, null);
  await ask("give-consent", {});
  await ask("change-watchlist", { changes: WATCHED.map(add) });
  await ask("change-settings", { patch: { badge: false, look: { repeats: "all" } } });
});

const ask = (request: string, payload: object) => own.evaluate(send, { request, payload });

/** The watchlist's tickers and one setting that the reader has changed, as our own pages are told them. */
async function whole(): Promise<{ tickers: string[]; badge: boolean }> {
  const list = (await ask("watchlist", {})).value as { ticker: string }[];
  const { settings } = (await ask("settings-state", {})).value as { settings: { badge: boolean } };
  return { tickers: list.map(({ ticker }) => ticker), badge: settings.badge };
}

/** A fresh page's card has the figures. */
async function expectFigures(): Promise<void> {
  const tab = await run.open(PAGE);
  await tab.marked("BABA");
  await tab.hover("BABA");
  expect(await tab.card("3.28 points")).toContain("$160.80");
  await tab.close();
}

/** The popup and the options page come up, with something to read and nothing thrown. */
async function expectOwnPages(): Promise<void> {
  const errors: string[] = [];
  const listen = (error: { error: () => Error }) => errors.push(String(error.error()));
  run.context.on("weberror", listen);
  for (const page of ["popup", "options"] as const) {
    const tab = await run.openOwnPage(page);
    await tab.waitFor(() => document.querySelectorAll("button").length > 1, null);
    await tab.close();
  }
  run.context.off("weberror", listen);
  expect(errors).toEqual([]);
}

describe("the real storage, filled to its last bytes", () => {
  it("costs no figure, refuses changes as a whole, and takes them again when there is room", async () => {
    const before = await own.evaluate(keptTexts, null);
    const left = await own.evaluate(fillStorage, null);
    console.log(`storage filled but for ${left} bytes`);
    await run.killBackground();
    await expectFigures();

    const many = Array.from({ length: 50 }, (_, index) => add(`T${index}`));
    expect(await ask("change-watchlist", { changes: many })).toMatchObject({ ok: false });
    const refused = await ask("change-settings", {
      patch: { detection: { never: Array.from({ length: 40 }, (_, index) => `a name of some length ${index}`) } },
    });
    expect(refused).toMatchObject({ ok: false });
    expect(await own.evaluate(keptTexts, null)).toEqual(before);
    expect(await whole()).toEqual({ tickers: WATCHED, badge: false });
    await expectOwnPages();

    await own.evaluate(makeRoom, null);
    expect(await ask("change-watchlist", { changes: many })).toMatchObject({ ok: true });
    expect((await whole()).tickers).toHaveLength(WATCHED.length + many.length);
  });
});

describe("the real storage, corrupt", () => {
  const JUNK: readonly unknown[] = ["junk", [1, [2]], { badge: "x", JD: 7 }];

  it.each(JUNK.map((junk) => [JSON.stringify(junk), junk]))(
    "%s everywhere: figures, pages, and the old values aside",
    async (_, junk) => {
      expect(await ask("compare", { ticker: "BABA" })).toMatchObject({ ok: true });
      const replaced = await own.evaluate(replaceAll, junk);
      expect(replaced).toEqual(expect.arrayContaining(["settings", "watchlist"]));
      expect(replaced.some((key) => key.startsWith("closes"))).toBe(true);
      await run.killBackground();
      await expectFigures();
      await expectOwnPages();
      expect(await ask("change-watchlist", { changes: [add("TSLA")] })).toMatchObject({ ok: true });
      expect((await whole()).tickers).toContain("TSLA");
      const kept = await own.evaluate(() => chrome.storage.local.get(null), null);
      expect(kept["settings-aside"]).toMatchObject({ value: junk });
      expect(kept["watchlist-aside"]).toMatchObject({ value: junk });
    },
  );
});

describe("the database of the directory", () => {
  it("blocked by another connection that never lets go: marks and figures all the same", async () => {
    const blocker = await run.openOwnPage("welcome");
    await blocker.evaluate(blockDatabase, "keyval-store");
    // Only now: a background that something wakes waits behind the upgrade, too.
    await run.killBackground();
    await expectFigures();
    await blocker.close();
  });

  it("broken, without the store it should have: marks and figures all the same", async () => {
    // The background's connection holds this up, and ends with the background.
    await own.evaluate(beginToBreakDatabase, "keyval-store");
    await run.killBackground();
    await own.evaluate(untilDatabaseBroken, null);
    await run.killBackground();
    await expectFigures();
    await expectOwnPages();
  });
});

describe("two windows that write at once", () => {
  it("lose nothing of each other's", async () => {
    const other = await run.openOwnPage("popup");
    const write = ({ from, count }: { from: string; count: number }) =>
      Promise.all(
        Array.from({ length: count }, (_, index) =>
          chrome.runtime.sendMessage(
            index % 2
              ? { request: "change-settings", payload: { patch: { detection: { never: [`${from} ${index}`] } } } }
              : {
                  request: "change-watchlist",
                  payload: { changes: [{ change: "add", listing: { ticker: `${from}${index}`, name: "" } }] },
                },
          ),
        ),
      );
    const replies = await Promise.all([
      own.evaluate(write, { from: "A", count: 16 }),
      other.evaluate(write, { from: "B", count: 16 }),
    ]);
    expect(replies.flat().every(({ ok }) => ok)).toBe(true);
    const { tickers, badge } = await whole();
    expect(tickers).toHaveLength(WATCHED.length + 16);
    expect(new Set(tickers).size).toBe(tickers.length);
    expect(badge).toBe(false);
    await other.close();
  });
});

// The functions below run inside one of our own pages: each stands alone.

function send(envelope: object): Promise<Reply> {
  return chrome.runtime.sendMessage(envelope);
}

/**
 * Empties the storage here and the synced one; a merge that the
 * background is at may bring a list back from the other one.
 */
async function clearStorage(): Promise<void> {
  const { local, sync } = chrome.storage;
  const isEmpty = async () => {
    const kept = Object.entries({ ...(await local.get(null)), ...(await sync.get(null)) });
    return kept.every(([key, value]) => !key.startsWith("watchlist") || JSON.stringify(value) === "{}");
  };
  do {
    await local.clear();
    await sync.clear();
    // Answered after what the background was at.
    await chrome.runtime.sendMessage({ request: "watchlist", payload: {} });
  } while (!(await isEmpty()));
}

async function keptTexts(): Promise<Record<string, string>> {
  const { settings, watchlist, consent } = await chrome.storage.local.get(null);
  return { settings: JSON.stringify(settings), watchlist: JSON.stringify(watchlist), consent: JSON.stringify(consent) };
}

/** Fills what is left of the quota; resolves with the bytes that are still free. */
async function fillStorage(): Promise<number> {
  const { local } = chrome.storage;
  const free = async () => local.QUOTA_BYTES - (await local.getBytesInUse(null));
  for (let piece = 0; (await free()) > 200; piece += 1) {
    await local.set({ [`junk-${piece}`]: "x".repeat(Math.min(1_000_000, (await free()) - 60)) });
  }
  return free();
}

async function makeRoom(): Promise<void> {
  const keys = Object.keys(await chrome.storage.local.get(null));
  await chrome.storage.local.remove(keys.filter((key) => key.startsWith("junk-")));
}

/** Puts `junk` in place of everything but the reader's consent; resolves with the keys. */
async function replaceAll(junk: unknown): Promise<string[]> {
  const keys = Object.keys(await chrome.storage.local.get(null)).filter((key) => key !== "consent");
  await chrome.storage.local.set(Object.fromEntries(keys.map((key) => [key, junk])));
  return keys;
}

/** Holds a connection that ignores an upgrade, and asks for one: whoever opens the database now waits. */
function blockDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const holding = indexedDB.open(name);
    holding.onerror = () => reject(holding.error);
    holding.onsuccess = () => {
      const upgrade = indexedDB.open(name, holding.result.version + 1);
      upgrade.onblocked = () => resolve();
      upgrade.onsuccess = () => reject(new Error("nothing was blocked"));
    };
  });
}

/** Begins to take the stores away that the database should have, which waits for every open connection to end. */
function beginToBreakDatabase(name: string): void {
  const upgrade = indexedDB.open(name, 7);
  const broken = new Promise<void>((resolve, reject) => {
    upgrade.onupgradeneeded = () => {
      for (const store of [...upgrade.result.objectStoreNames]) upgrade.result.deleteObjectStore(store);
    };
    upgrade.onerror = () => reject(upgrade.error);
    upgrade.onsuccess = () => {
      upgrade.result.close();
      resolve();
    };
  });
  Object.assign(window, { broken });
}

function untilDatabaseBroken(): Promise<void> {
  return (window as unknown as { readonly broken: Promise<void> }).broken;
}
