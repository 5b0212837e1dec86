import type { ListingKind } from "../listing";
import type { Ticker } from "../ticker";

/**
 * How often the same letters mean something else. 0: hardly ever; such a candidate introduces its company to the page.
 * 1: seldom, as with short names and plain tickers. 2: often, as with ordinary words. 3: mostly. Names and bare tickers
 * are weighed with the page's other clues (`rules/clues`).
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
  /** The whole registered name is there, which makes the short one known on its page. */
  readonly full?: true;
  /** A short form that we made of a longer name, which its company may not go by. */
  readonly shortened?: true;
  /** The company's name is always in capitals (`SMIC`), or the directory has an alias as the text writes it (`OCBC`). */
  readonly asListed?: true;
  /** Words with capitals beside it make it look like part of another name (`Ford Foundation`). */
  readonly inName?: true;
  /** The starter has the listing: it is one that many write about. */
  readonly known?: true;
  /** A social network, for which every page has buttons. */
  readonly social?: true;
  /** The company's tickers on other exchanges and its former ones, which a bracket may contain. */
  readonly others?: readonly Ticker[];
}

/** The phrases in which the directory finds anything, with their candidates in text order; all others are absent. */
export type Identification = Readonly<Record<string, readonly Candidate[]>>;

/** A block's text and its candidates, whose offsets are in it. */
export interface ReadBlock {
  readonly text: string;
  readonly candidates: readonly Candidate[];
}
