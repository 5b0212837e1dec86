import { beforeApposition } from "./appositions";
import { isBoundary, isComma, isPartOfDate, leftOf, namesSession, rightOf } from "./clauses";
import { lastOfRun } from "./lists";
import { isA, type Token } from "./token";

/**
 * Whether the figure at `at` is the move of a week or a year, as words of the same clause say, or words before it in
 * the same sentence.
 */
export function isOfPeriod(tokens: readonly Token[], at: number): boolean {
  if (namesDayAtOnce(tokens, at)) return false;
  const run = lastOfRun(tokens, at);
  const behind = rightOf(tokens, run, 12, (token) => isBoundary(token) || isA(token, "and"));
  for (let index = 0; index < behind.length; index += 1) {
    const token = behind[index];
    if ((namesSession(token) && !isMonthAlone(tokens, run + 1 + index)) || isA(token, "daily")) break;
    if (isPeriodAt(tokens, run + 1 + index)) return true;
    if (token?.figure?.unit.kind === tokens[at]?.figure?.unit.kind) break;
  }
  if (closesPeriod(tokens, at)) return false;
  const isDay = (token: Token) =>
    namesSession(token) || isA(token, "daily", "close", "premarket", "after-hours", "intraday");
  let crossed = false;
  for (let index = at - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (!token) break;
    if (isPeriodAt(tokens, index) && !(crossed && isStreak(tokens, index))) return !crossed || !behind.some(isDay);
    if (isDay(token) && !isBoundOfPeriod(tokens, index)) return false;
    // `counted 4 % more passengers in October; the share rose 0.9 %`.
    if (token.type === "semicolon" && tokens.slice(index, at).some((one) => isA(one, "share", "company"))) return false;
    if (isBoundary(token)) crossed = true;
    // `Pets at Home, whose chief resigned last week, lost 3.4 %`.
    if (isComma(token)) index = beforeApposition(tokens, index);
  }
  return false;
}

/** `off 1.2 % on the day and 5 % on the week`. */
function namesDayAtOnce(tokens: readonly Token[], at: number): boolean {
  const first = rightOf(tokens, at, 2, (token) => isBoundary(token) || isA(token, "and")).find(
    (token) => !isA(token, "place", "filler") || isA(token, "daily", "today"),
  );
  return isA(first, "daily") || namesSession(first);
}

/** `ended the week at $88.14`: the close of the period's last day. */
function closesPeriod(tokens: readonly Token[], at: number): boolean {
  const [before, period, verb] = leftOf(tokens, at, 3, isBoundary);
  return (
    isA(before, "at") && isA(period, "period") && isA(verb, "close") && tokens[at]?.figure?.unit.kind !== "percent"
  );
}

/** Whether a day is the beginning or end of a period: `depuis le 1er janvier`, `the five days ended Tuesday`. */
function isBoundOfPeriod(tokens: readonly Token[], index: number): boolean {
  const before = leftOf(tokens, index, 3, (token) => isBoundary(token) || token.figure?.unit.kind === "percent");
  const isDay = namesSession(tokens[index]) || namesSession(tokens[index + 1]);
  return before.some((token) => isA(token, "period") || (isDay && token.figure?.unit.kind === "span"));
}

/**
 * Whether it is of a day long ago, because the clause before ends with that day: `its steepest fall since March 2020,
 * when it dropped 14.5 %`.
 */
export function isOfEarlierDay(tokens: readonly Token[], at: number): boolean {
  const clause = at - leftOf(tokens, at, 12, (token) => isA(token, "clause")).length - 1;
  if (!isA(tokens[clause], "when")) return false;
  const end = isComma(tokens[clause - 1]) ? clause - 2 : clause - 1;
  const isDated = isYearNumber(tokens[end]) || tokens[end]?.sense.month !== undefined || isPartOfDate(tokens, end);
  return isDated && tokens.slice(Math.max(0, end - 4), end).some((token) => isA(token, "period"));
}

/**
 * Whether words name a period. `since March` after `its best day` is a record instead, and so is a span before a mark:
 * `a two-month low`.
 */
function isPeriodAt(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  // `7月24日` is a day, `11月` alone a month.
  const isSpan = token?.figure?.unit.kind === "span" && tokens[index + 1]?.figure?.unit.kind !== "other";
  const isPeriod = isA(token, "period") || isSpan || isYear(tokens, index) || isMonthAlone(tokens, index);
  if (!isPeriod) return false;
  if (isA(tokens[index + 1], "mark", "extreme", "superlative", "other") || isA(tokens[index + 2], "mark", "extreme"))
    return false;
  // `the yield on bonds of ten years`: a span of what is told beside.
  if (leftOf(tokens, index, 3, isBoundary).some((one) => isA(one, "other"))) return false;
  return !leftOf(tokens, index, 5, isComma).some((one) => isA(one, "superlative"));
}

/** `snapping a three-day winning run`: the days before are told of, and no clause behind is about them. */
function isStreak(tokens: readonly Token[], index: number): boolean {
  const isBegun = tokens.slice(0, index).some(({ figure, subject }) => figure || subject);
  return isBegun && tokens.slice(index, index + 3).some((token) => isA(token, "streak"));
}

/** `in early November`, `in late October`. */
function isMonthAlone(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.sense.month === undefined || isPartOfDate(tokens, index - 1) || isPartOfDate(tokens, index + 1))
    return false;
  const before = tokens[index - 1]?.sense.kinds.size === 0 ? tokens[index - 2] : tokens[index - 1];
  return isA(tokens[index - 1], "intraday") || (before !== tokens[index - 1] && isA(before, "of"));
}

/** `in 2025`, `in early 2025`. */
function isYear(tokens: readonly Token[], index: number): boolean {
  return isYearNumber(tokens[index]) && isA(tokens[index - 1], "of", "place", "period", "close", "intraday");
}

/** A year in digits. */
export function isYearNumber(token: Token | undefined): boolean {
  const figure = token?.figure;
  return figure?.unit.kind === "plain" && figure.decimals === 0 && figure.value >= 1990 && figure.value <= 2100;
}
