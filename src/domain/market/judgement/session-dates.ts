import type { LocalDate } from "../closes";
import type { Zone } from "../local-clock";

/**
 * Daily bars are stamped with the morning or the midnight of their day. A stamp that is at most so long before midnight
 * may mean the day after.
 */
const HOURS_TO_MIDNIGHT = 4;

/**
 * The trading days of daily bars, from their stamps in epoch milliseconds. If most stamps are late in the evening, the
 * source means the days after. `own`, the time of the source's latest price, always means its own day.
 */
export function sessionDates(stamps: readonly number[], zone: Zone, own: number | undefined): readonly LocalDate[] {
  const later = (stamp: number) => zone.dateOf(stamp + HOURS_TO_MIDNIGHT * 3_600_000);
  const daily = stamps.filter((stamp) => stamp !== own);
  const inEvening = daily.filter((stamp) => later(stamp) !== zone.dateOf(stamp));
  const areEvenings = inEvening.length * 2 > daily.length;
  return stamps.map((stamp) => (areEvenings && stamp !== own ? later(stamp) : zone.dateOf(stamp)));
}
