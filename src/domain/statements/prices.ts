import { isBoundary, isComma, isIdle, leftOf, namesSession } from "./clauses";
import { directionOf } from "./directions";
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

/**
 * What the words say if they make the figure at `at` the price of a share or the level of an index: it follows a word
 * of close or trade, or is where a move led to. Null if they do not.
 */
export function priceSign(tokens: readonly Token[], at: number, language: Language): PriceSign | null {
  const measured = measuredClose(tokens, at);
  if (measured) return { claimsClose: true, isPrevious: measured === "of-session-before", hasAt: true };
  let hasAt = false;
  let hasFrom = false;
  let hasBoundary = false;
  let isPrevious = isA(tokens[at + 1], "previous") || isA(tokens[at + 2], "previous");
  const sign = (claimsClose: boolean): PriceSign => ({ claimsClose, isPrevious, hasAt });
  const atEnd = () => {
    if (isPrevious || isCloseBehind(tokens, at)) return sign(true);
    // `wird mit 402,10 Franken gehandelt`.
    return hasAt && isA(tokens[at + 1], "trade") ? sign(false) : null;
  };
  if (language.figureFirst && leadsToMove(tokens, at)) return sign(false);
  if (isA(tokens[at - 1], "beside") && !isA(tokens[at - 1], "at")) return null;
  for (let index = at - 1; index >= 0 && at - index <= 11; index -= 1) {
    const token = tokens[index];
    if (!token) break;
    if (isA(token, "previous")) isPrevious = true;
    if (isA(token, "close")) {
      isPrevious ||= tokens.slice(Math.max(0, index - 2), index).some((one) => isA(one, "previous"));
      return sign(true);
    }
    if (token.figure)
      return isOfMove(tokens, index, at, hasAt, language) && !hasFrom ? sign(isCloseBehind(tokens, at)) : null;
    if (isA(token, "at")) hasAt = true;
    if (isA(token, "from")) hasFrom = true;
    if (isA(token, "extreme", "mark", "other") && !isA(token, "at", "trade")) return null;
    // `up 1.2 % shortly after the opening, at $10.34`.
    if (isA(token, "open") && !isA(token, "at") && !(hasAt && hasBoundary)) return null;
    if (isA(token, "trade") && !hasFrom) return sign(endsTrading(tokens, index) || isCloseBehind(tokens, at));
    if (isA(token, "flat") && hasAt && !hasFrom) return sign(isCloseBehind(tokens, at));
    if (isA(token, "up", "down")) {
      const isLed =
        hasAt || (language.figureFirst && (tokens[index - 1]?.figure ?? tokens[index - 1]?.type === "shut"));
      return isLed && !hasFrom ? sign(isCloseBehind(tokens, at)) : null;
    }
    // `Der Schlusskurs von Acme betrug 31,02 Euro`, `終値はアクメが3102円`.
    if (token.subject && isA(tokens[index - 1], "close")) return sign(true);
    if (token.subject && isA(tokens[index - 1], "of", "from") && isA(tokens[index - 2], "close")) return sign(true);
    if (token.subject) return isQuote(tokens, at) || isElided(tokens, at) ? sign(false) : atEnd();
    if (token.type === "open" && !isA(tokens[index - 1], "previous"))
      return isInBracketOfLevel(tokens, index) ? sign(false) : atEnd();
    if (isBoundary(token)) hasBoundary = true;
    if (isBoundary(token) && (!hasAt || isCloseBehind(tokens, at))) return isQuote(tokens, at) ? sign(false) : atEnd();
  }
  return atEnd();
}

/** The close by which something is measured: of what session the words leave it. */
type MeasuredClose = "of-session-before" | "of-named-session";

/**
 * The price at `at` as the close by which something is measured: right behind the noun, which a word of
 * comparison, an offer or the day before introduces (`a premium to Monday's close of $41.20`); null for others.
 */
export function measuredClose(tokens: readonly Token[], at: number): MeasuredClose | null {
  if (tokens[at]?.figure?.unit.kind !== "money") return null;
  let close = at - 1;
  const isTie = (token: Token | undefined) =>
    isIdle(token) || isA(token, "of", "at", "or", "from", "place") || namesSession(token) || isMark(token);
  while (close > at - 6 && isTie(tokens[close]) && !isA(tokens[close], "close", "previous")) close -= 1;
  if (!isA(tokens[close], "close", "previous") || isA(tokens[close], "extreme", "mark")) return null;
  if (isA(tokens[close], "previous")) return "of-session-before";
  const isEnd = (token: Token) => token.figure !== undefined || token.subject !== undefined || isComma(token);
  const compared = leftOf(tokens, close, 4, isEnd);
  if (compared.some((token) => isA(token, "from", "beside", "below", "above", "more", "less", "previous")))
    return "of-session-before";
  return tokens.slice(Math.max(0, close - 12), close).some((token) => isA(token, "valued")) ? "of-named-session" : null;
}

function isMark(token: Token | undefined): boolean {
  return isComma(token) || token?.type === "open";
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
  if (isComma(tokens[at + 1]) && isA(tokens[at + 2], "up", "down") && tokens[at + 3]?.figure) return true;
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
