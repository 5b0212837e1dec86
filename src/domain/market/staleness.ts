import { daysBetween } from "./calendar-day";
import type { LocalDate } from "./closes";
import type { Figures } from "./figures";

/** Abroad a fresh reply without a due weekday means a holiday there, up to the longest break; after it, old data. */
const LONGEST_HOLIDAY_DAYS = 12;

/** The first day whose close was due at `now` and is missing; null when the figures are current (requirement T9). */
export function staleness({ closes, days, latest }: Figures, now: number): LocalDate | null {
  const missing = days.next(latest.date);
  if (!days.isSettled(missing, now)) return null;
  if (days.market.calendar !== "weekdays") return missing;
  const askedSince =
    days.isSettled(missing, closes.fetchedAt) && days.latestDue(now) === days.latestDue(closes.fetchedAt);
  return askedSince && daysBetween(latest.date, days.latestDue(now)) <= LONGEST_HOLIDAY_DAYS ? null : missing;
}
