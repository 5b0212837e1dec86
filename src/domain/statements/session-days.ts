import { addDays, weekday } from "../market/calendar-day";
import type { LocalDate } from "../market/closes";
import type { TradingDays } from "../market/trading-day";
import type { SessionDay, SessionWords } from "./session-words";

/** Which sessions a reader takes the words to mean. */
export interface SessionDays {
  /** The likeliest one. */
  readonly likely: LocalDate;
  /** All sessions that a reader may think they mean, the likeliest first. */
  readonly expected: readonly LocalDate[];
  /** Whether no other day is possible: the words are a weekday or a date, and the calendar knows that day. */
  readonly isCertain: boolean;
}

/** The parts of `TradingDays` that are needed here. */
export type SessionCalendar = Pick<TradingDays, "expects" | "isKnown" | "previous" | "next">;

/** We look back this many days for a date; farther back it would be of another year. */
const LONGEST_WAY_BACK = 400;

/**
 * The sessions that the words of a sentence name, in an article published on a day by the author's clock. Measured on
 * labelled articles: a weekday is the latest such day up to the published one (146 of 147), a date is that day (49 of
 * 51), and without any word it is the published day or the last session before it (682 of 746). Null if no session was
 * held on the day that the words name.
 */
export function sessionDays(
  words: SessionWords | null,
  published: LocalDate,
  calendar: SessionCalendar,
): SessionDays | null {
  const last = calendar.expects(published) ? published : calendar.previous(published);
  const before = calendar.previous(last);
  const either: SessionDays = { likely: last, expected: [last, before], isCertain: false };
  if (!words) return either;
  const { day } = words;
  switch (day.kind) {
    // A page that gives its day in UTC is a day ahead of an evening in New York.
    case "today":
    case "latest":
      return either;
    case "yesterday": {
      const yesterday = last === published ? before : last;
      return { likely: yesterday, expected: [yesterday, calendar.previous(yesterday)], isCertain: false };
    }
    case "previous": {
      const of = day.of && sessionDays({ stated: "", day: day.of }, published, calendar);
      const previous = calendar.previous(of?.likely ?? last);
      return { likely: previous, expected: [previous, calendar.previous(previous)], isCertain: false };
    }
    case "next":
      return { ...either, expected: [last, before, calendar.previous(before)] };
    case "weekday": {
      const latest = latestWeekday(day.weekday, published);
      if (!day.isPast) return certain(latest, calendar);
      return eitherOf(latest < published ? [latest, addDays(latest, -7)] : [addDays(latest, -7)], calendar);
    }
    case "date":
      return certain(dateOf(day, published), calendar);
  }
}

/** The named day, if a session was held on it; otherwise the words mean something else. */
function certain(date: LocalDate | null, calendar: SessionCalendar): SessionDays | null {
  if (date === null || !calendar.expects(date)) return null;
  return { likely: date, expected: [date], isCertain: calendar.isKnown(date) };
}

/** Of the days that the words can mean, those on which a session was held. */
function eitherOf(days: readonly LocalDate[], { expects }: SessionCalendar): SessionDays | null {
  const expected = days.filter(expects);
  return expected[0] === undefined ? null : { likely: expected[0], expected, isCertain: false };
}

function latestWeekday(wanted: number, published: LocalDate): LocalDate {
  return addDays(published, -((weekday(published) - wanted + 7) % 7));
}

/**
 * A date without its year or month is the latest such one up to the day after the published one; none if it is not on
 * the weekday that is named beside it.
 */
function dateOf(
  { day, month, year, weekday: named }: Extract<SessionDay, { kind: "date" }>,
  published: LocalDate,
): LocalDate | null {
  for (let back = -1; back < LONGEST_WAY_BACK; back += 1) {
    const date = addDays(published, -back);
    const [y, m, d] = date.split("-").map(Number);
    if (d === day && (month === null || m === month) && (year === null || y === year))
      return named === undefined || weekday(date) === named ? date : null;
  }
  return null;
}
