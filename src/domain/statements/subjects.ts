import { beforeApposition } from "./appositions";
import { isBoundary, isComma, isForecast, isIdle } from "./clauses";
import type { Direction } from "./directions";
import { measuredClose } from "./measured-close";
import { isObjectOfCompany } from "./objects";
import {
  beginsClause,
  fits,
  subjectAfterVerb,
  subjectBehind,
  subjectOfMainClause,
  type Wanted,
} from "./subjects-behind";
import { isA, type Subject, type Token } from "./token";
import type { Told } from "./told";
import { isInPlaceOfSubject, isUnknown, isUnknownInEast, isUnknownOwner } from "./unknown-names";
import type { Language } from "./words/languages";

/**
 * The listing that the figure at `at` is stated of: the nearest name before it, or the one after it in `a 2 % fall in
 * …`. Null if it belongs to something else, or to nobody we know.
 */
export function subjectOf(
  tokens: readonly Token[],
  at: number,
  direction: Direction | null,
  wanted: Wanted,
  told: Told,
  language: Language,
): Subject | null {
  const behind = direction?.from === "before" ? null : subjectBehind(tokens, at, direction, wanted, language);
  if (behind && (direction?.from === "behind" || isA(tokens[at - 1], "filler"))) return behind;
  if (direction?.from === "before" && beginsClause(tokens, at, direction.at)) {
    const named = subjectBehind(tokens, at, direction, wanted, language);
    if (named) return named;
  }
  const before = subjectBefore(tokens, at, wanted, told, language);
  if (before === "other") return null;
  if (before !== "none") return before;
  return (
    behind ??
    subjectBehind(tokens, at, direction, wanted, language) ??
    subjectOfMainClause(tokens, at, wanted) ??
    (language.capitalNouns ? subjectAfterVerb(tokens, at, wanted) : null)
  );
}

function subjectBefore(
  tokens: readonly Token[],
  at: number,
  wanted: Wanted,
  told: Told,
  language: Language,
): Subject | "other" | "none" {
  const isMeasure = measuredClose(tokens, at) !== null;
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
      if (isMeasure) return isOnlyCompany(tokens, token.subject) ? token.subject : "other";
      if (isOfOther(tokens, index, isShare, hasBoundary) || isObjectOfCompany(tokens, index, at)) return "other";
      if (fits(token.subject, want)) return passedOther && !hasMoved ? "other" : token.subject;
    }
    if (isRegional(tokens, index) || isOwnedIndex(tokens, index)) return "other";
    if (isA(token, "share") && !isA(token, "other")) {
      isGeneric = true;
      isShare = true;
      if (want === "any" && !followsIndex(tokens, index)) want = "company";
    } else if (isA(token, "index")) {
      isGeneric = true;
      if (want === "any") want = "index";
    } else if (isA(token, "company")) isGeneric = true;
    isPriced ||= isA(token, "close") && !isA(token, "other");
    isPricedApart ||= isBoundary(token) && isPriced;
    hasMoved ||= passedOther && isA(token, "up", "down", "close");
    if (isForecast(tokens, index) && !hasBoundary && !isMeasure) return "other";
    if (isBoundary(token) || (isShare && isA(token, "and"))) hasBoundary = true;
    if (isUnknownOwner(tokens, index)) return "other";
    if (isMeasure && isA(token, "valued", "forecast")) continue;
    if ((isA(token, "other") || isForecast(tokens, index)) && !isShare) {
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
  if (passedOther) return "other";
  const carried = want === "company" ? told.company : want === "index" ? told.index : told.last;
  if (!carried) return "none";
  if (isGeneric) return carried;
  return !hasName && (!language.spaced || isPriced || beginsWithMove(tokens, at)) ? carried : "none";
}

/** Of two companies in one sentence, an offer's close may be either's. */
function isOnlyCompany(tokens: readonly Token[], subject: Subject): boolean {
  return !subject.isIndex && tokens.every((token) => !token.subject || token.subject.ticker === subject.ticker);
}

/** `S&P 500 futures`, `futures for the S&P 500`, `sales at Tesla`. */
function belongsToOther(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.subject?.isIndex && isA(tokens[index + 1], "member") && isA(tokens[index + 1], "other"))
    return true;
  let before = index - 1;
  const isTie = (token: Token | undefined) =>
    token?.figure !== undefined || isA(token, "of", "place", "at", "filler", "share");
  while (before > index - 6 && isTie(tokens[before]) && !isA(tokens[before], "other")) before -= 1;
  const isTied = tokens.slice(before + 1, index).some((token) => isA(token, "of", "place", "at"));
  return isTied && isA(tokens[before], "other") && !isA(tokens[before], "up", "down", "close");
}

/** `Chip stocks including Acme and Bolt fell 3 %`: the move is that of the group. */
function isExample(tokens: readonly Token[], index: number): boolean {
  // `including Acme (−3 %)`, `including Acme's 3 % fall`: these figures are the name's own.
  if (tokens[index + 1]?.type !== "word" || isA(tokens[index + 1], "at")) return false;
  const isListed = (token: Token | undefined) => token?.subject !== undefined || isComma(token) || isA(token, "and");
  let first = index;
  while (isListed(tokens[first - 1])) first -= 1;
  return isA(tokens[first - 1], "example");
}

function isOfOther(tokens: readonly Token[], index: number, isShare: boolean, hasBoundary: boolean): boolean {
  if (!hasBoundary && isExample(tokens, index)) return true;
  if (isShare) return !hasBoundary && belongsToOther(tokens, index);
  return belongsToOther(tokens, index) || isPartOfUnknown(tokens, index) || isExchange(tokens, index);
}

/** `O índice da B3 avançou`: the index of an exchange, whose own shares may be listed. */
function isExchange(tokens: readonly Token[], index: number): boolean {
  return !tokens[index]?.subject?.isIndex && isA(tokens[index - 1], "of") && isA(tokens[index - 2], "index");
}

/** `Rivals of Acme fell`, `The comparable visits to Acme rose`: of something that nobody knows. */
function isPartOfUnknown(tokens: readonly Token[], index: number): boolean {
  if (!isA(tokens[index - 1], "of", "at", "place")) return false;
  let first = index - 1;
  while (first > 0 && !isBoundary(tokens[first - 1])) first -= 1;
  const before = tokens.slice(first, index);
  const isUnknown = ({ type, sense }: Token, place: number) =>
    sense.kinds.size === 0 && sense.weekday === undefined && (type === "word" || (type === "name" && place === 0));
  return (
    before.some(isUnknown) &&
    before.every((token, place) => isUnknown(token, place) || isIdle(token) || isA(token, "of", "at", "place", "other"))
  );
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

/** `'s` and the space after it. */
const POSSESSIVE_GAP = 3;

/** `KBW's bank index`, `红筹指数`: one that we do not know. */
function isOwnedIndex(tokens: readonly Token[], index: number): boolean {
  if (!isA(tokens[index], "index")) return false;
  if (isUnknown(tokens[index - 1])) return true;
  return [index - 1, index - 2, index - 3].some((place) => {
    const [owner, next] = [tokens[place], tokens[place + 1]];
    const isOwner = owner?.type === "name" && (next?.start ?? 0) - owner.end === POSSESSIVE_GAP;
    return isOwner && !tokens.slice(place, index).some((token) => isBoundary(token) || isA(token, "up", "down"));
  });
}

/** Whether the sentence or cell begins with the move, so that it is about what the text was last about. */
function beginsWithMove(tokens: readonly Token[], at: number): boolean {
  const first = tokens.findIndex((token) => !isIdle(token) && !isBoundary(token));
  return first < at && isA(tokens[first], "up", "down", "close", "trade", "daily");
}
