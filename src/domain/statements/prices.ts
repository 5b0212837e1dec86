import { isBoundary, isComma, isIdle, isPartOfDate, leftOf } from "./clauses";
import { directionOf } from "./directions";
import { measuredClose } from "./measured-close";
import { endsTrading } from "./phases";
import { isA, type Token } from "./token";
import type { Language } from "./words/languages";

/** What the words say about a price or a level. */
export interface PriceSign {
  /** Whether the words say that it is a close. */
  readonly claimsClose: boolean;
  /** Whether it is that of the session before. */
  readonly isPrevious: boolean;
  /** Whether a word such as `at` or `to` is before it. */
  readonly hasAt: boolean;
}

/** How far to the left of a figure the words are read, tokens. */
const REACH = 11;

/** What has been read so far, from the figure to the left. */
interface Said extends Omit<PriceSign, "claimsClose"> {
  /** Whether a word such as `from` is before it: it is where a move began. */
  readonly hasFrom: boolean;
  /** Whether a comma or another boundary is before it. */
  readonly hasBoundary: boolean;
}

/** A word to the left of a figure, and what the words between the two have said. */
interface LeftWord {
  readonly tokens: readonly Token[];
  /** The figure's index. */
  readonly at: number;
  /** The word's index. */
  readonly index: number;
  readonly token: Token;
  readonly said: Said;
  readonly language: Language;
}

/** What a word to its left makes of a figure. */
type Meaning =
  /** A close. */
  | "close"
  /** A price; it is a close if the words behind the figure say so. */
  | "price"
  /** A price that is no close. */
  | "no-close"
  /** No price. */
  | "no-price"
  /** A price only if the words behind the figure say so. */
  | "unsaid";

/**
 * What the words say if they make the figure at `at` the price of a share or the level of an index: it follows a word
 * of close or trade, or is where a move led to. Null if they do not. The words are read from the figure to the left;
 * the first that means something decides.
 */
export function priceSign(tokens: readonly Token[], at: number, language: Language): PriceSign | null {
  const measured = measuredClose(tokens, at);
  if (measured) return { claimsClose: true, isPrevious: measured === "of-session-before", hasAt: true };
  const isPrevious = isA(tokens[at + 1], "previous") || isA(tokens[at + 2], "previous");
  let said: Said = { isPrevious, hasAt: false, hasFrom: false, hasBoundary: false };
  if (language.figureFirst && leadsToMove(tokens, at)) return signOf("no-close", said, tokens, at);
  const bound = tokens.slice(0, at).findLast((token) => !isIdle(token));
  if (isA(bound, "beside", "above", "below") && !isA(bound, "at")) return null;
  for (let index = at - 1; index >= Math.max(0, at - REACH); index -= 1) {
    const token = tokens[index];
    if (!token) break;
    // `closed on Nov. 11 at $160.80`.
    if (isPartOfDate(tokens, index)) continue;
    if (saysPrevious(tokens, index)) said = { ...said, isPrevious: true };
    const near = meaningOfCloseOrFigure({ tokens, at, index, token, said, language });
    if (near) return signOf(near, said, tokens, at);
    said = { ...said, hasAt: said.hasAt || isA(token, "at"), hasFrom: said.hasFrom || isA(token, "from") };
    const word = { tokens, at, index, token, said, language };
    const meaning = meaningOfMove(word) ?? meaningOfSubject(word) ?? meaningOfBoundary(word);
    if (meaning) return signOf(meaning, said, tokens, at);
    if (isBoundary(token)) said = { ...said, hasBoundary: true };
  }
  return signOf("unsaid", said, tokens, at);
}

function signOf(meaning: Meaning, said: Said, tokens: readonly Token[], at: number): PriceSign | null {
  const { isPrevious, hasAt } = said;
  const sign = (claimsClose: boolean): PriceSign => ({ claimsClose, isPrevious, hasAt });
  switch (meaning) {
    case "close":
      return sign(true);
    case "price":
      return sign(isCloseBehind(tokens, at));
    case "no-close":
      return sign(false);
    case "no-price":
      return null;
    case "unsaid":
      if (isPrevious || isCloseBehind(tokens, at)) return sign(true);
      // `wird mit 402,10 Franken gehandelt`.
      return hasAt && isA(tokens[at + 1], "trade") ? sign(false) : null;
  }
}

/** Whether a word is of the session before, or one of close with such a word right before it. */
function saysPrevious(tokens: readonly Token[], index: number): boolean {
  if (isA(tokens[index], "previous")) return true;
  return isA(tokens[index], "close") && tokens.slice(Math.max(0, index - 2), index).some((one) => isA(one, "previous"));
}

function meaningOfCloseOrFigure({ tokens, at, index, token, said, language }: LeftWord): Meaning | null {
  if (isA(token, "close")) return "close";
  if (!token.figure) return null;
  return isOfMove(tokens, index, at, said.hasAt, language) && !said.hasFrom ? "price" : "no-price";
}

/** What words of moves and trading mean, and those that speak of something else. */
function meaningOfMove({ tokens, index, token, said, language }: LeftWord): Meaning | null {
  const { hasAt, hasFrom, hasBoundary } = said;
  if (isA(token, "extreme", "mark", "other") && !isA(token, "at", "trade")) return "no-price";
  // `up 1.2 % shortly after the opening, at $10.34`.
  if (isA(token, "open") && !isA(token, "at") && !(hasAt && hasBoundary)) return "no-price";
  if (isA(token, "trade") && !hasFrom) return endsTrading(tokens, index) ? "close" : "price";
  if (isA(token, "flat") && hasAt && !hasFrom) return "price";
  if (!isA(token, "up", "down")) return null;
  const before = tokens[index - 1];
  const isBehindFigure = language.figureFirst && (before?.figure !== undefined || before?.type === "shut");
  return (hasAt || isBehindFigure) && !hasFrom ? "price" : "no-price";
}

function meaningOfSubject({ tokens, at, index, token }: LeftWord): Meaning | null {
  if (!token.subject) return null;
  const before = tokens[index - 1];
  // `Der Schlusskurs von Acme betrug 31,02 Euro`, `終値はアクメが3102円`.
  if (isA(before, "close") || (isA(before, "of", "from") && isA(tokens[index - 2], "close"))) return "close";
  return isQuote(tokens, at) || isElided(tokens, at) ? "no-close" : "unsaid";
}

function meaningOfBoundary({ tokens, at, index, token, said }: LeftWord): Meaning | null {
  if (token.type === "open" && !isA(tokens[index - 1], "previous"))
    return isInBracketOfLevel(tokens, index) ? "no-close" : "unsaid";
  if (!isBoundary(token) || (said.hasAt && !isCloseBehind(tokens, at))) return null;
  return isQuote(tokens, at) ? "no-close" : "unsaid";
}

/** `56,15 cotados no fechamento`, `$150 at the close`. */
function isCloseBehind(tokens: readonly Token[], at: number): boolean {
  for (const token of tokens.slice(at + 1, at + 5)) {
    if (isA(token, "close")) return true;
    if (!isIdle(token) && !isA(token, "trade", "of", "place", "at", "today")) return false;
  }
  return false;
}

/** `los 10.300 puntos (10.336,2)`. */
function isInBracketOfLevel(tokens: readonly Token[], open: number): boolean {
  return tokens[open - 1]?.figure?.unit.kind === "points";
}

/** Whether a move led to the price: `3.42 % to Rs 25.45`, `(+7,17% 55,32 euros)`. */
function isOfMove(tokens: readonly Token[], index: number, at: number, hasAt: boolean, language: Language): boolean {
  const kind = tokens[index]?.figure?.unit.kind;
  if (kind !== "percent" && kind !== "points" && kind !== "money") return false;
  if (kind === "money" && !directionOf(tokens, index, language)) return false;
  // `un potencial del 45 %, hasta los 39 euros`: nothing has moved.
  if (leftOf(tokens, index, 3, isComma).some((token) => isA(token, "valued") && !isA(token, "up", "down")))
    return false;
  return hasAt || (kind === "percent" && at - index === 1) || (language.figureFirst && at - index <= 3);
}

/** Whether it is in a line of a list: name, price, change. */
function isQuote(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.figure?.unit.kind === "plain") return false;
  const name = tokens[at - 1]?.type === "colon" ? tokens[at - 2] : tokens[at - 1];
  if (name?.subject === undefined) return false;
  const move = isComma(tokens[at + 1]) ? at + 2 : at + 1;
  if (isA(tokens[move], "up", "down") && tokens[move + 1]?.figure) return true;
  const change = tokens[at + 1]?.type === "open" ? tokens[at + 2] : tokens[at + 1];
  return change?.figure?.unit.kind === "percent";
}

/** `and the Russell 2000 at 2,512.48, up 1.7%`: the verb is that of the name before. */
function isElided(tokens: readonly Token[], at: number): boolean {
  const move = tokens.slice(at + 2, at + 5);
  return (
    isA(tokens[at - 1], "at") &&
    tokens[at - 2]?.subject !== undefined &&
    isComma(tokens[at + 1]) &&
    isA(move[0], "up", "down") &&
    move.some(({ figure }) => figure?.unit.kind === "percent")
  );
}

/** Whether the price is before its move: `25만4000원으로 1.93% 약세`. */
function leadsToMove(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.figure?.unit.kind === "percent" || !isA(tokens[at + 1], "at")) return false;
  if (isA(tokens[at + 2], "up", "down") && !isA(tokens[at + 1], "of")) return true;
  const move = tokens.slice(at + 2, at + 4).findIndex(({ figure }) => figure?.unit.kind === "percent");
  return move >= 0 && isA(tokens[at + 3 + move], "up", "down");
}
