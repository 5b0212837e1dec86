import { isAmerican } from "./american-exchanges";
import type { Listing } from "./listing";
import type { Ticker } from "./ticker";

/** Whose ticker it was before, and until which day (`YYYY-MM-DD`). */
export interface FormerListing {
  readonly listing: Listing;
  readonly until: string;
}

/** All listings known, by ticker. Names are found by `detection/names/name-index`. */
export interface Directory {
  /** The best known first. */
  readonly listings: () => readonly Listing[];
  readonly byTicker: (ticker: Ticker) => Listing | undefined;
  readonly byFormerTicker: (ticker: Ticker) => FormerListing | undefined;
  /** The company's tickers on other exchanges, and its former ones. */
  readonly othersOf: (listing: Listing) => readonly Ticker[];
}

/** A directory from which the table of names can be made. */
export interface CompleteDirectory extends Directory {
  /**
   * The main listing of its company: the one in the United States, if there is one; of two abroad, the one that the
   * other names without being named by it; otherwise itself.
   */
  readonly primaryOf: (listing: Listing) => Listing;
}

/** Makes a directory of listings, the best known first; of two with the same ticker, the first counts. */
export function createDirectory(listings: Iterable<Listing>): CompleteDirectory {
  const byTicker = new Map<Ticker, Listing>();
  const byFormer = new Map<Ticker, FormerListing>();
  for (const listing of listings) {
    if (byTicker.has(listing.ticker)) continue;
    byTicker.set(listing.ticker, listing);
    for (const { ticker, until } of listing.formerTickers) {
      if (!byFormer.has(ticker)) byFormer.set(ticker, { listing, until });
    }
  }
  const siblings = new Map<Ticker, Set<Ticker>>();
  const relate = (one: Ticker, other: Ticker) => siblings.set(one, (siblings.get(one) ?? new Set()).add(other));
  for (const { ticker, otherListing, formerTickers } of byTicker.values()) {
    for (const former of formerTickers) relate(ticker, former.ticker);
    if (otherListing === undefined) continue;
    relate(ticker, otherListing);
    relate(otherListing, ticker);
    for (const former of formerTickers) relate(otherListing, former.ticker);
  }
  return {
    listings: () => [...byTicker.values()],
    byTicker: (ticker) => byTicker.get(ticker),
    byFormerTicker: (ticker) => byFormer.get(ticker),
    primaryOf: (named) => {
      const listing = byTicker.get(named.ticker) ?? named;
      const other = listing.otherListing === undefined ? undefined : byTicker.get(listing.otherListing);
      if (!other || isListedInAmerica(listing)) return listing;
      return isListedInAmerica(other) || (other.otherListing === undefined && other.exchange !== "OTC")
        ? other
        : listing;
    },
    othersOf: ({ ticker }) => [...(siblings.get(ticker) ?? [])],
  };
}

function isListedInAmerica({ exchange }: Listing): boolean {
  return isAmerican(exchange) && exchange !== "OTC";
}
