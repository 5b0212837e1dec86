import type { ExchangeId } from "./exchange";
import type { Ticker } from "./ticker";

/** The kinds of listings; `adr` is a foreign company's share traded in the United States. */
export const LISTING_KINDS = ["stock", "adr", "etf", "index"] as const;
/** One of `LISTING_KINDS`. */
export type ListingKind = (typeof LISTING_KINDS)[number];

/** A ticker the listing had before, and the day (`YYYY-MM-DD`) it last traded under it. */
export interface FormerTicker {
  readonly ticker: Ticker;
  readonly until: string;
}

/** A ticker with company name, exchange, kind and aliases. */
export interface Listing {
  readonly ticker: Ticker;
  /** The company's name with its legal form, as its exchange spells it, without share-class words. */
  readonly name: string;
  readonly exchange: ExchangeId;
  readonly kind: ListingKind;
  /** Other names the press uses, former names, names in other scripts. */
  readonly aliases: readonly string[];
  readonly formerTickers: readonly FormerTicker[];
  /** The same company's listing elsewhere (`9988.HK` of `BABA` and the other way round). */
  readonly otherListing?: Ticker;
}

/** A listing that a search found by ticker or name; `exchange` as the reader knows it, "" when unknown. */
export interface FoundListing {
  readonly ticker: Ticker;
  readonly name: string;
  readonly exchange: string;
}

/** The exchange of a listing, sent with it so that the card needs no table of exchanges. */
interface InReadersWords {
  readonly exchangeName: string;
}

/** What the directory says of a listing; `listing` is null if the directory does not have the ticker. */
export interface Description {
  readonly listing: (Pick<Listing, "ticker" | "name" | "exchange" | "kind"> & InReadersWords) | null;
  /** The same company's listing elsewhere, when the directory has it. */
  readonly other: (Pick<Listing, "ticker"> & InReadersWords) | null;
  readonly starred: boolean;
}
