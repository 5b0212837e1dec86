import { daysBetween } from "./calendar-day";
import type { LocalDate } from "./closes";
import type { Figures } from "./figures";

/**
 * In this century, no exchange that we have listings of has been closed for longer. After that, figures are old,
 * whatever the holidays were.
 */
const LONGEST_BREAK_DAYS = 15;

/**
 * The first day whose close was due at `now` and is missing; null if the figures are current (requirement T9). If the
 * market's holidays are not known, a missing weekday does not prove that figures are old.
 */
export function staleness({ days, latest }: Figures, now: number): LocalDate | null {
  const due = days.latestDue(now);
  if (due <= latest.date) return null;
  const missing = [...days.between(latest.date, due), due].filter(days.expects);
  const known = missing.find(days.isKnown);
  if (known || daysBetween(latest.date, due) <= LONGEST_BREAK_DAYS) return known ?? null;
  return due;
}
