import type { Ticker } from "../ticker";

/** Why we believe that a piece of text names a listing, strongest first. */
export const EVIDENCE = ["exchange", "cashtag", "link", "paren", "bare", "name"] as const;
/** One of `EVIDENCE`. */
export type Evidence = (typeof EVIDENCE)[number];

/** A piece of a block's text that names a listing; offsets are UTF-16 units, end exclusive. */
export interface Mention {
  readonly ticker: Ticker;
  /** The company's name as the directory has it; the ticker where the directory does not know it. */
  readonly name: string;
  /** The words as the page has them. */
  readonly surface: string;
  readonly start: number;
  readonly end: number;
  readonly evidence: Evidence;
}

/** Most mentions of a frame; the first in the page count. The longest pages seen have some hundreds. */
export const MOST_MENTIONS = 10_000;

/** Most listings that a frame reports: more than any page of news names, and a limit for hostile pages. */
export const MOST_REPORTED = 200;

/** The longest text that is looked up in the directory, UTF-16 units. */
export const LONGEST_SURFACE = 256;

/**
 * The longest text that is read as one block, UTF-16 units: ten times the longest paragraph seen. The rest becomes
 * another block.
 */
export const LONGEST_TEXT = 20_000;

/** Most texts or blocks of a frame in one question; the longest pages seen have some ten thousand text nodes in all. */
export const MOST_TEXTS = 20_000;

/**
 * Most quote links of a frame in one question, all blocks
 * together; the longest lists of quotes seen have some hundreds.
 */
export const MOST_LINKS = 5_000;

/** Most mentions that a frame lists for the popup's ranking; the longest pages seen have some hundreds. */
export const MOST_LISTED = 5_000;
