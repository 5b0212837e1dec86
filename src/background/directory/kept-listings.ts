import type { CompleteDirectory, Directory, FormerListing } from "../../domain/directory";
import type { ExchangeId } from "../../domain/exchange";
import type { FormerTicker, Listing, ListingKind } from "../../domain/listing";
import type { Ticker } from "../../domain/ticker";
import { type KeptTable, keepTable, lookUp, rowsOf } from "./kept-table";

/** The listings of a directory and who had which ticker before, each by ticker. */
export interface KeptListings {
  readonly listings: KeptTable;
  readonly former: KeptTable;
}

/** A listing with what the directory says of it. */
interface Row {
  readonly listing: Listing;
  /** Whether it is the starter's. */
  readonly isKnown: boolean;
  /** The company's tickers on other exchanges, and its former ones. */
  readonly others: readonly Ticker[];
}

/**
 * A row as it is kept, without its ticker. It is an array because there are thousands, and each would repeat the names
 * of the fields.
 */
type WrittenRow = readonly [
  name: string,
  exchange: ExchangeId,
  kind: ListingKind,
  isKnown: 0 | 1,
  others: readonly Ticker[],
  aliases: readonly string[],
  formerTickers: readonly FormerTicker[],
  otherListing?: Ticker,
];

/** Keeps a directory's listings; `isKnown` tells those of the starter. */
export function keepListings(directory: CompleteDirectory, isKnown: (ticker: Ticker) => boolean): KeptListings {
  const listings = directory.listings();
  const former = listings.flatMap(({ formerTickers }) =>
    formerTickers.map(({ ticker }): [Ticker, string] => {
      const { listing, until } = directory.byFormerTicker(ticker) ?? {};
      return [ticker, JSON.stringify({ ticker: listing?.ticker, until })];
    }),
  );
  return {
    listings: keepTable(
      listings.map((listing) => {
        const row = { listing, isKnown: isKnown(listing.ticker), others: directory.othersOf(listing) };
        return [listing.ticker, written(row)];
      }),
    ),
    former: keepTable(former),
  };
}

function written({ listing, isKnown, others }: Row): string {
  const { name, exchange, kind, aliases, formerTickers, otherListing } = listing;
  const row: WrittenRow = [name, exchange, kind, isKnown ? 1 : 0, others, aliases, formerTickers];
  return JSON.stringify(otherListing === undefined ? row : [...row, otherListing]);
}

function read(ticker: Ticker, text: string): Row {
  const row: WrittenRow = JSON.parse(text);
  const [name, exchange, kind, isKnown, others, aliases, formerTickers, otherListing] = row;
  const listing = { ticker, name, exchange, kind, aliases, formerTickers };
  return {
    listing: otherListing === undefined ? listing : { ...listing, otherListing },
    isKnown: isKnown === 1,
    others,
  };
}

/** The directory of kept listings. A row is read when it is asked for, and all rows when somebody searches. */
export function openListings({ listings, former }: KeptListings): {
  readonly directory: Directory;
  readonly isKnown: (ticker: Ticker) => boolean;
} {
  const rows = new Map<Ticker, Row>();
  const rowOf = (ticker: Ticker): Row | undefined => {
    const known = rows.get(ticker);
    if (known) return known;
    const text = lookUp(listings, ticker);
    if (text === undefined) return undefined;
    const row = read(ticker, text);
    rows.set(ticker, row);
    return row;
  };
  const byTicker = (ticker: Ticker) => rowOf(ticker)?.listing;
  let all: readonly Listing[] | null = null;
  return {
    directory: {
      listings: () => {
        all ??= rowsOf(listings).map(([ticker, text]) => read(ticker, text).listing);
        return all;
      },
      byTicker,
      byFormerTicker: (ticker): FormerListing | undefined => {
        const text = lookUp(former, ticker);
        if (text === undefined) return undefined;
        const { ticker: present, until } = JSON.parse(text);
        const listing = byTicker(present);
        return listing && { listing, until };
      },
      othersOf: ({ ticker }) => rowOf(ticker)?.others ?? [],
    },
    isKnown: (ticker) => rowOf(ticker)?.isKnown ?? false,
  };
}
