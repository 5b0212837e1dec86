import type { Listing } from "./listing";
import type { Ticker } from "./ticker";

/** All listings known, by ticker and by name. */
export interface Directory {
  readonly byTicker: (ticker: Ticker) => Listing | undefined;
}

/** A directory over listings; of two with one ticker the first stands. */
export function createDirectory(listings: Iterable<Listing>): Directory {
  const byTicker = new Map<Ticker, Listing>();
  for (const listing of listings) if (!byTicker.has(listing.ticker)) byTicker.set(listing.ticker, listing);
  return { byTicker: (ticker) => byTicker.get(ticker) };
}
