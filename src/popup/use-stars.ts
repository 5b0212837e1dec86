import { useState } from "preact/hooks";
import type { Ticker } from "../domain/ticker";
import type { WatchedListing, WatchlistChange } from "../domain/watchlist";

/** Changes the watchlist. The last removal can be undone, and over a private window nothing is changed. */
export function useStars(
  watchlist: readonly WatchedListing[],
  isPrivate: boolean,
  changeWatchlist: (change: WatchlistChange) => void,
) {
  const [removed, setRemoved] = useState<Ticker | null>(null);
  const [refused, setRefused] = useState(false);
  const watched: ReadonlySet<Ticker> = new Set(watchlist.map(({ ticker }) => ticker));
  const change = (next: WatchlistChange) => {
    if (isPrivate) return setRefused(true);
    setRemoved(next.change === "remove" ? next.ticker : null);
    changeWatchlist(next);
  };
  return {
    watched,
    removed,
    /** Whether the reader wanted to change the watchlist over a private window, where that does nothing. */
    refused,
    change,
    toggle: ({ ticker, name }: WatchedListing) =>
      change(watched.has(ticker) ? { change: "remove", ticker } : { change: "add", listing: { ticker, name } }),
    undo: () => {
      if (removed !== null) changeWatchlist({ change: "restore", ticker: removed });
      setRemoved(null);
    },
  };
}

/** See `useStars`. */
export type Stars = ReturnType<typeof useStars>;
