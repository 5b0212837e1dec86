import type { Ticker } from "../ticker";
import type { SessionWords } from "./session-words";

/** What a figure says: a price of the share, its day's move in percent or in money, an index's move or its level. */
export const STATEMENT_KINDS = ["close", "change", "change-money", "index-change", "level-of-index"] as const;
/** One of `STATEMENT_KINDS`. */
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** The part of its day that a figure is of; `unknown` if neither the sentence nor the text around says. */
export type Phase = "close" | "intraday" | "premarket" | "after-hours" | "unknown";

/** A figure that a text states of a listing. Offsets are UTF-16 units of the block's text, end exclusive. */
export interface Statement {
  readonly ticker: Ticker;
  readonly kind: StatementKind;
  /** Without its sign. */
  readonly value: number;
  /** The decimals as written: the figure is exact to half a unit of the last. */
  readonly decimals: number;
  /** Another meaning of the same digits (`1.234` in a text that uses both separators); absent if there is none. */
  readonly otherValue?: number;
  /** `%`, `points`, a currency or its hundredth (`USD`, `GBp`); null where the text names none. */
  readonly unit: string | null;
  /** Whether `USD` stands for a bare `$`, which may be of any country; absent if not. */
  readonly isAnyDollar?: true;
  /** −1, 0 or +1 for moves, null for prices and levels. */
  readonly direction: -1 | 0 | 1 | null;
  readonly phase: Phase;
  /** Whether the sentence says the phase, or it is the commonest one of the page. */
  readonly phaseFrom: "sentence" | "page";
  /** Whether the sentence itself says that the figure is of the close. */
  readonly claimsClose: boolean;
  /** Whether the sentence says nothing else: one share, one price, and no word that is not known. */
  readonly isPlain: boolean;
  /** The words of the sentence that name the session; null without any. */
  readonly session: SessionWords | null;
  /** Whether it may be of another day than `session` says, as words beside it are of another time or unknown. */
  readonly mayBeOfOtherDay: boolean;
  readonly approximate: "about" | "more-than" | "less-than" | null;
  /** The index of its block among those of the page. */
  readonly block: number;
  /** The figure. */
  readonly start: number;
  readonly end: number;
  /** The sentence that contains it. */
  readonly sentence: { readonly start: number; readonly end: number };
}
