import { daysBetween } from "./calendar-day";
import type { Closes } from "./closes";
import { marketOf } from "./market";
import { createTradingDays } from "./trading-day";

/** A listing without a close for this long no longer trades; for a shorter time, it may be halted. */
const DELISTED_AFTER_DAYS = 30;

/**
 * Why a listing has no close of the last session: "halted" if two sources lack the close, "delisted" if there has been
 * none for a month. Null while it trades, if only one source lacks the close, or if the source's own price is newer
 * than its closes (requirement T13).
 */
export function tradingStop({
  ticker,
  zone,
  bars,
  without = [],
  statedAt,
  fetchedAt,
}: Closes): "halted" | "delisted" | null {
  const days = createTradingDays(marketOf(ticker, zone));
  const last = bars.at(-1);
  if (!days || !last) return null;
  const due = days.latestDue(fetchedAt);
  if (due <= last.date || !days.isKnown(due)) return null;
  const lastTold = statedAt === undefined ? last.date : days.dateOf(statedAt);
  if (daysBetween(last.date, due) > DELISTED_AFTER_DAYS)
    return daysBetween(lastTold, due) > DELISTED_AFTER_DAYS ? "delisted" : null;
  return [...days.between(last.date, due), due].every((date) => without.includes(date)) ? "halted" : null;
}
