import type { LocalDate } from "../closes";
import { createZone } from "../local-clock";
import { UNKNOWN_HOUR } from "../market";
import { provenTime, SETTLED_AFTER_MS, type TradingDays } from "../trading-day";
import type { RawCloses } from "./raw-closes";

/** In a market whose hours are not known, a price this old is the last one of its session. */
const QUIET_MS = 3_600_000;

/**
 * Whether the bar of `date` is a close and not a price from inside the session: the session is over, and the source's
 * own clock, where it states one, says that the reply was made after its end (requirement T11).
 */
export function isClose(
  date: LocalDate,
  raw: Pick<RawCloses, "fetchedAt" | "sentAt" | "stated">,
  days: TradingDays,
): boolean {
  const { fetchedAt, stated } = raw;
  const at = stated?.at;
  if (days.market.closes === UNKNOWN_HOUR) return isOver(date, provenTime(raw), stated, days);
  if (at === undefined) return days.dueAt(date) <= fetchedAt;
  return days.isProven(date, at, fetchedAt);
}

/** The same for a market whose hours are known only from the time stamps of the data; `sentAt` as in `provenTime`. */
function isOver(date: LocalDate, sentAt: number, stated: RawCloses["stated"], days: TradingDays): boolean {
  const today = days.dateOf(sentAt);
  if (date >= today) {
    if (stated?.at === undefined || date > today) return false;
    const { sessionEnds, sessionEndsOn = date } = stated;
    const isQuiet = sentAt - stated.at >= QUIET_MS;
    // The hour of another day may be that of a short session.
    if (sessionEnds === undefined || (sessionEndsOn !== date && !isQuiet)) return isQuiet;
    const ends = endOf(date, sessionEnds, days);
    return stated.at >= ends && sentAt >= ends + SETTLED_AFTER_MS;
  }
  // A reply made during that session has its price then, which is no close.
  return stated?.at === undefined || days.dateOf(stated.at) > date || isLast(date, stated, days);
}

/** Whether the source's latest price is the last one of the session of `date`. */
function isLast(date: LocalDate, { at, sessionEnds }: NonNullable<RawCloses["stated"]>, days: TradingDays): boolean {
  if (at === undefined || days.dateOf(at) < date) return false;
  return sessionEnds === undefined || at >= endOf(date, sessionEnds, days);
}

/** The instant at which the session of `date` ends by the hour that the source states. */
function endOf(date: LocalDate, sessionEnds: string, days: TradingDays): number {
  return createZone(days.market.zone)?.instantOf(date, sessionEnds) ?? Number.POSITIVE_INFINITY;
}
