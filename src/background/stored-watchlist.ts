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

/** A stored or received list without what is not an item. `isWhole`: nothing was left out. */
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
 * Gives items that are dated in the future, because the clock was ahead, the date `now`; otherwise they would win
 * against every later change. Returns the same list if there are none.
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

/** The items dated so far ahead that the clock must have been wrong. */
export function futureItems(list: Watchlist, now: number): Watchlist {
  return Object.fromEntries(Object.entries(list).filter(([, { changedAt }]) => isFuture(changedAt, now)));
}

function itemOf({ name, place, changedAt, removed }: z.infer<typeof itemSchema>): WatchlistItem {
  const kept = { name: name.slice(0, WATCHED_NAME_LIMIT), place, changedAt };
  return removed === true ? { ...kept, removed } : kept;
}
