import * as z from "zod/mini";
import { isTicker } from "../domain/ticker";
import { WATCHED_NAME_LIMIT, type Watchlist, type WatchlistItem } from "../domain/watchlist";
import { isFuture } from "./clock-slack";

const listSchema = z.record(z.string(), z.unknown());
const itemSchema = z.object({
  name: z.catch(z.string(), ""),
  place: z.number(),
  changedAt: z.number(),
  removed: z.optional(z.unknown()),
});
const asideSchema = z.object({ at: z.number() });

/** A stored or received list made whole: what is not an item is left out. `isWhole`: nothing was. */
export function readWatchlist(stored: unknown): { readonly list: Watchlist; readonly isWhole: boolean } {
  if (stored === undefined) return { list: {}, isWhole: true };
  const items = listSchema.safeParse(stored).data;
  if (!items) return { list: {}, isWhole: false };
  const read = Object.entries(items).flatMap(([ticker, item]) => {
    const { data } = itemSchema.safeParse(item);
    return data && isTicker(ticker) ? [[ticker, itemOf(data)] as const] : [];
  });
  return { list: Object.fromEntries(read), isWhole: read.length === Object.keys(items).length };
}

/** When an unreadable list was put aside, epoch milliseconds; null when none is. */
export function readAsideTime(stored: unknown): number | null {
  return asideSchema.safeParse(stored).data?.at ?? null;
}

/**
 * What a clock ahead of time dated here, dated anew: it would
 * outlast every later account. The same list where nothing is.
 */
export function healWatchlist(list: Watchlist, now: number): Watchlist {
  if (Object.keys(futureItems(list, now)).length === 0) return list;
  return Object.fromEntries(
    Object.entries(list).map(([ticker, item]) => [
      ticker,
      isFuture(item.changedAt, now) ? { ...item, changedAt: now } : item,
    ]),
  );
}

/** The items that were dated by a clock too far ahead to be believed. */
export function futureItems(list: Watchlist, now: number): Watchlist {
  return Object.fromEntries(Object.entries(list).filter(([, { changedAt }]) => isFuture(changedAt, now)));
}

function itemOf({ name, place, changedAt, removed }: z.infer<typeof itemSchema>): WatchlistItem {
  const kept = { name: name.slice(0, WATCHED_NAME_LIMIT), place, changedAt };
  return removed === true ? { ...kept, removed } : kept;
}
