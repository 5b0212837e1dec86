import type { ListingKind } from "../listing";
import type { Ticker } from "../ticker";

/**
 * How much the text around must speak for a candidate before it is a mention.
 * 0: nothing more. 1: a page that speaks of companies. 2: words of the market, or the company itself, close by.
 * 3: its full name, legal form or ticker on the page.
 */
export type Doubt = 0 | 1 | 2 | 3;

/** How a candidate is written. `paren`: a ticker in a bracket after its company's name. */
export type Form = "exchange" | "cashtag" | "link" | "suffixed" | "ticker" | "name" | "paren";

/**
 * A piece of text that could name a listing, and which; offsets are UTF-16 units of the phrase or block it was found
 * in, end exclusive.
 */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly ticker: Ticker;
  /** The company's name as the directory has it; the ticker where the directory does not know it. */
  readonly name: string;
  readonly kind: ListingKind;
  readonly form: Form;
  readonly doubt: Doubt;
  /** The whole registered name stands there; it makes the short one known on its page. */
  readonly full?: true;
  /** Capitals beside it make it look like a part of some other name (`Ford Foundation`). */
  readonly inName?: true;
  /** The starter has the listing: it is one that many write about. */
  readonly known?: true;
  /** A network that every page has buttons for. */
  readonly social?: true;
  /** The company's tickers elsewhere and before, by which a bracket may call it. */
  readonly others?: readonly Ticker[];
}

/** The phrases in which the directory finds anything, with their candidates in text order; all others are absent. */
export type Identification = Readonly<Record<string, readonly Candidate[]>>;

/** A block's text and its candidates, whose offsets are in it. */
export interface ReadBlock {
  readonly text: string;
  readonly candidates: readonly Candidate[];
}
