import { daysBetween } from "./calendar-day";
import type { Closes, LocalDate } from "./closes";
import { marketOf } from "./market";
import { createTradingDays, provenTime, tradingDaysOf } from "./trading-day";

/** A listing without a close for this long no longer trades; for a shorter time, it may be halted. */
const DELISTED_AFTER_DAYS = 30;

/**
 * Why a listing has no close of the last session at `now`: "halted" if two sources lack the close, "delisted" if there
 * has been none for a month. Null while it trades, if only one source lacks the close, if a session has ended since the
 * sources were asked, or if the source's own price is newer than its closes (requirement T13).
 */
export function tradingStop(closes: Closes, now: number): "halted" | "delisted" | null {
  const { ticker, zone, bars, without = [], statedAt } = closes;
  const days = createTradingDays(marketOf(ticker, zone));
  const last = bars.at(-1);
  if (!days || !last) return null;
  const due = days.latestDue(provenTime(closes));
  if (due <= last.date || !days.isKnown(due)) return null;
  const lastTold = statedAt === undefined ? last.date : days.dateOf(statedAt);
  if (daysBetween(last.date, due) > DELISTED_AFTER_DAYS)
    return daysBetween(lastTold, due) > DELISTED_AFTER_DAYS ? "delisted" : null;
  if (days.latestDue(now) > due) return null;
  return [...days.between(last.date, due), due].every((date) => without.includes(date)) ? "halted" : null;
}

/**
 * The day of the last close of a listing that is gone; undefined if the closes were fetched before two sessions went by
 * without one, as there may have been closes since.
 */
export function lastTradedOn(closes: Closes): LocalDate | undefined {
  const days = tradingDaysOf(closes);
  const last = closes.bars.at(-1);
  return last && days?.between(last.date, days.latestDue(provenTime(closes))).some(days.isKnown)
    ? last.date
    : undefined;
}
