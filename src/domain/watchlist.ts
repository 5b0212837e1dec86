import { isTicker, type Ticker } from "./ticker";

/** What is known of one ticker on the watchlist, also after it was taken off, so that two computers can agree. */
export interface WatchlistItem {
  /** The company's name when it was added; "" when unknown. */
  readonly name: string;
  /** Place in the list, smaller first; any finite number. */
  readonly place: number;
  /** When it was last added, moved or taken off, epoch milliseconds: of two accounts the later stands. */
  readonly changedAt: number;
  /** Taken off; kept as a tombstone so that a merge does not bring it back. */
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

const NAME_LIMIT = 60;

/** The listings in the reader's order. */
export function watchedListings(list: Watchlist): readonly WatchedListing[] {
  return present(list).map(([ticker, { name }]) => ({ ticker, name }));
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
  return { ...list, [ticker]: { name: name.slice(0, NAME_LIMIT), place, changedAt: now } };
}

/** The list without the ticker. */
export function removeListing(list: Watchlist, ticker: Ticker, now: number): Watchlist {
  const item = list[ticker];
  if (!item || !isWatched(list, ticker)) return list;
  return { ...list, [ticker]: { ...item, changedAt: now, removed: true } };
}

/** The list with a removed listing back at its old place: undo. */
export function restoreListing(list: Watchlist, ticker: Ticker, now: number): Watchlist {
  const item = list[ticker];
  if (!item?.removed) return list;
  const { removed: _, ...rest } = item;
  return { ...list, [ticker]: { ...rest, changedAt: now } };
}

/** The list with the ticker at `index` among those shown; numbers are respread when two neighbours leave no room between. */
export function moveListing(list: Watchlist, ticker: Ticker, index: number, now: number): Watchlist {
  const item = list[ticker];
  if (!item || !isWatched(list, ticker)) return list;
  const others = present(list).filter(([other]) => other !== ticker);
  const at = Math.max(0, Math.min(index, others.length));
  const before = others[at - 1]?.[1].place;
  const after = others[at]?.[1].place;
  const place =
    before === undefined ? (after ?? 1) - 1 : after === undefined ? before + 1 : before + (after - before) / 2;
  if (place !== before && place !== after) return { ...list, [ticker]: { ...item, place, changedAt: now } };
  const order = [...others.slice(0, at), [ticker, item] as const, ...others.slice(at)];
  const respread = order.map(([key, value], i) => [key, { ...value, place: i + 1, changedAt: now }] as const);
  return { ...list, ...Object.fromEntries(respread) };
}

/** Both lists as one: of each ticker the later account stands; expired tombstones are dropped. Order of arguments does not matter. */
export function mergeWatchlists(one: Watchlist, other: Watchlist, now: number): Watchlist {
  const merged: Record<Ticker, WatchlistItem> = { ...one };
  for (const [ticker, item] of Object.entries(other)) {
    const mine = merged[ticker];
    if (!mine || isLater(item, mine)) merged[ticker] = item;
  }
  return Object.fromEntries(
    Object.entries(merged).filter(([, item]) => !item.removed || now - item.changedAt < TOMBSTONE_LIFE_MS),
  );
}

/** A stored or received list made whole: what is not an item is left out. */
export function repairWatchlist(stored: unknown): Watchlist {
  if (typeof stored !== "object" || stored === null || Array.isArray(stored)) return {};
  return Object.fromEntries(
    Object.entries(stored).flatMap(([ticker, item]) => {
      const repaired = isTicker(ticker) ? repairItem(item) : null;
      return repaired ? [[ticker, repaired]] : [];
    }),
  );
}

/** Whether a stored list is a list, and every item of it could be read. */
export function isWholeWatchlist(stored: unknown): boolean {
  if (stored === undefined) return true;
  if (typeof stored !== "object" || stored === null || Array.isArray(stored)) return false;
  return Object.keys(repairWatchlist(stored)).length === Object.keys(stored).length;
}

function repairItem(item: unknown): WatchlistItem | null {
  if (typeof item !== "object" || item === null) return null;
  const { name, place, changedAt, removed } = item as Partial<Record<keyof WatchlistItem, unknown>>;
  if (typeof place !== "number" || !Number.isFinite(place)) return null;
  if (typeof changedAt !== "number" || !Number.isFinite(changedAt)) return null;
  return {
    name: typeof name === "string" ? name.slice(0, NAME_LIMIT) : "",
    place,
    changedAt,
    ...(removed === true ? { removed: true as const } : {}),
  };
}

/** Ties are broken by content, so that two computers choose alike. */
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
