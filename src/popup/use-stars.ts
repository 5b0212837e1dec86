import { useState } from "preact/hooks";
import type { Failure } from "../domain/failure";
import type { Ticker } from "../domain/ticker";
import type { WatchedListing, WatchlistChange } from "../domain/watchlist";

/** Changes the watchlist. The last removal can be undone, and over a private window nothing is changed. */
export function useStars(
  watchlist: readonly WatchedListing[],
  isPrivate: boolean,
  /** Resolves with why the watchlist is not as the change wants it, or null. */
  changeWatchlist: (change: WatchlistChange) => Promise<Failure | null>,
) {
  const [removed, setRemoved] = useState<Ticker | null>(null);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const watched: ReadonlySet<Ticker> = new Set(watchlist.map(({ ticker }) => ticker));
  const make = async (next: WatchlistChange) => {
    const failure = await changeWatchlist(next);
    setRefusal(failure);
    // An undo that got no answer can be tried again.
    if (next.change === "restore" && failure?.kind === "no-answer") return;
    setRemoved(failure === null && next.change === "remove" ? next.ticker : null);
  };
  const change = (next: WatchlistChange) => (isPrivate ? setRefusal({ kind: "private-window" }) : void make(next));
  return {
    watched,
    removed,
    /** Why the reader's last change was not made; null if it was. */
    refusal,
    change,
    toggle: ({ ticker, name }: WatchedListing) =>
      change(watched.has(ticker) ? { change: "remove", ticker } : { change: "add", listing: { ticker, name } }),
    undo: () => {
      if (removed !== null) void make({ change: "restore", ticker: removed });
    },
  };
}

/** See `useStars`. */
export type Stars = ReturnType<typeof useStars>;
