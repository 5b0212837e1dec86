import { isWeekday, weekday } from "../calendar-day";
import type { LocalDate } from "../closes";
import { newYorkClose } from "../new-york-sessions";
import type { DaysByYear, ExchangeDays, Week } from "./exchange-days";

/** On which days an exchange holds a session, as far as that is known. */
export interface Calendar {
  /** Whether holidays and special sessions are known for the day. If not, `expects` goes by the day of the week. */
  readonly isKnown: (date: LocalDate) => boolean;
  /** The last day whose sessions are known; null if the calendar never ends, or no day is known. */
  readonly knownUntil: LocalDate | null;
  /** Whether a session is expected on the day. */
  readonly expects: (date: LocalDate) => boolean;
  /** The local end `HH:MM` of a session that does not end at the regular time; undefined when it does. */
  readonly unusualClose: (date: LocalDate) => string | undefined;
}

/** The days of the NYSE and Nasdaq, computed from their rules. */
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

/** For an exchange whose days are not known: a session is expected on each weekday, but never certain. */
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
    knownUntil: from <= until ? until : null,
    expects: (date) =>
      extras.has(date) || (weekOf(date).weekdays.includes(String(isoWeekday(date))) && !closures.has(date)),
    unusualClose: (date) => closes.get(date) ?? weekOf(date).early?.[isoWeekday(date)],
  };
}

/** The same calendar, but with no day certain: for a market that probably has the days of a known one. */
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
