import { fail, ok } from "../domain/failure";
import type { Ticker } from "../domain/ticker";
import type { Handlers } from "../platform/serve";
import type { WatchlistStore } from "./watchlist";

/**
 * Answers requests of card and popup about the watchlist. `nameOf` gives a listing's name, or "" if the directory does
 * not have it.
 */
export function createWatchlistRequests(
  watchlist: WatchlistStore,
  nameOf: (ticker: Ticker) => Promise<string>,
): Pick<Handlers, "star" | "watchlist" | "change-watchlist"> {
  return {
    star: async ({ ticker, starred }, { incognito }) => {
      // Private windows leave nothing behind.
      if (incognito) return fail({ kind: "private-window" });
      const list = await watchlist.change([
        starred ? { change: "add", listing: { ticker, name: await nameOf(ticker) } } : { change: "remove", ticker },
      ]);
      // A full list stays as it was.
      return list.some((watched) => watched.ticker === ticker) === starred ? ok(null) : fail({ kind: "list-full" });
    },
    watchlist: async () => ok(await watchlist.read()),
    "change-watchlist": async ({ changes }) => ok(await watchlist.change(changes)),
  };
}
