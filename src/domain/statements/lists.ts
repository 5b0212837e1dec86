import { isComma, isIdle } from "./clauses";
import { isA, type Subject, type Token } from "./token";

/**
 * The name that a figure belongs to in a list such as `A and B rose 3 % and 3.9 %, respectively`; null if the list has
 * more or fewer names than figures, "no-list" if the figure is in no list.
 */
export function subjectInTurn(tokens: readonly Token[], at: number): Subject | null | "no-list" {
  const figures = run(tokens, at, (token) => token.figure?.unit.kind === tokens[at]?.figure?.unit.kind);
  if (figures.length < 2) return "no-list";
  const first = figures[0] ?? at;
  for (let index = first - 1; index >= 0; index -= 1) {
    if (!tokens[index]?.subject || tokens[index]?.subject?.isPlace) continue;
    const subjects = run(tokens, index, (token) => token.subject !== undefined, true);
    if (subjects.length !== figures.length) return null;
    return tokens[subjects[figures.indexOf(at)] ?? -1]?.subject ?? null;
  }
  return "no-list";
}

/**
 * All names that a figure is stated of: those of a list before it where a word says that it is each one's (`A and B
 * each lost 3 %`), otherwise `subject` alone.
 */
export function subjectsTogether(tokens: readonly Token[], at: number, subject: Subject): Subject[] {
  const nearest = tokens.findLastIndex((token, index) => index < at && token.subject !== undefined);
  if (nearest < 0 || tokens[nearest]?.subject?.ticker !== subject.ticker) return [subject];
  const beside = [...tokens.slice(nearest + 1, at), ...tokens.slice(at + 1, at + 2)];
  if (!beside.some((token) => isA(token, "each")) || beside.some(({ figure }) => figure)) return [subject];
  const places = run(tokens, nearest, (token) => token.subject !== undefined).filter((place) => place <= nearest);
  return places.flatMap((place) => tokens[place]?.subject ?? []).filter(({ isIndex }) => isIndex === subject.isIndex);
}

/** The index of the first figure of the row that `at` belongs to; all figures of a row move in the same direction. */
export function firstOfRun(tokens: readonly Token[], at: number): number {
  return run(tokens, at, (token) => token.figure?.unit.kind === tokens[at]?.figure?.unit.kind)[0] ?? at;
}

/** The index of the last figure of the row that `at` belongs to. */
export function lastOfRun(tokens: readonly Token[], at: number): number {
  return run(tokens, at, (token) => token.figure?.unit.kind === tokens[at]?.figure?.unit.kind).at(-1) ?? at;
}

/**
 * The indices of tokens around `at` that are of one kind and separated only by `and` and commas. Between names there
 * may be words about them.
 */
function run(tokens: readonly Token[], at: number, isOne: (token: Token) => boolean, words = false): number[] {
  const places = [at];
  for (const step of [-1, 1] as const) {
    let isParted = false;
    for (let index = at + step; index >= 0 && index < tokens.length; index += step) {
      const token = tokens[index];
      if (!token) break;
      if (isOne(token)) {
        if (!isParted) break;
        places.push(index);
        isParted = false;
      } else if (isComma(token) || isA(token, "and")) isParted = true;
      else if (!mayStandBetween(token, words)) break;
    }
  }
  return places.sort((a, b) => a - b);
}

function mayStandBetween(token: Token, words: boolean): boolean {
  // `off 1.2 % on the day and 5 % on the week`: two spans of time, no list.
  if (isA(token, "clause") || (!words && isA(token, "today", "period"))) return false;
  if (isIdle(token) || isA(token, "share", "each", "company", "region")) return true;
  return words && token.type === "word" && token.sense.kinds.size === 0;
}
