import { isBoundary, isComma, isIdle } from "./clauses";
import type { Direction } from "./directions";
import { isA, type Subject, type Token } from "./tokens";
import type { Language } from "./words/languages";

/** What was told of last, for sentences that go on about it: `The stock had closed at …`. */
export interface Told {
  readonly company: Subject | null;
  readonly index: Subject | null;
  readonly last: Subject | null;
}

export const NOTHING_TOLD: Told = { company: null, index: null, last: null };

/** Which subjects can have the figure: money is a share's, points are an index's. */
export type Wanted = "company" | "index" | "any";

/** Whom the figure at `at` is said of: the nearest name before it, or the one behind it in `a 2 % fall in …`; null where it belongs to something else or to nobody known. */
export function subjectOf(
  tokens: readonly Token[],
  at: number,
  direction: Direction | null,
  wanted: Wanted,
  told: Told,
  language: Language,
): Subject | null {
  const behind = direction?.from === "before" ? null : subjectBehind(tokens, at, direction, wanted);
  if (behind && (direction?.from === "behind" || isA(tokens[at - 1], "filler"))) return behind;
  const before = subjectBefore(tokens, at, wanted, told, language);
  return before === "none"
    ? (behind ?? subjectBehind(tokens, at, direction, wanted))
    : before === "other"
      ? null
      : before;
}

/** `a 2 % fall in X`, `la subida del 2,49 % del X`. */
function subjectBehind(
  tokens: readonly Token[],
  at: number,
  direction: Direction | null,
  wanted: Wanted,
): Subject | null {
  let hasOf = false;
  const from = direction?.from === "behind" ? direction.at : at;
  for (const token of tokens.slice(from + 1, from + 6)) {
    if (token.subject) return hasOf && fits(token.subject, wanted) ? token.subject : null;
    if (isA(token, "of", "place")) hasOf = true;
    else if (!isIdle(token) && !isA(token, "share", "company")) return null;
  }
  return null;
}

function subjectBefore(
  tokens: readonly Token[],
  at: number,
  wanted: Wanted,
  told: Told,
  language: Language,
): Subject | "other" | "none" {
  let want = wanted;
  let isGeneric = false;
  let isShare = false;
  let hasBoundary = false;
  let isPriced = false;
  // `fell on weak revenue, closing at $5.02`: the price is the share's although revenue is nearer.
  let isPricedApart = false;
  let passedOther = false;
  let hasMoved = false;
  let hasName = false;
  for (let index = at - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (!token) break;
    if (token.subject && !token.subject.isPlace) {
      if (belongsToOther(tokens, index)) return "other";
      if (fits(token.subject, want)) return passedOther && !hasMoved ? "other" : token.subject;
    }
    if (isRegional(tokens, index)) return "other";
    if (isA(token, "share") && !isA(token, "other")) {
      isGeneric = true;
      isShare = true;
      if (want === "any" && !followsIndex(tokens, index)) want = "company";
    } else if (isA(token, "index")) {
      isGeneric = true;
      if (want === "any") want = "index";
    } else if (isA(token, "company")) isGeneric = true;
    if (isA(token, "close") && !isA(token, "other")) isPriced = true;
    if (isBoundary(token) && isPriced) isPricedApart = true;
    if (passedOther && isA(token, "up", "down", "close")) hasMoved = true;
    if (isA(token, "forecast") && !hasBoundary) return "other";
    if (isBoundary(token)) hasBoundary = true;
    if (isA(token, "other", "forecast") && !isShare) {
      if (!isPricedApart) return "other";
      passedOther = true;
      hasMoved = false;
    }
    if (isUnknownInEast(tokens, index, language)) return "other";
    if (token.type === "name" && !tokens[index - 1]?.subject) {
      if (isInPlaceOfSubject(tokens, index)) return "other";
      hasName ||= index > 0;
    }
    if (isComma(token)) index = beforeApposition(tokens, index);
  }
  const carried = want === "company" ? told.company : want === "index" ? told.index : told.last;
  if (passedOther) return "other";
  if (!carried) return "none";
  if (isGeneric) return carried;
  return !hasName && (!language.spaced || isPriced || beginsWithMove(tokens, at)) ? carried : "none";
}

function fits({ isIndex }: Subject, wanted: Wanted): boolean {
  return wanted === "any" || isIndex === (wanted === "index");
}

/** `S&P 500 futures`, `futures for the S&P 500`, `sales at Tesla`. */
function belongsToOther(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.subject?.isIndex && isA(tokens[index + 1], "member") && isA(tokens[index + 1], "other"))
    return true;
  let before = index - 1;
  while (before > index - 4 && isA(tokens[before], "of", "place", "at", "filler") && !isA(tokens[before], "other"))
    before -= 1;
  const isTied = tokens.slice(before + 1, index).some((token) => isA(token, "of", "place", "at"));
  return isTied && isA(tokens[before], "other") && !isA(tokens[before], "up", "down", "close");
}

/** Walking to the left from a comma: the comma that begins an apposition of the name before it (`Kakao, operator of the messenger, lost …`), else the same. */
function beforeApposition(tokens: readonly Token[], comma: number): number {
  for (let index = comma - 1; index > 0; index -= 1) {
    const token = tokens[index];
    if (token?.figure && !/span|plain/.test(token.figure.unit.kind)) return comma;
    if (isComma(token)) return tokens[index - 1]?.subject ? index : comma;
  }
  return comma;
}

/** `Asian shares`: no company's. */
function isRegional(tokens: readonly Token[], index: number): boolean {
  return (
    isA(tokens[index], "region") &&
    isA(tokens[index + 1], "share") &&
    !tokens.slice(Math.max(0, index - 3), index).some(({ subject }) => subject && !subject.isIndex)
  );
}

function followsIndex(tokens: readonly Token[], index: number): boolean {
  return tokens[index - 1]?.subject?.isIndex === true;
}

/** A name that the directory does not know moves itself: `Nexstar dropped`, `Acme (+2 %)`, `Acme shares`. */
export function isInPlaceOfSubject(tokens: readonly Token[], index: number): boolean {
  let first = index;
  while (tokens[first - 1]?.type === "name" || isA(tokens[first - 1], "filler")) {
    if (isA(tokens[first - 1], "place")) return false;
    first -= 1;
  }
  if (tokens[index + 1]?.type === "colon") return true;
  if (isA(tokens[first - 1], "place")) return false;
  for (const token of tokens.slice(index + 1, index + 5)) {
    if (isA(token, "up", "down", "flat", "close", "trade", "open", "index") || token.type === "open" || token.figure)
      return true;
    if (isA(token, "share")) return true;
    if (token.type === "subject" || isComma(token)) return false;
    if (!isIdle(token) && token.type !== "name") return false;
  }
  return false;
}

/** Letters that no lexicon knows, at a clause's beginning before a move (`某公司跌`) or before a particle (`某社が`, `某社는`), name a company that nobody knows. */
function isUnknownInEast(tokens: readonly Token[], index: number, { spaced, figureFirst }: Language): boolean {
  if (spaced || !isUnknown(tokens[index]) || !isUnknown(tokens[index - 1])) return false;
  if (figureFirst) return isA(tokens[index + 1], "filler", "each") && !isA(tokens[index + 1], "up", "down");
  let first = index;
  while (isUnknown(tokens[first - 1])) first -= 1;
  return isA(tokens[index + 1], "up", "down", "close") && (first === 0 || isComma(tokens[first - 1]));
}

function isUnknown(token: Token | undefined): boolean {
  return (
    token?.type === "word" &&
    token.sense.kinds.size === 0 &&
    token.sense.weekday === undefined &&
    token.end - token.start === 1
  );
}

/** A sentence or cell that begins with the move itself goes on about what was told of last. */
function beginsWithMove(tokens: readonly Token[], at: number): boolean {
  const first = tokens.findIndex((token) => !isIdle(token) && !isBoundary(token));
  return first < at && isA(tokens[first], "up", "down", "close", "trade", "daily");
}
