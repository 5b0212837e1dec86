import { isWeekday, weekday } from "../calendar-day";
import type { LocalDate } from "../closes";
import { newYorkClose } from "../new-york-sessions";
import type { DaysByYear, ExchangeDays, Week } from "./exchange-days";

/** On which days an exchange holds a session, as far as that is known. */
export interface Calendar {
  /** Whether holidays and special sessions of the day are known; else `expects` goes by the days of the week. */
  readonly isKnown: (date: LocalDate) => boolean;
  /** The last day whose sessions are known; null when the calendar never runs out, or knows no day. */
  readonly knownUntil: LocalDate | null;
  /** Whether a session is expected on the day. */
  readonly expects: (date: LocalDate) => boolean;
  /** The local end `HH:MM` of a session that does not end at the regular time; undefined when it does. */
  readonly unusualClose: (date: LocalDate) => string | undefined;
}

/** The NYSE's and Nasdaq's days, by their rules. */
export const NEW_YORK_CALENDAR: Calendar = {
  isKnown: () => true,
  knownUntil: null,
  expects: (date) => newYorkClose(date) !== null,
  unusualClose: (date) => {
    const close = newYorkClose(date);
    return close === null || close === "16:00" ? undefined : close;
  },
};

/** Assets that trade around the clock have a close each day. */
export const EVERY_DAY: Calendar = {
  isKnown: () => true,
  knownUntil: null,
  expects: () => true,
  unusualClose: () => undefined,
};

/** An exchange of which nothing is known: each weekday is expected, none for sure. */
export const WEEKDAYS: Calendar = {
  isKnown: () => false,
  knownUntil: null,
  expects: isWeekday,
  unusualClose: () => undefined,
};

/** The calendar of an exchange's published days. */
export function createCalendar({ known, weeks = [MONDAY_TO_FRIDAY], closed, extra, early }: ExchangeDays): Calendar {
  const [from, until] = known;
  const closures = new Set(datesOf(closed));
  const extras = new Set(datesOf(extra ?? {}));
  const closes = new Map(
    Object.entries(early ?? {}).flatMap(([time, days]) => datesOf(days).map((date) => [date, time] as const)),
  );
  const weekOf = (date: LocalDate): Week =>
    weeks.find((week) => week.until === undefined || date <= week.until) ?? MONDAY_TO_FRIDAY;
  return {
    isKnown: (date) => from <= date && date <= until,
    knownUntil: until,
    expects: (date) =>
      extras.has(date) || (weekOf(date).weekdays.includes(String(isoWeekday(date))) && !closures.has(date)),
    unusualClose: (date) => closes.get(date) ?? weekOf(date).early?.[isoWeekday(date)],
  };
}

/** The same expectations without any certainty: a market that probably keeps the days of a known one. */
export function likely({ expects, unusualClose }: Calendar): Calendar {
  return { isKnown: () => false, knownUntil: null, expects, unusualClose };
}

const MONDAY_TO_FRIDAY: Week = { weekdays: "12345" };

function datesOf(days: DaysByYear): LocalDate[] {
  return Object.entries(days).flatMap(([year, list]) =>
    list.split(" ").map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`),
  );
}

function isoWeekday(date: LocalDate): number {
  return weekday(date) || 7;
}
