import type { Ticker } from "../domain/ticker";
import {
  addListing,
  isWatched,
  mergeWatchlists,
  moveListing,
  removeListing,
  restoreListing,
  type WatchedListing,
  type Watchlist,
  type WatchlistChange,
  watchedListings,
} from "../domain/watchlist";
import type { Store } from "../platform/storage";
import { createQueue } from "./queue";
import { futureItems, healWatchlist, readAsideTime, readWatchlist } from "./stored-watchlist";

const KEY = "watchlist";
/** Where a stored list is kept for the reader if part of it could not be read. */
const ASIDE_KEY = "watchlist-aside";

/** An item of the browser's sync can be 8 kB long. Eight of them have room for a full list and its tombstones. */
const BUCKETS = 8;

/** The only reader and writer of the watchlist. */
export interface WatchlistStore {
  readonly read: () => Promise<readonly WatchedListing[]>;
  readonly has: (ticker: Ticker) => Promise<boolean>;
  /** Applies the changes together, after all changes asked for before. Resolves with the new list. */
  readonly change: (changes: readonly WatchlistChange[]) => Promise<readonly WatchedListing[]>;
  /** Merges the lists of other computers into this one, and this one into theirs. */
  readonly merge: () => Promise<void>;
  /** When a list was put aside because part of it could not be read, epoch milliseconds; null if none is. */
  readonly putAsideAt: () => Promise<number | null>;
  readonly forgetAside: () => Promise<void>;
  /** Whether a key of the browser's sync belongs to the watchlist. */
  readonly owns: (key: string) => boolean;
}

interface Dependencies {
  readonly local: Store;
  readonly sync: Store;
  readonly now: () => number;
  /** Called after the list changed. */
  readonly changed: () => void;
}

/**
 * The watchlist in the browser's storage. The local list counts; sync merges it with other computers' ticker by ticker.
 */
export function createWatchlistStore({ local, sync, now, changed }: Dependencies): WatchlistStore {
  const inTurn = createQueue();
  async function load(): Promise<Watchlist> {
    const stored = await local.get(KEY);
    const { list, isWhole } = readWatchlist(stored);
    const healed = healWatchlist(list, now());
    if (!isWhole) await local.set(ASIDE_KEY, { at: now(), value: stored });
    if (!isWhole || healed !== list) await local.set(KEY, healed);
    return healed;
  }

  /** For reading only: the list can be used even if the storage is too full to put anything aside. */
  async function loadToRead(): Promise<Watchlist> {
    try {
      return await load();
    } catch (error) {
      console.error("Sidequote: the stored watchlist could not be repaired", error);
      return readWatchlist(await local.get(KEY)).list;
    }
  }

  async function save(after: Watchlist, before: Watchlist): Promise<void> {
    if (JSON.stringify(after) === JSON.stringify(before)) return;
    await local.set(KEY, after);
    changed();
  }

  return {
    read: () => inTurn(async () => watchedListings(await loadToRead())),
    has: async (ticker) => isWatched(readWatchlist(await local.get(KEY)).list, ticker),
    change: (changes) =>
      inTurn(async () => {
        const before = await load();
        const after = changes.reduce(applyChange(now()), before);
        await save(after, before);
        await upload(sync, after, before);
        return watchedListings(after);
      }),
    merge: () =>
      inTurn(async () => {
        const [here, elsewhere] = await Promise.all([load(), download(sync)]);
        const unbelievable = futureItems(elsewhere, now());
        const believable = without(elsewhere, Object.keys(unbelievable));
        const merged = mergeWatchlists(here, believable, now());
        await save(merged, here);
        // Items dated in the future stay in sync: otherwise two computers with different clocks would overwrite each
        // other for ever.
        await upload(sync, { ...merged, ...unbelievable }, elsewhere);
      }),
    putAsideAt: async () => readAsideTime(await local.get(ASIDE_KEY)),
    forgetAside: () => local.remove(ASIDE_KEY),
    owns: (key) => key.startsWith(`${KEY}-`),
  };
}

function applyChange(now: number) {
  return (list: Watchlist, change: WatchlistChange): Watchlist => {
    switch (change.change) {
      case "add":
        return addListing(list, change.listing, now);
      case "remove":
        return removeListing(list, change.ticker, now);
      case "restore":
        return restoreListing(list, change.ticker, now);
      case "move":
        return moveListing(list, change.ticker, change.index, now);
    }
  };
}

function without(list: Watchlist, tickers: readonly Ticker[]): Watchlist {
  return Object.fromEntries(Object.entries(list).filter(([ticker]) => !tickers.includes(ticker)));
}

async function download(sync: Store): Promise<Watchlist> {
  const buckets = await Promise.all(bucketKeys().map(async (key) => readWatchlist(await sync.get(key)).list));
  return Object.assign({}, ...buckets);
}

/** Writes the buckets that changed. One that does not fit is left out, and tried again with its next change. */
async function upload(sync: Store, list: Watchlist, before: Watchlist): Promise<void> {
  const buckets = bucketsOf(list);
  const old = bucketsOf(before);
  const changed = bucketKeys().filter((key) => JSON.stringify(buckets[key]) !== JSON.stringify(old[key]));
  const outcomes = await Promise.allSettled(changed.map((key) => sync.set(key, buckets[key] ?? {})));
  for (const outcome of outcomes) {
    if (outcome.status === "rejected") console.debug("Sidequote: the watchlist was not synced", outcome.reason);
  }
}

function bucketKeys(): readonly string[] {
  return Array.from({ length: BUCKETS }, (_, index) => `${KEY}-${index}`);
}

/** Every computer puts a ticker into the same bucket. */
function bucketsOf(list: Watchlist): Record<string, Watchlist> {
  const buckets: Record<string, Record<Ticker, Watchlist[Ticker] & object>> = {};
  // Sorted, so that equal lists are equal texts on every computer, and nobody answers a list that is the same.
  for (const [ticker, item] of Object.entries(list).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const sum = [...ticker].reduce((total, letter) => total + letter.charCodeAt(0), 0);
    const key = `${KEY}-${sum % BUCKETS}`;
    buckets[key] = { ...buckets[key], [ticker]: item };
  }
  return buckets;
}
