import { isIdle } from "./clauses";
import { isA, type Token } from "./token";

/** Whether the figure at `at` is one end of a range, where a move began, or what it crossed. */
export function isOfRange(tokens: readonly Token[], at: number): boolean {
  const figure = tokens[at]?.figure;
  if (!figure) return false;
  if (figure.isRange || isEndOfRange(tokens, at)) return true;
  return isBeginOfRange(tokens, at) || isStartOfMove(tokens, at) || isLine(tokens, at);
}

/** `2 to 4 percent`, `2 bis 4 Prozent`, `2% to 4%`: the first number may have no unit of its own. */
function isEndOfRange(tokens: readonly Token[], at: number): boolean {
  const [first, tie, second] = [tokens[at - 2]?.figure, tokens[at - 1], tokens[at]?.figure];
  if (second?.unit.kind !== "percent" || !tiesRange(tie)) return false;
  return first?.unit.kind === "plain" || first?.unit.kind === "percent";
}

function isBeginOfRange(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.figure?.unit.kind === "percent" && isEndOfRange(tokens, at + 2);
}

function tiesRange(token: Token | undefined): boolean {
  return isA(token, "at", "from", "before") && !isA(token, "up", "down");
}

/** `down from $165.89`, `from a 2% gain to a 3% loss`, `von 165,89 Dollar auf 160,80 Dollar`. */
function isStartOfMove(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (isIdle(tokens[before])) before -= 1;
  // `from a` is among the words that measure.
  if (!isA(tokens[before], "from", "beside")) return false;
  const isOnlyFrom = !isA(tokens[before], "of");
  const kind = tokens[at]?.figure?.unit.kind;
  // `against $165.89 a day earlier` is the close of that day.
  if (isOnlyFrom && kind === "money" && isA(tokens[before], "from"))
    return !tokens.slice(at + 1, at + 3).some((token) => isA(token, "previous"));
  const next = tokens.findIndex(({ figure }, index) => index > at && figure !== undefined);
  if (next < 0 || next - at > MOST_APART || tokens[next]?.figure?.unit.kind !== kind) return false;
  let end = next - 1;
  while (isIdle(tokens[end]) && !isA(tokens[end], "at")) end -= 1;
  return isA(tokens[end], "at") && end > at && (isOnlyFrom || isNear(tokens[at], tokens[next]));
}

/** `slid under the $160 level`, `fell 3 % below $160`: what a move crossed. */
function isLine(tokens: readonly Token[], at: number): boolean {
  const kind = tokens[at]?.figure?.unit.kind;
  let before = at - 1;
  while (isIdle(tokens[before])) before -= 1;
  // `lost under $1` is less than a dollar, `slid under the $160 level` is none.
  if (isA(tokens[before], "up", "down", "at") || (isA(tokens[before], "more-than") && before === at - 1)) return false;
  return isA(tokens[before], "beside", "below", "above") && (kind === "money" || kind === "points");
}

/** `un recul de 0,50 euro à 160,80 euros`: where the word means `by` too, two prices are near each other. */
function isNear(first: Token | undefined, second: Token | undefined): boolean {
  const ratio = (first?.figure?.value ?? 0) / (second?.figure?.value || 1);
  return ratio > 1 / 2 && ratio < 2;
}

/** `from a loss of 2 % at noon to one of 3 %`. */
const MOST_APART = 8;
