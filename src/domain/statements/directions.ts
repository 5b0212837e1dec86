import { isBoundary, isComma, isIdle, namesSession, rightOf } from "./clauses";
import type { Figure } from "./numbers/figure";
import { isA, type Token } from "./token";
import type { Language } from "./words/languages";

/** The direction of a move, and what in the text says so: its sign, or a word before or after it. */
export interface Direction {
  readonly value: -1 | 0 | 1;
  readonly from: "sign" | "before" | "behind" | "elided";
  /** The index of the token that says so; for a sign, that of the figure. */
  readonly at: number;
}

/**
 * A word of direction is at most this many tokens away from its figure. In labelled reports, nearly all are within
 * four.
 */
const FARTHEST = 12;

/** The direction of the move whose figure is the token `at`; null if nothing says it. */
export function directionOf(tokens: readonly Token[], at: number, language: Language): Direction | null {
  const figure = tokens[at]?.figure;
  if (!figure) return null;
  if (figure.sign !== 0) return { value: figure.sign, from: "sign", at };
  const before = wordBefore(tokens, at, figure, language);
  const behind = wordBehind(tokens, at, figure, language) ?? (before ? null : verbAtEnd(tokens, at, language));
  if (!before || !behind) return before ?? behind;
  if (language.figureFirst) return behind;
  // `kam ein Minus von 1,8 Prozent hinzu`: the noun has the figure.
  if (at - before.at === 2 && isA(tokens[at - 1], "of", "from")) return before;
  return behind.at - at <= 1 && at - before.at > 1 ? behind : before;
}

function wordBefore(
  tokens: readonly Token[],
  at: number,
  figure: Figure,
  { capitalNouns }: Language,
): Direction | null {
  let isChained = false;
  for (let index = at - 1; index >= 0 && at - index <= FARTHEST; index -= 1) {
    const token = tokens[index];
    if (!token) return null;
    const value = wayOf(token);
    if (value !== null) return { value, from: "before", at: index };
    if (token.figure && !isOfSameMove(token.figure, figure)) return null;
    if (token.figure) isChained = true;
    // `Zuletzt verloren BASF 2 Prozent`: German verbs come before
    // the name where the sentence begins with something else.
    const isInverted = capitalNouns && isA(verbBefore(tokens, index), "up", "down");
    if (token.type === "subject" && !token.subject?.isPlace && !isInverted) return null;
    // `up 26.31 points, 0.66%`: only what follows a comma at once goes on with the move.
    if (isBoundary(token) && !continues(tokens, index, at) && !isChained) return null;
  }
  return null;
}

/** The word before a name, over `die Aktie von` and the like. */
function verbBefore(tokens: readonly Token[], name: number): Token | undefined {
  const isNoun = (token: Token | undefined) => isA(token, "filler", "share", "of") && !isA(token, "up", "down");
  return tokens.slice(Math.max(0, name - 4), name).findLast((token) => !isNoun(token));
}

/** Whether the figure follows the boundary at once, so that the text goes on about the same move. */
function continues(tokens: readonly Token[], boundary: number, at: number): boolean {
  return tokens
    .slice(boundary + 1, at)
    .every((token) => isIdle(token) || namesSession(token) || isA(token, "or", "of", "and"));
}

function wordBehind(tokens: readonly Token[], at: number, figure: Figure, { spaced }: Language): Direction | null {
  for (let index = at + 1; index < tokens.length && index - at <= 6; index += 1) {
    const token = tokens[index];
    if (!token) return null;
    const value = wayOf(token) ?? fromPrevious(tokens, index) ?? compared(tokens, index);
    if (spaced && value !== null && isOfNext(figure, tokens[index + 1]?.figure)) return null;
    if (value !== null && !isA(token, "extreme")) return { value, from: "behind", at: index };
    const isPart =
      (isComma(token) && isAroundSecond(tokens, index)) ||
      token.type === "open" ||
      token.type === "shut" ||
      isTieOfMove(tokens, index, at) ||
      (isA(token, "or") && tokens[index + 1]?.figure);
    if (token.figure ? isOfSameMove(token.figure, figure) : isPart || isIdle(token) || namesSession(token)) continue;
    return null;
  }
  return null;
}

/** Whether a word between two figures tells of the second: `$41.20 down $1.05`, `$41.20 ▼ 2.5%`. */
function isOfNext(figure: Figure, next: Figure | undefined): boolean {
  if (next?.unit.kind === figure.unit.kind) return true;
  return figure.unit.kind === "money" && next?.unit.kind === "percent";
}

/** `80円の下落`: the particle between a figure and its move. */
function isTieOfMove(tokens: readonly Token[], index: number, at: number): boolean {
  const token = tokens[index];
  return index === at + 1 && isA(token, "at") && isA(token, "of") && isA(tokens[index + 1], "up", "down");
}

/** Whether the comma is one of two around the same move in other words: `41.70 points, or 0.44%, higher`. */
function isAroundSecond(tokens: readonly Token[], comma: number): boolean {
  return [comma, comma - 2, comma - 3].some((first) => {
    const [once, , ...behind] = tokens.slice(Math.max(0, first - 1), first + 5);
    const [again, second, word] = isA(behind[0], "or") ? behind.slice(1) : behind;
    const isTwice = once?.figure && again?.figure && isOfSameMove(once.figure, again.figure);
    return isTwice && isComma(tokens[first]) && isComma(second) && word !== undefined && wayOf(word) !== null;
  });
}

/** `3.07 % below the close before it`: against the close of the session before. */
function fromPrevious(tokens: readonly Token[], index: number): -1 | 1 | null {
  const token = tokens[index];
  const value = isA(token, "below") ? -1 : isA(token, "above") ? 1 : null;
  const behind = tokens.slice(index + 1, index + 6);
  const isClose =
    behind.some((one) => isA(one, "close", "previous")) && !behind.some((one) => isA(one, "mark", "extreme", "other"));
  return value !== null && isClose && isTraded(tokens, index) ? value : null;
}

/** Whether a price is told of before: `agreed to buy Acme for $62, 31 % above Monday's close` is about an offer. */
function isTraded(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(0, index).some((one) => isA(one, "trade", "close", "up", "down", "flat", "intraday"));
}

/** `un 2 % más`, `1,3% menos que en la víspera`: the comparison ends its clause, or the day before follows. */
function compared(tokens: readonly Token[], index: number): -1 | 1 | null {
  const token = tokens[index];
  const value = isA(token, "more") ? 1 : isA(token, "less") ? -1 : null;
  if (value === null) return null;
  const behind = rightOf(tokens, index, 7, isComma).filter((one) => !isIdle(one));
  const isAlone = behind.length === 0 || isBoundary(behind[0]) || namesSession(behind[0]);
  if (behind.some((one) => isA(one, "previous", "close"))) return isTraded(tokens, index) ? value : null;
  return isAlone || behind.some((one) => one.subject || namesSession(one)) ? value : null;
}

/** German puts the verb last: `um 1,7 Prozent zum Xetra-Schluss anzogen`. */
function verbAtEnd(tokens: readonly Token[], at: number, { capitalNouns }: Language): Direction | null {
  if (!capitalNouns) return null;
  for (let index = at + 1; index < tokens.length && index - at <= 8; index += 1) {
    const token = tokens[index];
    if (!token || token.figure?.unit.kind === "percent" || token.subject || isComma(token)) return null;
    const value = wayOf(token);
    if (value !== null) return { value, from: "behind", at: index };
  }
  return null;
}

/** Whether two figures can be of the same move: points and a percentage can, two percentages cannot. */
function isOfSameMove(a: Figure, b: Figure): boolean {
  return a.unit.kind !== b.unit.kind && a.unit.kind !== "span" && a.unit.kind !== "large" && a.unit.kind !== "other";
}

function wayOf(token: Token): -1 | 0 | 1 | null {
  if (isA(token, "up")) return 1;
  if (isA(token, "down")) return -1;
  return null;
}
