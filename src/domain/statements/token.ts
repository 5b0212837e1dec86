import type { Ticker } from "../ticker";
import type { Figure } from "./numbers/figure";
import type { Sense } from "./words/lexicon";
import type { WordKind } from "./words/word-kinds";

/** A listing named in a text; offsets are UTF-16 units, end exclusive. */
export interface Named {
  readonly ticker: Ticker;
  readonly start: number;
  readonly end: number;
}

/** A listing or an index that a figure may be stated of. */
export interface Subject {
  readonly ticker: Ticker;
  readonly isIndex: boolean;
  /** Whether it is named as a place (`on the Nasdaq`, `DAX-Konzern`), and not as what moves. */
  readonly isPlace: boolean;
  /** Its ticker follows in brackets. */
  readonly isIntroduced?: boolean;
}

/** A piece of a text, with what the rules need to know about it. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly type:
    | "word"
    | "name"
    | "figure"
    | "subject"
    | "comma"
    | "semicolon"
    | "colon"
    | "stop"
    | "open"
    | "shut"
    | "time"
    | "date";
  readonly sense: Sense;
  readonly figure?: Figure;
  readonly subject?: Subject;
}

/** Whether a token says one of `kinds`. */
export function isA(token: Token | undefined, ...kinds: readonly WordKind[]): boolean {
  return token !== undefined && kinds.some((kind) => token.sense.kinds.has(kind));
}
