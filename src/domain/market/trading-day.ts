import { addDays, isWeekday } from "./calendar-day";
import type { Close, Closes, LocalDate } from "./closes";
import type { Market } from "./market";
import { newYorkClose } from "./new-york-sessions";
import { createZone, type Zone } from "./zone";

/** A close counts once the regular close is this far past: closing auctions and corrections are through (requirement T2). */
export const SETTLED_AFTER_MS = 15 * 60_000;

/** Longest run of days without any session we look over: longer than any closure since 1933. */
const LONGEST_CLOSURE_DAYS = 15;

/** A market's trading days, with its zone's clock at hand. */
export interface TradingDays {
  readonly market: Market;
  readonly dateOf: Zone["dateOf"];
  /** Whether the calendar expects a session; abroad every weekday, because only the data knows the holidays. */
  readonly expects: (date: LocalDate) => boolean;
  /** The instant of the regular close of `date`. */
  readonly closedAt: (date: LocalDate) => number;
  /** Whether the close of `date` is settled at `now`. */
  readonly isSettled: (date: LocalDate, now: number) => boolean;
  /** The first day after `date` on which a session is expected. */
  readonly next: (date: LocalDate) => LocalDate;
  /** The latest day on which a session is expected and whose close is settled at `now`. */
  readonly latestDue: (now: number) => LocalDate;
}

/** The trading days of a market; null when its zone does not exist. */
export function createTradingDays(market: Market): TradingDays | null {
  const zone = createZone(market.zone);
  if (!zone) return null;
  const expects = (date: LocalDate): boolean => {
    if (market.calendar === "every-day") return true;
    return market.calendar === "new-york" ? newYorkClose(date) !== null : isWeekday(date);
  };
  const closedAt = (date: LocalDate): number => {
    // A bar on a day that the calendar calls closed: the data beats the table, and the late hour is the safe one.
    const time = market.calendar === "new-york" ? (newYorkClose(date) ?? market.closes) : market.closes;
    return zone.instantOf(date, time);
  };
  const isSettled = (date: LocalDate, now: number) => closedAt(date) + SETTLED_AFTER_MS <= now;
  const walk = (from: LocalDate, step: 1 | -1, wanted: (date: LocalDate) => boolean): LocalDate => {
    let date = from;
    for (let days = 0; days < LONGEST_CLOSURE_DAYS && !wanted(date); days += 1) date = addDays(date, step);
    return date;
  };
  return {
    market,
    dateOf: zone.dateOf,
    expects,
    closedAt,
    isSettled,
    next: (date) => walk(addDays(date, 1), 1, expects),
    latestDue: (now) => walk(zone.dateOf(now), -1, (date) => expects(date) && isSettled(date, now)),
  };
}

/** The latest close that was settled both when the data arrived and at `now`; undefined without one (requirement T2). */
export function latestClose(closes: Closes, days: TradingDays, now: number): Close | undefined {
  return settledBars(closes, days, now).at(-1);
}

/** The bars whose close was settled both when the data arrived and at `now`, oldest first. */
export function settledBars(closes: Closes, days: TradingDays, now: number): readonly Close[] {
  const seen = Math.min(now, closes.fetchedAt);
  let end = closes.bars.length;
  for (let bar = closes.bars[end - 1]; bar && !days.isSettled(bar.date, seen); bar = closes.bars[end - 1]) end -= 1;
  return end === closes.bars.length ? closes.bars : closes.bars.slice(0, end);
}

/** The instant from which a close newer than the latest settled one of `closes` can be had; in the past when it is missing already. */
export function nextCloseDue(closes: Closes, days: TradingDays, now: number): number {
  const latest = latestClose(closes, days, now);
  const next = latest ? days.next(latest.date) : days.latestDue(now);
  return days.closedAt(next) + SETTLED_AFTER_MS;
}
