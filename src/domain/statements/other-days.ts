import { isComma, leftOf, rightOf } from "./clauses";
import { isKnownWord } from "./plain-claims";
import type { NamedDay } from "./session-words";
import { isA, type Token } from "./token";

/**
 * Whether the figure at `at` may be of another day than `named`, the day that the sentence names for it, or than the
 * article's own if it names none. It may if there are words beside it of another time, or words that nobody knows:
 * `on the eve of the report`, `on Tuesday the 4th`.
 */
export function mayBeOfOtherDay(
  tokens: readonly Token[],
  at: number,
  named: NamedDay | null,
  days: readonly NamedDay[],
): boolean {
  if (namesOtherTime(tokens, at, days) || isDateline(tokens, named)) return true;
  // `on the day of the announcement`, `in the last session of October`.
  if (named !== null && /^(?:today|latest|yesterday|next)$/.test(named.day.kind))
    return isA(tokens[named.index + 1], "of", "place");
  const end = tokens.findIndex((token, index) => index > at && isComma(token));
  const clause = end < 0 ? tokens : tokens.slice(0, end);
  if (named !== null && named.index >= clause.length) return true;
  const isRead = (token: Token, index: number) =>
    isOfFigures(token) || isPartOfDate(index, days) || (isKnownWord(token) && !isA(token, "same-day"));
  return !clause.every(isRead);
}

/** `Updated Nov. 12, 2025: Acme closed at …`: the day of the article, and not surely that of the figure. */
function isDateline(tokens: readonly Token[], named: NamedDay | null): boolean {
  if (named?.day.kind !== "date") return false;
  const mark = tokens.findIndex((token, index) => index > named.index && isComma(token));
  const opening = tokens.slice(0, Math.max(0, mark));
  return (
    opening.length > 0 &&
    opening.every(({ subject }) => !subject) &&
    !opening.some((token) => isA(token, "place", "of", "at"))
  );
}

const MOST_AROUND = 14;

/** Whether words between the commas around the figure name a time that is no session. */
function namesOtherTime(tokens: readonly Token[], at: number, days: readonly NamedDay[]): boolean {
  const around = [...leftOf(tokens, at, MOST_AROUND, isComma), ...rightOf(tokens, at, MOST_AROUND, isComma)];
  const isBareMonth = (token: Token) =>
    token.sense.month !== undefined && days.every(({ index }) => tokens[index] !== token);
  return around.some((token) => isA(token, "period", "before", "when") || isBareMonth(token));
}

/** A name or a figure of a share; the day of a date is one only beside its month. */
function isOfFigures({ subject, figure }: Token): boolean {
  return (
    subject !== undefined || /^(?:percent|points|money)$/.test(figure?.unit.kind ?? "") || (figure?.decimals ?? 0) > 0
  );
}

function isPartOfDate(index: number, days: readonly NamedDay[]): boolean {
  return days.some((named) => named.day.kind === "date" && Math.abs(named.index - index) <= 3);
}
