import { isBoundary, isIdle } from "./clauses";
import { type Direction } from "./directions";
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
  if (behind && direction?.from === "behind") return behind;
  const before = subjectBefore(tokens, at, wanted, told, language);
  return before === "none" ? (behind ?? subjectBehind(tokens, at, direction, wanted)) : before === "other" ? null : before;
}

/** `a 2 % fall in X`, `la subida del 2,49 % del X`. */
function subjectBehind(tokens: readonly Token[], at: number, direction: Direction | null, wanted: Wanted): Subject | null {
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
  let isPriced = false;
  let hasName = false;
  for (let index = at - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (!token) break;
    if (token.subject && !token.subject.isPlace && fits(token.subject, want) && !isOfFuture(tokens, index)) return token.subject;
    if (token.subject && isOfFuture(tokens, index)) return "other";
    if (isRegional(tokens, index)) return "other";
    if (isA(token, "share") && !isA(token, "other")) {
      isGeneric = true;
      if (want === "any" && !followsIndex(tokens, index)) want = "company";
    } else if (isA(token, "index")) {
      isGeneric = true;
      if (want === "any") want = "index";
    } else if (isA(token, "company")) isGeneric = true;
    if (isA(token, "close", "trade") && !isA(token, "other")) isPriced = true;
    if (isA(token, "other", "forecast") && !isPriced && !isGeneric) return "other";
    if (token.type === "name") {
      if (isInPlaceOfSubject(tokens, index)) return "other";
      hasName = true;
    }
  }
  const carried = want === "company" ? told.company : want === "index" ? told.index : told.last;
  if (!carried || hasName) return "none";
  return isGeneric || !language.spaced || beginsWithMove(tokens, at) ? carried : "none";
}

function fits({ isIndex }: Subject, wanted: Wanted): boolean {
  return wanted === "any" || isIndex === (wanted === "index");
}

/** `S&P 500 futures`, `DAX-Future`. */
function isOfFuture(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.subject?.isIndex === true && isA(tokens[index + 1], "member") && isA(tokens[index + 1], "other");
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
function isInPlaceOfSubject(tokens: readonly Token[], index: number): boolean {
  for (const token of tokens.slice(index + 1, index + 5)) {
    if (isA(token, "up", "down", "flat", "close", "trade", "open") || token.type === "open" || token.figure) return true;
    if (isA(token, "share")) return true;
    if (token.type === "subject" || token.type === "comma") return false;
    if (!isIdle(token) && token.type !== "name") return false;
  }
  return false;
}

/** A sentence or cell that begins with the move itself goes on about what was told of last. */
function beginsWithMove(tokens: readonly Token[], at: number): boolean {
  const first = tokens.findIndex((token) => !isIdle(token) && !isBoundary(token));
  return first === at || isA(tokens[first], "up", "down", "close", "trade", "daily");
}
