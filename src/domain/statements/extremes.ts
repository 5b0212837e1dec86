import { isBoundary, isComma, isIdle, leftOf, rightOf } from "./clauses";
import { isA, type Token } from "./token";

/** Whether the figure at `at` is the highest or lowest of the day, a mark of weeks, or the move to one. */
export function isOfExtreme(tokens: readonly Token[], at: number): boolean {
  return isExtreme(tokens, at) || opensWithExtreme(tokens, at) || sharesBound(tokens, at) || followsExtreme(tokens, at);
}

/** `as much as 7 %`, `a 52-week low of $13.18`, `12 % at the low`. */
function isExtreme(tokens: readonly Token[], at: number): boolean {
  const before = leftOf(tokens, at, 5, (token) => isBoundary(token) || token.figure !== undefined);
  const last = at - before.length - 1;
  // `a range of $52.97 to $63.34`: what bounds one bounds both.
  if (tokens[last]?.figure && before.every((token) => isA(token, "at", "and", "or")) && before.length > 0) {
    const kind = tokens[last]?.figure?.unit.kind;
    if ((kind === "plain" || kind === tokens[at]?.figure?.unit.kind) && isExtreme(tokens, last)) return true;
  }
  const nearest = before.findIndex(
    (token) =>
      isA(token, "extreme", "mark") && !isA(token, "at", "bound") && !(isA(token, "trade") && tellsTrade(tokens, last)),
  );
  const relieved = before.findIndex((token) => isA(token, "close", "and") && !isA(token, "extreme", "mark"));
  if (nearest >= 0 && (relieved < 0 || nearest < relieved)) return true;
  const behind = rightOf(tokens, at, 3, (token) => isBoundary(token) || token.figure !== undefined);
  const first = behind.find((token) => !isIdle(token));
  return isA(first, "bound") || (isA(first, "extreme", "mark") && !isA(first, "at", "up", "down"));
}

/** `At one point, Acme was down 5 %`: what opens the sentence holds for its first clause. */
function opensWithExtreme(tokens: readonly Token[], at: number): boolean {
  const comma = tokens.findIndex(isComma);
  const opening = tokens.slice(0, Math.max(0, comma));
  if (opening.length > 7 || isA(opening[0], "clause") || tokens.slice(comma + 1, at).some(isBoundary)) return false;
  const isMark = opening.some((token) => isA(token, "mark", "superlative", "up", "down"));
  const hasOwn = opening.some(({ figure, subject }) => figure || (subject && !subject.isPlace));
  return comma < at && !isMark && !hasOwn && opening.filter((token) => isA(token, "extreme")).length === 1;
}

/** `traded down $0.77 on Tuesday, reaching $39.75`: where the trade stands. */
function tellsTrade(tokens: readonly Token[], before: number): boolean {
  return tokens
    .slice(0, before + 1)
    .some((token, index) => isA(token, "trade") && isA(tokens[index + 1], "up", "down"));
}

/** `hit as high as $49.99, a jump of 29.5 %`: the move to a bound is one of the day's too. */
function followsExtreme(tokens: readonly Token[], at: number): boolean {
  const before = leftOf(tokens, at, 9, (token) => isComma(token));
  const comma = at - before.length - 1;
  const isMoveOnly = before.every(
    (token) => isIdle(token) || isA(token, "up", "down", "of", "or") || token.figure !== undefined,
  );
  return (
    isComma(tokens[comma]) &&
    tokens[comma - 1]?.figure !== undefined &&
    isMoveOnly &&
    !before.some((token) => isA(token, "close")) &&
    before.length > 0 &&
    isExtremeOrFollows(tokens, comma - 1)
  );
}

function isExtremeOrFollows(tokens: readonly Token[], at: number): boolean {
  return isExtreme(tokens, at) || (tokens[at]?.figure?.unit.kind === "money" && followsExtreme(tokens, at));
}

/** `一時4.2%安の3980円`, `500円高の3120円まで`: of the move and the price it led to, both are bounds. */
function sharesBound(tokens: readonly Token[], at: number): boolean {
  const isTied = (first: number, second: number) =>
    second - first === 3 &&
    isA(tokens[first + 1], "up", "down") &&
    isA(tokens[first + 2], "of") &&
    isA(tokens[first + 2], "at");
  return [-3, 3].some((step) => {
    const other = at + step;
    return tokens[other]?.figure && isTied(Math.min(at, other), Math.max(at, other)) && isExtreme(tokens, other);
  });
}
