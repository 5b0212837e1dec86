import { isBoundary, isComma, isForecast, isIdle, isPartOfDate, leftOf, rightOf } from "./clauses";
import { isDistance, isOldTarget, isShareOfIndexMove } from "./distances";
import { isOfExtreme } from "./extremes";
import { measuredClose } from "./measured-close";
import { isOfEarlierDay, isOfPeriod, isYearNumber } from "./periods";
import { isOfRange } from "./ranges";
import { isA, type Token } from "./token";

/** A share hardly ever more than doubles in a day, but often in a year. */
const MOST_PERCENT = 100;

/**
 * Whether the figure at `at` is certainly not a share's figure for one day: a bound, a mark, a target, or the move of a
 * period.
 */
export function isTrap(tokens: readonly Token[], at: number): boolean {
  const figure = tokens[at]?.figure;
  if (!figure || isOfRange(tokens, at)) return true;
  if (figure.unit.kind === "large" || figure.unit.kind === "span" || figure.unit.kind === "other") return true;
  if (measuredClose(tokens, at) !== null) return isOfLongAgo(tokens, at);
  return (
    isOfExtreme(tokens, at) ||
    belongsToWhatFollows(tokens, at) ||
    isDistance(tokens, at) ||
    isShareOfIndexMove(tokens, at) ||
    isOfPeriod(tokens, at) ||
    isOfEarlierDay(tokens, at) ||
    isOfOpening(tokens, at) ||
    isConversion(tokens, at) ||
    isExpected(tokens, at) ||
    isUndone(tokens, at) ||
    isDenied(tokens, at) ||
    isOfLongAgo(tokens, at) ||
    isOldTarget(tokens, at) ||
    isRate(tokens, at) ||
    (figure.unit.kind === "percent" && figure.value > MOST_PERCENT) ||
    isOfTape(tokens, at) ||
    isPartOfDate(tokens, at)
  );
}

/** `49 % stake`, `a $2.40 price objective`, `20 % of revenue`, `a 3 % rise in sales`. */
function belongsToWhatFollows(tokens: readonly Token[], at: number): boolean {
  const isEnd = (token: Token) => isBoundary(token) || isA(token, "clause") || token.figure !== undefined;
  const behind = rightOf(tokens, at, 5, isEnd);
  for (const token of behind) {
    if (isA(token, "other", "other-beside") && !isA(token, "up", "down")) return true;
    if (token.type === "subject") return false;
    if (!isIdle(token) && !isA(token, "of", "up", "down", "at")) return false;
  }
  return false;
}

/** `opened 17 points lower`, `called down 0.1 %`. */
function isOfOpening(tokens: readonly Token[], at: number): boolean {
  const before = leftOf(tokens, at, 10, isBoundary);
  const opening = before.findIndex((token) => isA(token, "open"));
  if (opening >= 0 && !before.slice(0, opening).some((token) => isA(token, "close"))) return true;
  const behind = rightOf(tokens, at, 9, (token) => isBoundary(token));
  return behind.some((token) => isA(token, "open")) && !before.some((token) => isA(token, "close"));
}

/** Whether the figure is in a quote strip: there is a bare number between the name and the signed one. */
function isOfTape(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.figure?.sign === 0) return false;
  const before = leftOf(tokens, at, 9, (token) => token.subject !== undefined);
  if (!tokens[at - before.length - 1]?.subject) return false;
  const isStrip = before.every(({ type, figure }) => figure !== undefined || /comma|open|shut/.test(type));
  return isStrip && before.some(({ figure }) => figure?.unit.kind === "plain");
}

/** `analysts expect the stock to rise 10 %`, `a 3 % fall in Acme would cost …`. */
function isExpected(tokens: readonly Token[], at: number): boolean {
  const before = leftOf(tokens, at, 14, isBoundary);
  const behind = rightOf(tokens, at, 8, (token) => isBoundary(token) || token.figure !== undefined);
  const isNoun = tokens.slice(0, at).every(isIdle);
  if (isNoun && behind.some((_, ahead) => isForecast(tokens, at + 1 + ahead))) return true;
  return before.some((token, back) => isForecast(tokens, at - 1 - back) && token.sense.month === undefined);
}

/** Whether it is a rate, which something rose to, and not a move: `climbed to 86.3 %`. */
function isRate(tokens: readonly Token[], at: number): boolean {
  const figure = tokens[at]?.figure;
  if (figure?.unit.kind !== "percent" || figure.sign !== 0) return false;
  const before = leftOf(tokens, at, 4, isBoundary).filter((token) => !isIdle(token) || isA(token, "at"));
  const isReached = isA(before[0], "at") && !isA(before[0], "up", "down", "trade", "about");
  // `pared its loss to 2 %`: the move is 2 % then.
  const isNarrowed = before.slice(2).some((token) => isA(token, "narrows"));
  return isReached && isA(before[1], "up", "down") && !isNarrowed;
}

/** `reversed an early 3 % gain`, `gave up its 3 % gain`: it did not last. */
function isUndone(tokens: readonly Token[], at: number): boolean {
  if (isGivenUp(tokens, at)) return true;
  const isEnd = (token: Token) => isBoundary(token) || isA(token, "and") || token.figure !== undefined;
  return leftOf(tokens, at, 6, isEnd).some((token) => isA(token, "undone")) && !isA(tokens[at - 1], "at");
}

/** Whether the verb before the figure goes the other way than the noun behind it. */
function isGivenUp(tokens: readonly Token[], at: number): boolean {
  // `offset losses with a 2 % gain`: the gain is another's.
  const isEnd = (token: Token) => isBoundary(token) || isA(token, "clause") || token.figure !== undefined;
  const verb = leftOf(tokens, at, 4, isEnd).find((token) => !isIdle(token));
  const noun = rightOf(tokens, at, 3, isBoundary).find((token) => !isIdle(token));
  return (isA(verb, "up") && isA(noun, "down")) || (isA(verb, "down") && isA(noun, "up"));
}

/** `did not fall 3 %`, `3%下落しなかった`, `Had Acme fallen 3 %, …`. */
function isDenied(tokens: readonly Token[], at: number): boolean {
  if (isA(tokens[0], "unreal") && !tokens.slice(0, at).some(isComma)) return true;
  const isEnd = (token: Token) => isBoundary(token) || isA(token, "and") || token.figure !== undefined;
  const behind = rightOf(tokens, at, 5, isBoundary);
  const denial = behind.findIndex((token) => isA(token, "not"));
  return (
    leftOf(tokens, at, 6, isEnd).some((token) => isA(token, "not")) ||
    ((denial > 0 || isA(behind[denial], "up", "down")) && !behind.slice(0, denial + 2).some(({ figure }) => figure))
  );
}

/** `A year earlier it had closed at $31`. */
function isOfLongAgo(tokens: readonly Token[], at: number): boolean {
  const before = leftOf(tokens, at, 12, isBoundary);
  const opening = tokens.slice(0, Math.max(0, at - before.length - 1));
  // `A year ago on Tuesday, Acme closed at …`: what opens the sentence holds on.
  const isAdverb = opening.length < 7 && opening.every(({ subject, figure }) => !subject && !figure);
  const around = [...before, ...rightOf(tokens, at, 12, isBoundary), ...(isAdverb ? opening : [])];
  return around.some((token) => isA(token, "long-ago")) || isOfYear(tokens, at, opening);
}

/** `In 2021, Acme closed at $31`, `closed at $31 in 2014`. */
function isOfYear(tokens: readonly Token[], at: number, opening: readonly Token[]): boolean {
  const isOpened =
    isYearNumber(opening.at(-1)) &&
    opening.length < 7 &&
    opening.slice(0, -1).every((token) => !token.subject && !token.figure && !isBoundary(token));
  return isOpened || (isA(tokens[at + 1], "of", "place") && isYearNumber(tokens[at + 2]));
}

/** Whether it is the amount before in another currency: `HK$187.60 (RM100.30)`. */
function isConversion(tokens: readonly Token[], at: number): boolean {
  const [figure, before] = [tokens[at]?.figure, tokens[at - 2]?.figure];
  return tokens[at - 1]?.type === "open" && figure?.unit.kind === "money" && before?.unit.kind === "money";
}
