import * as z from "zod/mini";
import type { Ticker } from "../domain/ticker";
import { WATCHLIST_LIMIT, type WatchedListing, type WatchlistChange } from "../domain/watchlist";
import { name, nothing, ticker } from "./payload-fields";
import { ANYONE, request } from "./request";

/** Requests about the watchlist. */
export const WATCHLIST_REQUESTS = {
  /**
   * Adds a listing to the watchlist or removes it; fails if the list is full. The card sends this only after it has
   * checked that the click was real and uncovered.
   */
  star: request<{ ticker: Ticker; starred: boolean }, null>(ANYONE, () =>
    z.strictObject({ ticker: ticker(), starred: z.boolean() }),
  ),
  /** The watchlist in the reader's order. */
  watchlist: request<Record<string, never>, readonly WatchedListing[]>(["own-page"], nothing),
  /** Adds, removes, restores or moves listings. Resolves with the new list. */
  "change-watchlist": request<{ changes: WatchlistChange[] }, readonly WatchedListing[]>(["own-page"], () =>
    z.strictObject({
      changes: z
        .array(
          z.discriminatedUnion("change", [
            z.strictObject({ change: z.literal("add"), listing: z.strictObject({ ticker: ticker(), name: name() }) }),
            z.strictObject({ change: z.literal("remove"), ticker: ticker() }),
            z.strictObject({ change: z.literal("restore"), ticker: ticker() }),
            z.strictObject({ change: z.literal("move"), ticker: ticker(), index: z.int() }),
          ]),
        )
        .check(z.maxLength(WATCHLIST_LIMIT)),
    }),
  ),
} as const;
