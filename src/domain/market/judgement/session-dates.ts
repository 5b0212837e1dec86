import type { LocalDate } from "../closes";
import type { Zone } from "../local-clock";

/**
 * Daily bars are stamped with the morning or the midnight of their day. A stamp that is at most so long before midnight
 * may mean the day after: midnight in Greenwich is 18:00 in Mexico.
 */
const HOURS_TO_MIDNIGHT = 6;

/**
 * How the stamps of a reply's daily bars, epoch milliseconds, are read as trading days; its dividends and splits are
 * stamped alike. If most bars are stamped late in the evening, the source means the days after. `own`, the time of the
 * source's latest price, always means its own day.
 */
export function sessionDating(
  stamps: readonly number[],
  zone: Zone,
  own: number | undefined,
): (stamp: number) => LocalDate {
  const later = (stamp: number) => zone.dateOf(stamp + HOURS_TO_MIDNIGHT * 3_600_000);
  const daily = stamps.filter((stamp) => stamp !== own);
  const inEvening = daily.filter((stamp) => later(stamp) !== zone.dateOf(stamp));
  const areEvenings = inEvening.length * 2 > daily.length;
  return (stamp) => (areEvenings && stamp !== own ? later(stamp) : zone.dateOf(stamp));
}

/** The trading days of daily bars, from their stamps, as `sessionDating` reads them. */
export function sessionDates(stamps: readonly number[], zone: Zone, own: number | undefined): readonly LocalDate[] {
  return stamps.map(sessionDating(stamps, zone, own));
}
