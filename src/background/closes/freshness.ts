import type { Closes, LocalDate } from "../../domain/market/closes";
import { NEW_YORK } from "../../domain/market/market";
import { createTradingDays, nextCloseDue, tradingDaysOf } from "../../domain/market/trading-day";

/** A due close that a fresh reply lacked is asked for again after this long: a late source, a halted listing, a holiday abroad. */
const LATE_ASKED_AGAIN_MS = { newYork: 15 * 60_000, abroad: 60 * 60_000 };

/** Whether closes are as new as they can be at `now`: no newer close is due, or it was asked for a moment ago. */
export function isCurrent(closes: Closes, now: number): boolean {
  const days = tradingDaysOf(closes);
  if (!days) return false;
  if (now < closes.fetchedAt) return false;
  const due = nextCloseDue(closes, days, now);
  if (now < due) return true;
  const again = days.market === NEW_YORK ? LATE_ASKED_AGAIN_MS.newYork : LATE_ASKED_AGAIN_MS.abroad;
  return (
    closes.fetchedAt >= due &&
    now < closes.fetchedAt + again &&
    days.latestDue(closes.fetchedAt) === days.latestDue(now)
  );
}

/**
 * The latest day that the same source has for the benchmark and not for a New York listing, both asked after it closed; null when none.
 * A source that is merely late lacks it for both.
 */
export function missedDay(listing: Closes, benchmark: Closes | null): LocalDate | null {
  if (!benchmark || benchmark.provider !== listing.provider || listing.zone !== NEW_YORK.zone) return null;
  const days = createTradingDays(NEW_YORK);
  const [mine, theirs] = [listing.bars.at(-1)?.date, benchmark.bars.at(-1)?.date];
  if (!days || !mine || !theirs || mine >= theirs) return null;
  return days.isSettled(theirs, listing.fetchedAt) ? theirs : null;
}
