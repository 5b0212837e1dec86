import { isBoundary, isComma, isIdle, rightOf } from "./clauses";
import type { Direction } from "./directions";
import { isA, type Subject, type Token } from "./token";
import type { Told } from "./told";
import { isInPlaceOfSubject, isUnknownInEast } from "./unknown-names";
import type { Language } from "./words/languages";

/** Which subjects can have the figure: money is a share's, points are an index's. */
export type Wanted = "company" | "index" | "any";

/**
 * Whom the figure at `at` is said of: the nearest name before it, or the one behind it
 * in `a 2 % fall in …`; null where it belongs to something else or to nobody known.
 */
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
  if (before === "other") return null;
  if (before !== "none") return before;
  return behind ?? subjectBehind(tokens, at, direction, wanted) ?? subjectOfMainClause(tokens, at, wanted);
}

/** `After closing at $61.80, Acme rose`: a clause that names nobody goes on with the name behind its comma. */
function subjectOfMainClause(tokens: readonly Token[], at: number, wanted: Wanted): Subject | null {
  if (tokens.slice(0, at).some(({ type, subject }) => subject || type === "name" || type === "figure")) return null;
  const clause = rightOf(tokens, at, 6, isComma);
  const comma = at + clause.length + 1;
  if (!isComma(tokens[comma]) || clause.some(({ figure }) => figure)) return null;
  const first = tokens.slice(comma + 1, comma + 5).find((token) => !isIdle(token) && !isA(token, "share", "of"));
  return first?.subject && !first.subject.isPlace && fits(first.subject, wanted) ? first.subject : null;
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
      if (belongsToOther(tokens, index) && !(isShare && hasBoundary)) return "other";
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
  const isTie = (token: Token | undefined) => token?.figure !== undefined || isA(token, "of", "place", "at", "filler");
  while (before > index - 6 && isTie(tokens[before]) && !isA(tokens[before], "other")) before -= 1;
  const isTied = tokens.slice(before + 1, index).some((token) => isA(token, "of", "place", "at"));
  return isTied && isA(tokens[before], "other") && !isA(tokens[before], "up", "down", "close");
}

/**
 * Walking to the left from a comma: the comma that begins an apposition of the
 * name before it (`Kakao, operator of the messenger, lost …`), else the same.
 */
export function beforeApposition(tokens: readonly Token[], comma: number): number {
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

/** A sentence or cell that begins with the move itself goes on about what was told of last. */
function beginsWithMove(tokens: readonly Token[], at: number): boolean {
  const first = tokens.findIndex((token) => !isIdle(token) && !isBoundary(token));
  return first < at && isA(tokens[first], "up", "down", "close", "trade", "daily");
}
