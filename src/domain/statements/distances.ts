import { isBoundary, isComma, isIdle, leftOf, rightOf } from "./clauses";
import { lastOfRun } from "./lists";
import { isA, type Token } from "./token";

/** `32 % below its 52-week high`, `6.6 % higher than the issue price`, `17 % from the intraday high`. */
export function isDistance(tokens: readonly Token[], at: number): boolean {
  const kind = tokens[at]?.figure?.unit.kind;
  // `closed $21.67 short of its 52-week high`; behind `at` it is a price.
  if (kind === "money") return !isA(tokens[at - 1], "at") && measuresAtOnce(tokens, at);
  if (kind !== "percent" && kind !== "points") return false;
  if (isMeasuredBefore(tokens, at) || isPremium(tokens, at)) return true;
  const run = lastOfRun(tokens, at);
  const behind = rightOf(tokens, run, 10, (token) => isComma(token) || token.figure?.unit.kind === "percent");
  const measured = behind.findIndex((token) => isA(token, "beside", "from") && !isA(token, "clause"));
  if (measured < 0 || measured > 5) return false;
  // `de 9 % à 88,14 euros au lendemain de ses résultats`: behind a price, `de` measures nothing.
  if (isA(behind[measured], "of") && behind.slice(0, measured).some(({ figure }) => figure)) return false;
  return (
    behind.slice(measured).some((token) => isA(token, "mark", "extreme", "other")) &&
    !behind.slice(measured).some((token) => isA(token, "previous"))
  );
}

/** `ein Aufschlag von 31 Prozent auf den Schlusskurs`: what an offer adds to a close. */
function isPremium(tokens: readonly Token[], at: number): boolean {
  const before = leftOf(tokens, at, 3, isBoundary);
  const behind = rightOf(tokens, at, 4, (token) => isBoundary(token) || token.figure !== undefined);
  return (
    before.some((token) => isA(token, "valued") && isA(token, "up", "down")) &&
    behind.some((token) => isA(token, "close", "previous"))
  );
}

function measuresAtOnce(tokens: readonly Token[], at: number): boolean {
  const behind = rightOf(tokens, at, 6, isComma);
  return isA(behind[0], "beside") && behind.some((token) => isA(token, "mark", "extreme"));
}

/** `shaved 70 points off the Dow`, `restó 70 puntos al Ibex`: what one share's move did to an index. */
export function isShareOfIndexMove(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.figure?.unit.kind !== "points") return false;
  const behind = tokens.slice(at + 1, at + 4);
  const index = behind.findIndex(({ subject }) => subject?.isIndex);
  const tie = behind.slice(0, Math.max(0, index));
  return tie.some((token) => isA(token, "at", "from", "beside")) && tie.every((token) => isTie(token));
}

function isTie(token: Token): boolean {
  return isIdle(token) || isA(token, "at", "from", "beside", "place");
}

/** `Gegenüber dem Ausgabepreis von 20 Euro liegt Acme 35 Prozent im Plus`. */
function isMeasuredBefore(tokens: readonly Token[], at: number): boolean {
  const before = leftOf(tokens, at, 12, (token) => isBoundary(token) || isA(token, "and"));
  const mark = before.findIndex((token) => isA(token, "mark"));
  const measure = before.slice(mark + 1, mark + 4);
  // `공모가(2만원)보다 55% 높은`: here the word of comparison stands behind the mark.
  if (before.slice(0, Math.max(0, mark)).some((token) => isA(token, "from") && !isA(token, "of", "at"))) return true;
  return (
    mark >= 0 &&
    measure.some((token) => isA(token, "from", "beside")) &&
    !measure.some((token) => isA(token, "up", "down"))
  );
}

/** `vise 40 euros, contre 38 euros auparavant`. */
export function isOldTarget(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(0, at);
  const isTarget = before.some((token) => isA(token, "forecast", "valued") && !isA(token, "at", "beside"));
  return isA(before.at(-1), "from") && isTarget && !before.some((token) => isA(token, "close", "up", "down", "trade"));
}
