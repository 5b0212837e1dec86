import { useState } from "preact/hooks";
import type { Ticker } from "../domain/ticker";
import type { WatchedListing, WatchlistChange } from "../domain/watchlist";

/**
 * How the reader changes the watchlist: the last removal can
 * be taken back, and over a private window nothing is changed.
 */
export function useStars(
  watchlist: readonly WatchedListing[],
  isPrivate: boolean,
  changeWatchlist: (change: WatchlistChange) => void,
) {
  const [removed, setRemoved] = useState<Ticker | null>(null);
  const [refused, setRefused] = useState(false);
  const watched: ReadonlySet<Ticker> = new Set(watchlist.map(({ ticker }) => ticker));
  const change = (next: WatchlistChange) => {
    setRemoved(next.change === "remove" ? next.ticker : null);
    changeWatchlist(next);
  };
  return {
    watched,
    removed,
    /** Whether a star was pressed that a private window refuses. */
    refused,
    change,
    toggle: ({ ticker, name }: WatchedListing) => {
      if (isPrivate) return setRefused(true);
      change(watched.has(ticker) ? { change: "remove", ticker } : { change: "add", listing: { ticker, name } });
    },
    undo: () => {
      if (removed !== null) changeWatchlist({ change: "restore", ticker: removed });
      setRemoved(null);
    },
  };
}

export type Stars = ReturnType<typeof useStars>;
