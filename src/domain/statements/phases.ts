import { isBoundary, isComma, isIdle, leftOf } from "./clauses";
import type { Phase, Statement } from "./statement";
import { isA, type Token } from "./token";

/** The phase of the day that the figure at `at` is of, by the nearest words in its sentence; `unknown` without any. */
export function phaseOf(tokens: readonly Token[], at: number): Phase {
  let nearest: Phase = "unknown";
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < tokens.length; index += 1) {
    const phase = isToldOfElse(tokens, index, at) ? null : phaseAt(tokens, index);
    const distance = phase ? distanceOf(tokens, index, at) : least;
    if (phase && distance < least) [nearest, least] = [phase, distance];
  }
  return nearest;
}

/**
 * The distance between a word and the figure, in tokens. A boundary between them counts six, and another figure right
 * before the word eight.
 */
function distanceOf(tokens: readonly Token[], index: number, at: number): number {
  const between = index < at ? tokens.slice(index + 1, at) : tokens.slice(at + 1, index);
  // `一時4%高まで買われ、前日比62円高の3012円で取引を終えた`: a word of the session has the figure beside it.
  const isBehindAnother = between.some(({ figure }) => figure) && (index > at || between.some(isComma));
  const boundaries = between.filter(isBoundary).length + (index > at && isA(tokens[index], "clause") ? 1 : 0);
  return between.length + boundaries * 6 + (isBehindAnother ? 8 : 0);
}

function phaseAt(tokens: readonly Token[], index: number): Phase | null {
  const token = tokens[index];
  if (!token) return null;
  if (isA(token, "premarket")) return "premarket";
  if (isA(token, "after-hours")) return "after-hours";
  if (isA(token, "intraday")) return isA(token, "trade") && endsTrading(tokens, index) ? "close" : "intraday";
  if (isA(token, "close", "previous")) return isBeforeClose(tokens, index) ? "intraday" : "close";
  return isA(token, "clock") && tokens[index - 1]?.figure ? "intraday" : null;
}

/**
 * Whether the word of a phase is in another clause than the figure, and that clause tells of something else: `fell 3 %
 * after it had reported earnings before the bell`, `which currently employs 4,000 people`.
 */
function isToldOfElse(tokens: readonly Token[], index: number, at: number): boolean {
  const word = tokens[index];
  if (!isA(word, "premarket", "after-hours", "intraday", "clock")) return false;
  if (isOfNameBehind(tokens, index, at)) return true;
  const [from, to] = index < at ? [index + 1, at] : [at + 1, index];
  if (!tokens.slice(from, to).some((_, place) => isClauseEnd(tokens, from + place))) return false;
  const told = clauseAround(tokens, index);
  // `up 0.5 % before the bell on Wednesday, after it had lost 3 % on Tuesday`.
  const isOfOtherDay = told.some(({ figure }) => figure?.unit.kind === "percent") && namesDay(clauseAround(tokens, at));
  return isOfOtherDay || !told.every(tellsOfShares);
}

/** `午後に決算を発表したアクメは3%高`: the word is of a clause about the name right behind it. */
function isOfNameBehind(tokens: readonly Token[], index: number, at: number): boolean {
  const name = tokens.findIndex(({ subject }, place) => place > index && place < at && subject);
  const between = tokens.slice(index + 1, Math.max(index + 1, name));
  const isUnknown = ({ type, sense }: Token) =>
    type === "word" && sense.kinds.size === 0 && sense.weekday === undefined;
  return between.some(isUnknown) && !isA(between.at(-1), "place", "at", "of", "from", "topic");
}

function clauseAround(tokens: readonly Token[], index: number): readonly Token[] {
  let first = index;
  while (first > 0 && !isClauseEnd(tokens, first)) first -= 1;
  let last = index + 1;
  while (last < tokens.length && !isClauseEnd(tokens, last)) last += 1;
  return tokens.slice(first, last);
}

function namesDay(clause: readonly Token[]): boolean {
  return clause.some((token) => token.sense.weekday !== undefined || isA(token, "yesterday"));
}

/** Whether a clause ends before the token, or with it: at a comma, a word like `after`, or `and its shares`. */
function isClauseEnd(tokens: readonly Token[], index: number): boolean {
  const [token, next, second] = tokens.slice(index, index + 3);
  const isNewSubject = next?.subject || isA(next, "share") || (isIdle(next) && isA(second, "share"));
  return isBoundary(token) || (isA(token, "and") && Boolean(isNewSubject));
}

function tellsOfShares(token: Token): boolean {
  const { type, sense } = token;
  if (type !== "word" || sense.weekday !== undefined || sense.month !== undefined) return type !== "name";
  return sense.kinds.size > 0 && !isA(token, "other", "forecast", "company");
}

/** `finished Tuesday's trading at`: the trade is the day's last. */
export function endsTrading(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(Math.max(0, index - 3), index).some((token) => isA(token, "close"));
}

/** Whether the words mean a time before the close: `ahead of the close`. */
function isBeforeClose(tokens: readonly Token[], index: number): boolean {
  const before = leftOf(tokens, index, 2, isBoundary);
  return (
    before.some((token) => isA(token, "before") || (isA(token, "intraday") && !isA(token, "trade"))) &&
    !isA(tokens[index], "previous", "clause")
  );
}

/**
 * Whether the text says that the move at `at` is that of the close: a word of the close is in its clause and does not
 * mean a time before it.
 */
export function isOfClose(tokens: readonly Token[], at: number): boolean {
  if (phaseOf(tokens, at) !== "close") return false;
  for (const step of [-1, 1] as const) {
    for (
      let index = at + step;
      tokens[index] && !isBoundary(tokens[index]) && !isA(tokens[index], "and");
      index += step
    ) {
      if (isA(tokens[index], "close") && !isBeforeClose(tokens, index)) return true;
    }
  }
  return false;
}

/**
 * Gives figures whose sentence tells no phase the commonest one of the page, because a market report says only once
 * that trading has ended.
 */
export function withPagePhase(blocks: readonly Statement[][]): Statement[][] {
  const counts = new Map<Phase, number>();
  for (const { phase } of blocks.flat()) if (phase !== "unknown") counts.set(phase, (counts.get(phase) ?? 0) + 1);
  const [commonest] = [...counts].sort(([, a], [, b]) => b - a);
  if (!commonest) return blocks.map((statements) => [...statements]);
  return blocks.map((statements) =>
    statements.map((statement) =>
      statement.phase === "unknown" ? { ...statement, phase: commonest[0], phaseFrom: "page" } : statement,
    ),
  );
}
