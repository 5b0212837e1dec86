import type { PageCompany } from "../../src/domain/detection/page-companies";
import { type Failure, fail, ok, type Result } from "../../src/domain/failure";
import type { FoundListing } from "../../src/domain/listing";
import type { Comparison, ComparisonRow } from "../../src/domain/market/comparison";
import { DEFAULT_SETTINGS, type Settings, type SettingsState } from "../../src/domain/settings";
import type { WordedStatement } from "../../src/domain/statements/article-statement";
import type { Ticker } from "../../src/domain/ticker";
import { WATCHLIST_LIMIT, type WatchedListing } from "../../src/domain/watchlist";
import en from "../../src/locales/en.json";
import type { Ask } from "../../src/platform/ask";
import type { PopupDeps } from "../../src/popup/popup-deps";
import type { ArticleText } from "../../src/protocol/reading-requests";
import { createTextOf, type TextOf } from "../../src/ui/text";
import { ALIBABA } from "./card-cases";

/** The English texts. */
export const englishText: TextOf = createTextOf((key) => en[key]);

/** A row of November 11, 2025, whose benchmark gained 0.21 %. */
export function rowOf(ticker: Ticker, close: number, change: number, more: Partial<ComparisonRow> = {}): ComparisonRow {
  const benchmarkChange = 0.002075;
  return {
    ticker,
    currency: "USD",
    zone: "America/New_York",
    date: "2025-11-11",
    closedAt: Date.UTC(2025, 10, 11, 21),
    close,
    decimals: 2,
    against: "^GSPC",
    previous: { date: "2025-11-10", close: close / (1 + change) },
    change,
    benchmark: {
      ok: true,
      ticker: "^GSPC",
      change: benchmarkChange,
      difference: change - benchmarkChange,
      from: null,
      provider: "yahoo",
    },
    provider: "yahoo",
    staleSince: null,
    told: [],
    changeAbsence: null,
    recent: Array.from({ length: 22 }, (_, day) => close * (1 + change * Math.sin(day / 3) + (change * day) / 11)),
    ...more,
  };
}

/** The S&P 500 on that day. */
export const benchmarkRow = rowOf("^GSPC", 6846.61, 0.002075, {
  currency: null,
  benchmark: { ok: false, absence: "is-benchmark" },
});

interface World {
  readonly rows: Readonly<Record<Ticker, Result<ComparisonRow>>>;
  readonly mentions: readonly PageCompany[] | null;
  readonly watchlist: readonly WatchedListing[];
  readonly found: readonly FoundListing[];
  /** Why the search failed, if it did. */
  readonly searchFailure: Failure | null;
  /** What the figures in an unfolded row have that Alibaba's have not. */
  readonly unfolded: Partial<Comparison>;
  readonly settings: Settings;
  readonly agreedAt: number | null;
  readonly address: string | null;
  readonly allowed: boolean;
  readonly sensitive: boolean;
  readonly isPrivate: boolean;
  /** What the page has for figures to be looked for in, and what the background finds there. */
  readonly article: ArticleText | null;
  readonly stated: readonly WordedStatement[];
  readonly sourcesWithheld: boolean;
  /** Whether the list of sites that are off is full. */
  readonly sitesFull: boolean;
  /** Whether the background does not answer a request. */
  readonly silent: (request: string) => boolean;
  /** The time, epoch milliseconds. */
  readonly now: () => number;
  /** What the browser's permission prompt answers. */
  readonly grants: boolean;
}

const EVERYTHING: World = {
  rows: { "^GSPC": ok(benchmarkRow) },
  mentions: [],
  watchlist: [],
  found: [],
  searchFailure: null,
  unfolded: {},
  settings: DEFAULT_SETTINGS,
  agreedAt: 1,
  address: "https://www.reuters.com/markets/",
  allowed: true,
  sensitive: false,
  isPrivate: false,
  article: null,
  stated: [],
  sourcesWithheld: false,
  sitesFull: false,
  silent: () => false,
  now: () => Date.UTC(2025, 10, 12),
  grants: false,
};

/** The popup's surroundings as a test wants them; `asked` tells every request, oldest first. */
export function createPopupWorld(world: Partial<World> = {}) {
  let now = { ...EVERYTHING, ...world };
  const asked: { request: string; payload: unknown }[] = [];
  const shown: Ticker[] = [];
  const opened: string[] = [];
  const saved: { name: string; text: string }[] = [];
  const removed: WatchedListing[] = [];
  const listeners = new Set<() => void>();
  const state = (): SettingsState => ({
    settings: now.settings,
    agreedAt: now.agreedAt,
    putAside: null,
    synced: true,
  });
  const replies: Record<string, (payload: never) => Result<unknown>> = {
    "settings-state": () => ok(state()),
    watchlist: () => ok(now.watchlist),
    "page-mentions": () => ok(now.mentions),
    "compare-rows": ({ tickers }: { tickers: Ticker[] }) =>
      ok(
        Object.fromEntries(
          tickers.flatMap((ticker) => {
            if (now.sourcesWithheld) return [[ticker, fail({ kind: "no-permission", provider: "yahoo" })]];
            return now.rows[ticker] ? [[ticker, now.rows[ticker]]] : [];
          }),
        ),
      ),
    compare: ({ ticker }: { ticker: Ticker }) => ok({ ...ALIBABA, ticker, ...now.unfolded }),
    "article-statements": ({ tickers }: { tickers: Ticker[] }) =>
      ok(now.stated.filter(({ ticker }) => tickers.includes(ticker))),
    search: () => ok({ listings: now.found, failure: now.searchFailure }),
    "look-once": () => {
      now = { ...now, mentions: [{ ticker: "BABA", name: "Alibaba", count: 1 }] };
      return ok(true);
    },
    "give-consent": () => {
      now = { ...now, agreedAt: 1 };
      return ok(null);
    },
    "switch-site": ({ site, on }: { site: string; on: boolean }) => {
      if (now.sitesFull && !on) return fail({ kind: "list-full" });
      now = { ...now, settings: { ...now.settings, sites: { off: on ? [] : [site], never: [] } } };
      return ok(null);
    },
    "change-watchlist": ({ changes }: { changes: { change: string; ticker?: Ticker; listing?: WatchedListing }[] }) => {
      const [change] = changes;
      const restored = removed.find(({ ticker }) => change?.change === "restore" && ticker === change.ticker);
      const added = change?.listing ?? restored;
      if (added && now.watchlist.length < WATCHLIST_LIMIT) now = { ...now, watchlist: [...now.watchlist, added] };
      if (change?.change === "remove") {
        removed.push(...now.watchlist.filter(({ ticker }) => ticker === change.ticker));
        now = { ...now, watchlist: now.watchlist.filter(({ ticker }) => ticker !== change.ticker) };
      }
      return ok(now.watchlist);
    },
  };
  const ask = (async (request: string, payload: unknown) => {
    asked.push({ request, payload });
    if (now.silent(request)) return fail({ kind: "no-answer" });
    return replies[request]?.(payload as never) ?? fail({ kind: "no-answer" });
  }) as Ask;
  const deps: PopupDeps = {
    ask,
    text: englishText,
    language: "en-US",
    now: () => now.now(),
    activeTab: async () => ({ tabId: 1, address: now.address, isPrivate: now.isPrivate }),
    mayRead: async () => now.allowed,
    isSensitive: () => now.sensitive,
    askForSite: async () => {
      now = { ...now, allowed: now.allowed || now.grants };
      return now.grants;
    },
    askForAllSites: async () => now.grants,
    sourcesWithheld: async () => now.sourcesWithheld,
    askForSources: async () => {
      now = { ...now, sourcesWithheld: !now.grants };
      for (const listener of listeners) listener();
      return now.grants;
    },
    articleText: async () => now.article,
    showMention: async (_, ticker) => void shown.push(ticker),
    saveCsv: (name, text) => void saved.push({ name, text }),
    openPage: (page) => void opened.push(page),
    onBroadcast: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wearLook: () => undefined,
  };
  /** Changes the surroundings while the popup is open, as the options page does. */
  const change = (changed: Partial<World>) => {
    now = { ...now, ...changed };
    for (const listener of listeners) listener();
  };
  return { deps, asked, shown, opened, saved, change };
}
