import { isBoundary, isIdle, leftOf, namesSession, rightOf } from "./clauses";
import { isA, type Token } from "./tokens";

/** Whether the figure at `at` is no day's figure of a share whatever stands around it: a bound, a mark, a target, a period's move. */
export function isTrap(tokens: readonly Token[], at: number): boolean {
  const figure = tokens[at]?.figure;
  if (!figure || figure.isRange) return true;
  if (figure.unit.kind === "large" || figure.unit.kind === "span" || figure.unit.kind === "other") return true;
  return (
    isExtreme(tokens, at) ||
    belongsToWhatFollows(tokens, at) ||
    isDistance(tokens, at) ||
    isOfPeriod(tokens, at) ||
    isOfOpening(tokens, at) ||
    isConversion(tokens, at)
  );
}

/** `as much as 7 %`, `a 52-week low of $13.18`, `12 % at the low`. */
function isExtreme(tokens: readonly Token[], at: number): boolean {
  const before = leftOf(tokens, at, 5, (token) => isBoundary(token) || token.figure !== undefined);
  const nearest = before.findIndex((token) => isA(token, "extreme", "mark"));
  const relieved = before.findIndex((token) => isA(token, "close", "up", "down") && !isA(token, "extreme", "mark"));
  if (nearest >= 0 && (relieved < 0 || nearest < relieved)) return true;
  const behind = rightOf(tokens, at, 3, (token) => isBoundary(token) || token.figure !== undefined);
  const first = behind.find((token) => !isIdle(token));
  return isA(first, "extreme", "mark") && !isA(first, "at", "up", "down");
}

/** `49 % stake`, `a $2.40 price objective`, `20 % of revenue`, `a 3 % rise in sales`. */
function belongsToWhatFollows(tokens: readonly Token[], at: number): boolean {
  const behind = rightOf(tokens, at, 5, (token) => isBoundary(token) || token.figure !== undefined);
  for (const token of behind) {
    if (isA(token, "other", "other-beside") && !isA(token, "up", "down")) return true;
    if (token.type === "subject") return false;
    if (!isIdle(token) && !isA(token, "of", "up", "down")) return false;
  }
  return false;
}

/** `32 % below its 52-week high`, `6.6 % higher than the issue price`, `17 % from the intraday high`. */
function isDistance(tokens: readonly Token[], at: number): boolean {
  const behind = rightOf(tokens, at, 10, (token) => token.type === "comma" || token.figure !== undefined);
  const measured = behind.findIndex((token) => isA(token, "beside", "from"));
  if (measured < 0 || measured > 4) return false;
  return behind.slice(measured).some((token) => isA(token, "mark", "extreme", "other")) && !behind.slice(measured).some((token) => isA(token, "previous", "close"));
}

/** The move of a week or year, told in the same clause or, before it, in the same sentence. */
function isOfPeriod(tokens: readonly Token[], at: number): boolean {
  const behind = rightOf(tokens, at, 12, (token) => isBoundary(token) || isA(token, "and"));
  for (let index = 0; index < behind.length; index += 1) {
    const token = behind[index];
    if (namesSession(token) || isA(token, "daily")) break;
    if (token?.figure && token.figure.unit.kind !== "span") {
      if (token.figure.unit.kind === tokens[at]?.figure?.unit.kind) break;
      continue;
    }
    if (isPeriodAt(tokens, at + 1 + index)) return true;
  }
  const isDay = (token: Token) => namesSession(token) || isA(token, "daily", "close", "premarket", "after-hours", "intraday");
  let crossed = false;
  for (let index = at - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (!token) break;
    if (isPeriodAt(tokens, index)) return !crossed || !behind.some(isDay);
    if (isDay(token)) return false;
    if (isBoundary(token)) crossed = true;
  }
  return false;
}

/** `since March` after `its best day` is a record, no period; a span before a mark is one too: `a two-month low`. */
function isPeriodAt(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const isPeriod = isA(token, "period") || token?.figure?.unit.kind === "span";
  if (!isPeriod) return false;
  if (isA(tokens[index + 1], "mark", "extreme", "superlative") || isA(tokens[index + 2], "mark", "extreme")) return false;
  return !tokens.slice(Math.max(0, index - 5), index).some((one) => isA(one, "superlative"));
}

/** `opened 17 points lower`, `called down 0.1 %`. */
function isOfOpening(tokens: readonly Token[], at: number): boolean {
  const before = leftOf(tokens, at, 10, isBoundary);
  const opening = before.findIndex((token) => isA(token, "open"));
  if (opening >= 0 && !before.slice(0, opening).some((token) => isA(token, "close"))) return true;
  const behind = rightOf(tokens, at, 6, (token) => isBoundary(token));
  return behind.some((token) => isA(token, "open")) && !before.some((token) => isA(token, "close"));
}

/** The same amount once more in another currency: `HK$187.60 (RM100.30)`. */
function isConversion(tokens: readonly Token[], at: number): boolean {
  const [figure, before] = [tokens[at]?.figure, tokens[at - 2]?.figure];
  return tokens[at - 1]?.type === "open" && figure?.unit.kind === "money" && before?.unit.kind === "money";
}
