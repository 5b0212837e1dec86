import { addDays, isWeekday, weekday } from "./calendar-day";
import type { LocalDate } from "./closes";

/** Unscheduled full-day closures of the NYSE and Nasdaq, as the exchanges announced them; no rule gives them. */
const SPECIAL_CLOSURES: ReadonlySet<LocalDate> = new Set([
  "2001-09-11",
  "2001-09-12",
  "2001-09-13",
  "2001-09-14",
  "2004-06-11",
  "2007-01-02",
  "2012-10-29",
  "2012-10-30",
  "2018-12-05",
  "2025-01-09",
]);

const SUNDAY = 0;
const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;

/**
 * The regular close, New York time, of a day on which the NYSE and Nasdaq hold a session; null when they do not.
 * NYSE Rule 7.2 and the holiday calendars of NYSE Group: they agree with these rules in each published year up to 2028.
 */
export function newYorkClose(date: LocalDate): "16:00" | "13:00" | null {
  if (!isWeekday(date) || SPECIAL_CLOSURES.has(date) || isHoliday(date)) return null;
  return closesEarly(date) ? "13:00" : "16:00";
}

/**
 * Whether New York has summer time at noon of the day: second Sunday
 * of March to first Sunday of November (Energy Policy Act of 2005).
 */
export function isNewYorkSummer(date: LocalDate): boolean {
  const year = Number(date.slice(0, 4));
  return nthWeekday(year, 3, SUNDAY, 2) <= date && date < nthWeekday(year, 11, SUNDAY, 1);
}

/** The holidays that a month can have. */
const HOLIDAYS: Readonly<Record<string, readonly ((year: number) => LocalDate | null)[]>> = {
  "01": [newYearsDay, (year) => (year >= 1998 ? nthWeekday(year, 1, MONDAY, 3) : null)],
  "02": [(year) => nthWeekday(year, 2, MONDAY, 3)],
  "03": [goodFriday],
  "04": [goodFriday],
  "05": [(year) => addDays(nthWeekday(year, 6, MONDAY, 1), -7)],
  "06": [(year) => (year >= 2022 ? observed(`${year}-06-19`) : null)],
  "07": [(year) => observed(`${year}-07-04`)],
  "09": [(year) => nthWeekday(year, 9, MONDAY, 1)],
  "11": [thanksgiving],
  "12": [(year) => observed(`${year}-12-25`)],
};

function isHoliday(date: LocalDate): boolean {
  const [year = "", month = ""] = date.split("-");
  return HOLIDAYS[month]?.some((holiday) => holiday(Number(year)) === date) ?? false;
}

/** Whether the session of `date` ends early. On a Friday, 24 December and 3 July are holidays, and have none. */
function closesEarly(date: LocalDate): boolean {
  if (date.endsWith("-12-24") || date.endsWith("-07-03")) return true;
  return date.slice(5, 7) === "11" && date === addDays(thanksgiving(Number(date.slice(0, 4))), 1);
}

/** If it falls on a Saturday, it is not moved to Friday, because that Friday ends an accounting year. */
function newYearsDay(year: number): LocalDate {
  const day = `${year}-01-01`;
  return weekday(day) === SUNDAY ? addDays(day, 1) : day;
}

function goodFriday(year: number): LocalDate {
  return addDays(easterSunday(year), -2);
}

function observed(day: LocalDate): LocalDate {
  if (weekday(day) === SATURDAY) return addDays(day, -1);
  return weekday(day) === SUNDAY ? addDays(day, 1) : day;
}

function thanksgiving(year: number): LocalDate {
  return nthWeekday(year, 11, THURSDAY, 4);
}

/** The nth given weekday of a month. */
function nthWeekday(year: number, month: number, day: number, nth: number): LocalDate {
  const first = `${year}-${String(month).padStart(2, "0")}-01`;
  return addDays(first, ((day - weekday(first) + 7) % 7) + (nth - 1) * 7);
}

/** Western Easter by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): LocalDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const moon = (19 * golden + century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 15) % 30;
  const full = moon - Math.floor((golden + 11 * moon) / 319);
  const sunday = (2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - full - (year % 4) + 32) % 7;
  const month = Math.floor((full + sunday + 90) / 25);
  const day = (full + sunday + month + 19) % 32;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
