import { isComma, isIdle, leftOf, namesSession } from "./clauses";
import { isA, type Token } from "./token";

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
