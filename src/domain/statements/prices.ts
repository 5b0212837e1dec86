import { isBoundary, isIdle, namesSession } from "./clauses";
import { isA, type Token } from "./tokens";
import type { Language } from "./words/languages";

/** How a text presents a price or a level. */
export interface PriceSign {
  /** The words say that it is a close. */
  readonly claimsClose: boolean;
  /** It is that of the session before. */
  readonly isPrevious: boolean;
}

/** Whether the figure at `at` is presented as the price of a share or the level of an index: after a close or trade word, or as where a move led to. Null where it is not. */
export function priceSign(tokens: readonly Token[], at: number, language: Language): PriceSign | null {
  let hasAt = false;
  let hasFrom = false;
  let isPrevious = isA(tokens[at + 1], "previous") || isA(tokens[at + 2], "previous");
  for (let index = at - 1; index >= 0 && at - index <= 9; index -= 1) {
    const token = tokens[index];
    if (!token) return null;
    if (isA(token, "previous")) isPrevious = true;
    if (isA(token, "close")) return { claimsClose: true, isPrevious };
    if (token.figure) return isOfMove(tokens, index, at, hasAt, language) && !hasFrom ? { claimsClose: false, isPrevious: false } : null;
    if (isA(token, "at")) {
      hasAt = true;
      if (isA(token, "trade", "up", "down")) return { claimsClose: false, isPrevious };
      continue;
    }
    if (isA(token, "from")) {
      hasFrom = true;
      continue;
    }
    if (isA(token, "trade") && !hasFrom) return { claimsClose: false, isPrevious };
    if (isA(token, "extreme", "mark", "open", "other")) return null;
    if (isA(token, "up", "down")) {
      const isLed = hasAt || (language.figureFirst && tokens[index - 1]?.figure !== undefined) || followsShut(tokens, index, language);
      return isLed && !hasFrom ? { claimsClose: false, isPrevious } : null;
    }
    if (token.subject) return isQuote(tokens, at) ? { claimsClose: false, isPrevious } : previousOnly(isPrevious);
    if (isIdle(token) || namesSession(token) || isA(token, "share", "of", "or", "intraday", "premarket", "after-hours")) continue;
    if (token.type === "shut" || (token.type === "open" && isPrevious)) continue;
    if (token.type === "open" || isBoundary(token)) return previousOnly(isPrevious);
  }
  return previousOnly(isPrevious);
}

function previousOnly(isPrevious: boolean): PriceSign | null {
  return isPrevious ? { claimsClose: true, isPrevious } : null;
}

/** `8.31포인트(0.35%) 내린 2,380.44`. */
function followsShut(tokens: readonly Token[], index: number, language: Language): boolean {
  return language.figureFirst && tokens[index - 1]?.type === "shut";
}

/** The move led to the price: `3.42 % to Rs 25.45`, `(+7,17% 55,32 euros)`. */
function isOfMove(tokens: readonly Token[], index: number, at: number, hasAt: boolean, language: Language): boolean {
  const kind = tokens[index]?.figure?.unit.kind;
  if (kind !== "percent" && kind !== "points" && kind !== "money") return false;
  return hasAt || (kind === "percent" && at - index === 1) || (language.figureFirst && at - index <= 3);
}

/** A line of a list: the name, its price, its change. */
function isQuote(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.subject !== undefined && tokens[at + 1]?.figure?.unit.kind === "percent";
}
