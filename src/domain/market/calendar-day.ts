import type { LocalDate } from "./closes";

const DAY_MS = 86_400_000;

/** Whether `text` is a day of the calendar, written `YYYY-MM-DD`. */
export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** The day `days` after `date`; before it when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(utcMs(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of the month `months` earlier, or that month's last day when it is shorter. */
export function monthsBefore(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const daysInMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(first.getTime() + (Math.min(day, daysInMonth) - 1) * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utcMs(to) - utcMs(from)) / DAY_MS);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(date: LocalDate): number {
  return new Date(utcMs(date)).getUTCDay();
}

/** Whether the day is Monday to Friday. */
export function isWeekday(date: LocalDate): boolean {
  return weekday(date) % 6 !== 0;
}

function utcMs(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}
