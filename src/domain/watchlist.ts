import { isTicker, type Ticker } from "./ticker";

/** A ticker of the watchlist, kept also after its removal, so that two computers can agree. */
export interface WatchlistItem {
  /** The company's name when it was added; "" when unknown. */
  readonly name: string;
  /** Place in the list, smaller first; any finite number. */
  readonly place: number;
  /** When it was last added, moved or removed, epoch milliseconds. Of two items for one ticker, the later counts. */
  readonly changedAt: number;
  /** Removed; the item is kept as a tombstone, so that a merge does not bring it back. */
  readonly removed?: true;
}

/** The watchlist by ticker, tombstones included. */
export type Watchlist = Readonly<Record<Ticker, WatchlistItem>>;

/** One listing of the watchlist as it is shown. */
export interface WatchedListing {
  readonly ticker: Ticker;
  readonly name: string;
}

/** One change of the watchlist. */
export type WatchlistChange =
  | { readonly change: "add"; readonly listing: WatchedListing }
  | { readonly change: "remove" | "restore"; readonly ticker: Ticker }
  | { readonly change: "move"; readonly ticker: Ticker; readonly index: number };

/** Most listings on the list: four batches of the largest list a source takes at once, and within the sync quota. */
export const WATCHLIST_LIMIT = 200;

/** How long a removal is remembered: longer than a computer is usually left switched off. */
const TOMBSTONE_LIFE_MS = 90 * 24 * 60 * 60 * 1000;

/** Most removals remembered, so that a list with its removals fits into sync. */
const TOMBSTONE_LIMIT = 200;

/** Longest name kept, in UTF-16 units. */
export const WATCHED_NAME_LIMIT = 60;

/** The listings in the reader's order. */
export function watchedListings(list: Watchlist): readonly WatchedListing[] {
  return present(list).map(([ticker, { name }]) => ({ ticker, name }));
}

/** Whether the listings are as the change wants them. A full list, for example, takes no more. */
export function hasChanged(listings: readonly WatchedListing[], change: WatchlistChange): boolean {
  const ticker = change.change === "add" ? change.listing.ticker : change.ticker;
  const isThere = listings.some((listing) => listing.ticker === ticker);
  return isThere === (change.change !== "remove");
}

/** Whether the ticker is on the list. */
export function isWatched(list: Watchlist, ticker: Ticker): boolean {
  return Object.hasOwn(list, ticker) && list[ticker]?.removed !== true;
}

/** The list with the listing at its end, or unchanged when it is there already or the list is full. */
export function addListing(list: Watchlist, { ticker, name }: WatchedListing, now: number): Watchlist {
  const shown = present(list);
  if (isWatched(list, ticker) || shown.length >= WATCHLIST_LIMIT || !isTicker(ticker)) return list;
  const place = (shown.at(-1)?.[1].place ?? 0) + 1;
  return { ...list, [ticker]: { name: name.slice(0, WATCHED_NAME_LIMIT), place, changedAt: after(list[ticker], now) } };
}

/** The list without the ticker. */
export function removeListing(list: Watchlist, ticker: Ticker, now: number): Watchlist {
  const item = list[ticker];
  if (!item || !isWatched(list, ticker)) return list;
  return { ...list, [ticker]: { ...item, changedAt: after(item, now), removed: true } };
}

/** The list with a removed listing back at its old place, for undo; unchanged if the list has filled up since. */
export function restoreListing(list: Watchlist, ticker: Ticker, now: number): Watchlist {
  const item = list[ticker];
  if (!item?.removed || present(list).length >= WATCHLIST_LIMIT) return list;
  const { removed: _, ...rest } = item;
  return { ...list, [ticker]: { ...rest, changedAt: after(item, now) } };
}

/**
 * The list with the ticker moved to `index`. If two neighbours leave no number between them, all places are numbered
 * again.
 */
export function moveListing(list: Watchlist, ticker: Ticker, index: number, now: number): Watchlist {
  const item = list[ticker];
  if (!item || !isWatched(list, ticker)) return list;
  const others = present(list).filter(([other]) => other !== ticker);
  const at = Math.max(0, Math.min(index, others.length));
  const before = others[at - 1]?.[1].place;
  const behind = others[at]?.[1].place;
  const place =
    before === undefined ? (behind ?? 1) - 1 : behind === undefined ? before + 1 : before + (behind - before) / 2;
  if (place !== before && place !== behind)
    return { ...list, [ticker]: { ...item, place, changedAt: after(item, now) } };
  const order = [...others.slice(0, at), [ticker, item] as const, ...others.slice(at)];
  const respread = order.map(
    ([key, value], i) => [key, { ...value, place: i + 1, changedAt: after(value, now) }] as const,
  );
  return { ...list, ...Object.fromEntries(respread) };
}

/**
 * Merges two lists; of each ticker, the later item counts. What is over the limits, in the reader's order, and expired
 * tombstones are dropped. The order of the arguments does not matter.
 */
export function mergeWatchlists(one: Watchlist, other: Watchlist, now: number): Watchlist {
  const merged: Record<Ticker, WatchlistItem> = { ...one };
  for (const [ticker, item] of Object.entries(other)) {
    const mine = merged[ticker];
    if (!mine || isLater(item, mine)) merged[ticker] = item;
  }
  const tombstones = Object.entries(merged)
    .filter(([, item]) => item.removed && now - item.changedAt < TOMBSTONE_LIFE_MS)
    .sort(([a, one], [b, other]) => other.changedAt - one.changedAt || (a < b ? -1 : 1));
  const kept = [...present(merged).slice(0, WATCHLIST_LIMIT), ...tombstones.slice(0, TOMBSTONE_LIMIT)];
  return Object.fromEntries(kept);
}

/** The time of a change: now, or right after the item that it replaces, if that was dated by a clock ahead of ours. */
function after(item: WatchlistItem | undefined, now: number): number {
  return Math.max(now, (item?.changedAt ?? 0) + 1);
}

/**
 * Whether an item is later. If both have the same date, their content decides, so that two computers choose the same
 * one.
 */
function isLater(item: WatchlistItem, than: WatchlistItem): boolean {
  if (item.changedAt !== than.changedAt) return item.changedAt > than.changedAt;
  return contentOf(item) > contentOf(than);
}

function contentOf({ removed, place, name }: WatchlistItem): string {
  return JSON.stringify([removed ?? false, place, name]);
}

function present(list: Watchlist): readonly (readonly [Ticker, WatchlistItem])[] {
  return Object.entries(list)
    .filter(([, item]) => !item.removed)
    .sort(([a, one], [b, other]) => one.place - other.place || (a < b ? -1 : 1));
}
