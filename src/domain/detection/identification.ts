import type { ListingKind } from "../listing";
import type { Ticker } from "../ticker";

/**
 * How much the text around must speak for a match before it is a mention.
 * 0: nothing more. 1: a page that speaks of companies. 2: words of the market, or the company itself, close by.
 * 3: its full name, legal form or ticker on the page.
 */
export type Doubt = 0 | 1 | 2 | 3;

/** What the directory found inside one candidate's surface; offsets are UTF-16 units within the surface, end exclusive. */
export interface SurfaceMatch {
  readonly start: number;
  readonly end: number;
  readonly ticker: Ticker;
  readonly name: string;
  readonly kind: ListingKind;
  readonly as: "exchange" | "cashtag" | "link" | "suffixed" | "ticker" | "name";
  readonly doubt: Doubt;
  /** The whole registered name stands there; it unlocks the short one on its page. */
  readonly full?: true;
  /** Capitals beside it make it look like a part of some other name (`Ford Foundation`). */
  readonly inName?: true;
  /** A network that every page has buttons for. */
  readonly social?: true;
  /** The company's tickers elsewhere and before, by which a bracket may call it. */
  readonly others?: readonly Ticker[];
}

/** The surfaces that hold anything, with what they hold in text order; all others are absent. */
export type Identification = Readonly<Record<string, readonly SurfaceMatch[]>>;
