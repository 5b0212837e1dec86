import { isComma, isIdle } from "./clauses";
import { isA, type Token } from "./token";
import type { Language } from "./words/languages";

/** Whether a name that the directory does not have is what moves: `Nexstar dropped`, `Acme (+2 %)`, `Acme shares`. */
export function isInPlaceOfSubject(tokens: readonly Token[], index: number): boolean {
  let first = index;
  while (tokens[first - 1]?.type === "name" || isA(tokens[first - 1], "filler")) {
    if (isA(tokens[first - 1], "place")) return false;
    first -= 1;
  }
  if (tokens[index + 1]?.type === "colon") return true;
  if (isA(tokens[first - 1], "place")) return false;
  // `Zyx, which sells copies, sank 6 %`.
  if (isComma(tokens[index + 1]) && isA(tokens[index + 2], "relative") && !isA(tokens[index + 2], "filler"))
    return true;
  for (const token of tokens.slice(index + 1, index + 5)) {
    if (isA(token, "up", "down", "flat", "close", "trade", "open", "index") || token.type === "open" || token.figure)
      return true;
    if (isA(token, "share")) return true;
    if (token.type === "subject" || isComma(token)) return false;
    if (!isIdle(token) && token.type !== "name") return false;
  }
  return false;
}

/**
 * `said Zyx, whose own shares rose 2 %`, `male Zyx che cede il 2 %`: of somebody whom the directory does not know.
 * Without a comma, `told Reuters that the stock fell` is none of Reuters.
 */
export function isUnknownOwner(tokens: readonly Token[], index: number): boolean {
  if (!isA(tokens[index], "relative") || isA(tokens[index], "filler")) return false;
  const name = isComma(tokens[index - 1]) ? index - 2 : index - 1;
  const behind = tokens.slice(index + 1, index + 3);
  if (name === index - 1 && behind.some((token) => isA(token, "share", "company", "index"))) return false;
  return tokens[name]?.type === "name" && !tokens[name - 1]?.subject;
}

/**
 * Letters that no lexicon knows, at a clause's beginning before a move (`某公司跌`)
 * or before a particle (`某社が`, `某社는`), name a company that nobody knows.
 */
export function isUnknownInEast(tokens: readonly Token[], index: number, { spaced, figureFirst }: Language): boolean {
  if (spaced || !isUnknown(tokens[index]) || !isUnknown(tokens[index - 1])) return false;
  if (figureFirst) return isA(tokens[index + 1], "topic");
  let first = index;
  while (isUnknown(tokens[first - 1])) first -= 1;
  // `供应商某某科技早盘涨停`: its session may stand between.
  const verb = isA(tokens[index + 1], "intraday", "premarket", "after-hours") ? index + 2 : index + 1;
  const begins = first === 0 || isComma(tokens[first - 1]) || tokens[first - 1]?.type === "name";
  return isA(tokens[verb], "up", "down", "close") && begins;
}

/** Whether a token is a letter of a language without spaces that belongs to no word we know. */
export function isUnknown(token: Token | undefined): boolean {
  return (
    token?.type === "word" &&
    token.sense.kinds.size === 0 &&
    token.sense.weekday === undefined &&
    token.end - token.start === 1
  );
}
