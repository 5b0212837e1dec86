import { isBoundary, isComma, isIdle, leftOf, rightOf } from "./clauses";
import type { Direction } from "./directions";
import { isA, type Subject, type Token } from "./token";
import { isUnknown } from "./unknown-names";
import type { Language } from "./words/languages";

/** What the figure can be of: money of a share, points of an index. */
export type Wanted = "company" | "index" | "any";

/** Whether a subject is of the wanted sort. */
export function fits({ isIndex }: Subject, wanted: Wanted): boolean {
  return wanted === "any" || isIndex === (wanted === "index");
}

/** `…, contre une baisse de 0,4 % pour Bolt`: nobody is named between the clause's beginning and the move. */
export function beginsClause(tokens: readonly Token[], at: number, move: number): boolean {
  const before = leftOf(tokens, move, 4, isBoundary);
  // `frente al recorte del 1,4 % del Ibex`: `del` is not the place where it is compared.
  const isCompared = before.some((token) => isA(token, "from"));
  if (!isA(tokens[at + 1], "of") || (isA(tokens[at + 1], "place") && !isCompared)) return false;
  return before.every((token) => isIdle(token) || isA(token, "from")) && isBoundary(tokens[move - before.length - 1]);
}

/** The name after a clause that has none and its comma: `After closing at $61.80, Acme rose`. */
export function subjectOfMainClause(tokens: readonly Token[], at: number, wanted: Wanted): Subject | null {
  if (tokens.slice(0, at).some(({ type, subject }) => subject || type === "name" || type === "figure")) return null;
  // `科技股跌3%，阿克美领跌`: of something that nobody knows.
  if (tokens.slice(0, at).some(isUnknown)) return null;
  const clause = rightOf(tokens, at, 6, isComma);
  const comma = at + clause.length + 1;
  if (!isComma(tokens[comma]) || clause.some(({ figure }) => figure)) return null;
  const first = tokens.slice(comma + 1, comma + 5).find((token) => !isIdle(token) && !isA(token, "share", "of"));
  return first?.subject && !first.subject.isPlace && fits(first.subject, wanted) ? first.subject : null;
}

/** `Mit einem Plus von 3,4 Prozent waren Acme Spitzenreiter`: German puts the name behind the verb. */
export function subjectAfterVerb(tokens: readonly Token[], at: number, wanted: Wanted): Subject | null {
  if (tokens.slice(0, at).some(({ type, subject }) => subject || type === "name" || type === "figure")) return null;
  const clause = rightOf(tokens, at, 6, (token) => isComma(token) || token.figure !== undefined);
  const first = clause.find(({ type, subject }) => subject || type === "name");
  return first?.subject && !first.subject.isPlace && fits(first.subject, wanted) ? first.subject : null;
}

/** `a 2 % fall in X`, `la subida del 2,49 % del X`. */
export function subjectBehind(
  tokens: readonly Token[],
  at: number,
  direction: Direction | null,
  wanted: Wanted,
  language: Language,
): Subject | null {
  // `un 1,3 % menos de Acme`.
  let hasOf = direction?.from === "behind" && isA(tokens[direction.at], "more-than");
  // `2 % 오른 애크미는`, `3%上げたアクメは`: the move is told of the name right behind it.
  const isListed = tokens[at - 1]?.type === "open";
  const ruled =
    language.figureFirst && !isListed && direction?.from === "behind" ? tokens[direction.at + 1] : undefined;
  const from = direction?.from === "behind" ? direction.at : at;
  for (const token of tokens.slice(from + 1, from + 6)) {
    if (token.subject) return (hasOf || token === ruled) && fits(token.subject, wanted) ? token.subject : null;
    if (isA(token, "of", "place")) hasOf = true;
    else if (!isIdle(token) && !isA(token, "share", "company")) return null;
  }
  return null;
}
