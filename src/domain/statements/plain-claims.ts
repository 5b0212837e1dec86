import { isComma, isIdle } from "./clauses";
import { isA, type Token } from "./token";
import type { WordKind } from "./words/word-kinds";

/** What a sentence may say that only tells of a share's close on a day. */
const PLAIN: readonly WordKind[] = [
  "up",
  "down",
  "flat",
  "close",
  "trade",
  "at",
  "of",
  "place",
  "filler",
  "daily",
  "share",
  "per-share",
  "and",
  "topic",
  "today",
  "same-day",
];

/** What makes it tell of something else, or of the close only roughly. */
const NOT_PLAIN: readonly WordKind[] = [
  "extreme",
  "bound",
  "mark",
  "below",
  "above",
  "other",
  "forecast",
  "period",
  "region",
  "receipt",
  "open",
  "premarket",
  "after-hours",
  "intraday",
  "about",
  "more-than",
  "previous",
  "yesterday",
  "before-yesterday",
  "long-ago",
  "undone",
  "valued",
  "next",
];

/** What may not stand behind the clause either: another day, market or class of share. */
const NOT_BEHIND: readonly WordKind[] = [
  "region",
  "receipt",
  "long-ago",
  "previous",
  "next",
  "after-hours",
  "premarket",
];

/**
 * Whether a sentence says of one share, in words that are all known, that it closed at the figure at `at`: no
 * other name or price, no word that nobody knows up to the end of the figure's clause. Only such a close may differ.
 */
export function isPlainClaim(tokens: readonly Token[], at: number): boolean {
  const end = tokens.findIndex((token, index) => index > at && isComma(token));
  const clause = end < 0 ? tokens : tokens.slice(0, end);
  const ticker = clause.find(({ subject }) => subject)?.subject?.ticker;
  if (isA(tokens[0], "unreal")) return false;
  if (ticker === undefined || !clause.every((token, index) => index === at || isPlain(token, ticker))) return false;
  const behind = tokens.slice(clause.length);
  return behind.every((token) => !isYear(token) && !isA(token, ...NOT_BEHIND)) && goesOn(behind);
}

/**
 * Whether what follows the clause goes on about the move, or begins a clause of its own: `, down 3 %`, `, its lowest
 * since May`, `, after it had cut its forecast`. Other words may limit the claim: `, in Toronto`, `, adjusted`.
 */
function goesOn(behind: readonly Token[]): boolean {
  const [comma, ...after] = behind;
  if (!comma || after.length === 0) return true;
  const date = after.findIndex(isComma);
  if (after[0]?.sense.month !== undefined || after[1]?.sense.month !== undefined)
    return date < 0 || goesOn(after.slice(date));
  for (const token of after.slice(0, MOST_BEFORE_MOVE)) {
    if (isA(token, "up", "down", "flat", "superlative", "mark") || token.figure?.unit.kind === "percent") return true;
    if (token === after[0] && isA(token, "clause")) return true;
    if (!isIdle(token) && !isA(token, "at", "of", "place", "and")) return false;
  }
  return false;
}

/** `, and with that a little more than`. */
const MOST_BEFORE_MOVE = 5;

function isPlain(token: Token, ticker: string): boolean {
  const { figure, subject } = token;
  if (subject) return subject.ticker === ticker;
  // `Nov. 11`, `down 3.07 %`.
  if (figure) return figure.unit.kind === "percent" || (figure.unit.kind === "plain" && figure.value <= 31);
  return isKnownWord(token);
}

/** Whether a word or mark is known and only tells of a share's close on a day. */
export function isKnownWord(token: Token): boolean {
  const { type, sense } = token;
  if (type !== "word") return type === "comma" || type === "open" || type === "shut";
  if (sense.weekday !== undefined || sense.month !== undefined) return true;
  return isA(token, ...PLAIN) && !(isA(token, ...NOT_PLAIN) && !isA(token, "close"));
}

function isYear({ figure }: Token): boolean {
  return figure?.unit.kind === "plain" && figure.decimals === 0 && figure.value >= 1900 && figure.value < 2100;
}
