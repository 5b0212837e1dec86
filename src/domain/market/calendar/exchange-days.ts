import type { LocalDate } from "../closes";

/** Days by year, each written `MMDD`, parted by blanks: `{ 2026: "0101 0403" }`. */
export type DaysByYear = Readonly<Record<number, string>>;

/**
 * The days of one exchange as it publishes them. To extend one by a year: add the year's line to `closed`, its short
 * sessions to `early`, move the end of `known`. `npm run check:calendar` says which calendars run out.
 */
export interface ExchangeDays {
  /**
   * First and last day between which the lists are complete; outside it each day of the week's sessions is expected.
   */
  readonly known: readonly [from: LocalDate, until: LocalDate];
  /** The weeks the exchange has had, oldest first; Monday to Friday where absent. */
  readonly weeks?: readonly Week[];
  /** Days of the week's sessions on which none was held: holidays and special closures. */
  readonly closed: DaysByYear;
  /** Sessions on other days. */
  readonly extra?: DaysByYear;
  /** Sessions with another end than the regular one, by local time `HH:MM`. */
  readonly early?: Readonly<Record<string, DaysByYear>>;
}

/** Which days of a week hold sessions. */
export interface Week {
  /** The last day of this week's use; absent for the present one. */
  readonly until?: LocalDate;
  /** ISO weekdays, 1 for Monday to 7 for Sunday: `12345`. */
  readonly weekdays: string;
  /** Weekdays that always end at another local time, `HH:MM`. */
  readonly early?: Readonly<Record<number, string>>;
}
