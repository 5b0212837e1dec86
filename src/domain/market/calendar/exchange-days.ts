import type { LocalDate } from "../closes";

/** Days by year, each written `MMDD`, separated by spaces: `{ 2026: "0101 0403" }`. */
export type DaysByYear = Readonly<Record<number, string>>;

/**
 * The days of one exchange as it publishes them. To extend them by a year: add the year's line to `closed` and its
 * short sessions to `early`, and move the end of `known`. `npm run check:calendar` says which calendars run out.
 */
export interface ExchangeDays {
  /**
   * The first and last day for which the lists are complete. Outside, a session is expected on each day of the week's
   * sessions.
   */
  readonly known: readonly [from: LocalDate, until: LocalDate];
  /** The weekdays of trading that the exchange has had, oldest first; Monday to Friday if absent. */
  readonly weeks?: readonly Week[];
  /** Days without a session although the weekday has one: holidays and special closures. */
  readonly closed: DaysByYear;
  /** Sessions on other days. */
  readonly extra?: DaysByYear;
  /** Sessions with another end than the regular one, by local time `HH:MM`; `24:00` where that is not known. */
  readonly early?: Readonly<Record<string, DaysByYear>>;
}

/** On which days of a week there are sessions. */
export interface Week {
  /** The last day for which this applies; absent for the present one. */
  readonly until?: LocalDate;
  /** ISO weekdays, 1 for Monday to 7 for Sunday: `12345`. */
  readonly weekdays: string;
  /** Weekdays that always end at another local time, `HH:MM`. */
  readonly early?: Readonly<Record<number, string>>;
}
