import { isA, type Token } from "./token";

/** Whether a token is a mark that separates clauses. */
export function isComma(token: Token | undefined): boolean {
  return token?.type === "comma" || token?.type === "semicolon" || token?.type === "colon";
}

/** Whether a token separates two clauses. */
export function isBoundary(token: Token | undefined): boolean {
  return (
    token === undefined || isComma(token) || (isA(token, "clause") && !isA(token, "filler", "of", "from", "more-than"))
  );
}

/** Whether a token says nothing about the figure beside it, so that it can be skipped. */
export function isIdle(token: Token | undefined): boolean {
  return (
    isA(token, "filler", "about", "more-than", "daily", "per-share") &&
    !isA(token, "up", "down", "at", "extreme", "other", "close", "from", "beside")
  );
}

/** Whether a token tells what may come; German `wird … gehandelt` tells what is. */
export function isForecast(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!isA(token, "forecast")) return false;
  return !(isA(token, "filler") && tokens.slice(index + 1, index + 9).some((one) => isA(one, "trade")));
}

/** The tokens from `at` to the left, nearest first, until `isEnd`, at most `most`. */
export function leftOf(tokens: readonly Token[], at: number, most: number, isEnd: (token: Token) => boolean): Token[] {
  const found: Token[] = [];
  for (let index = at - 1; index >= 0 && found.length < most; index -= 1) {
    const token = tokens[index];
    if (!token || isEnd(token)) break;
    found.push(token);
  }
  return found;
}

/** The tokens from `at` to the right, nearest first, until `isEnd`, at most `most`. */
export function rightOf(tokens: readonly Token[], at: number, most: number, isEnd: (token: Token) => boolean): Token[] {
  const found: Token[] = [];
  for (let index = at + 1; index < tokens.length && found.length < most; index += 1) {
    const token = tokens[index];
    if (!token || isEnd(token)) break;
    found.push(token);
  }
  return found;
}

/** Whether a token names the session of a figure: a day, `today`, `yesterday`. */
export function namesSession(token: Token | undefined): boolean {
  return (
    isA(token, "today", "yesterday", "before-yesterday", "latest", "next") ||
    token?.sense.weekday !== undefined ||
    token?.sense.month !== undefined ||
    token?.type === "time" ||
    token?.type === "date"
  );
}

/** Whether a number is the day or year beside a month. */
export function isPartOfDate(tokens: readonly Token[], at: number): boolean {
  const figure = tokens[at]?.figure;
  if (!figure || !/^(?:plain|other)$/.test(figure.unit.kind) || figure.decimals > 0) return false;
  const behind = isA(tokens[at + 1], "of") ? tokens[at + 2] : tokens[at + 1];
  return [tokens[at - 1], behind].some((token) => token?.sense.month !== undefined);
}
