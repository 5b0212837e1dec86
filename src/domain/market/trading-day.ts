import { addDays } from "./calendar-day";
import type { Close, Closes, LocalDate } from "./closes";
import { createZone, type Zone } from "./local-clock";
import { type Market, marketOf, UNKNOWN_HOUR } from "./market";
import { isNewYorkSummer } from "./new-york-sessions";

/**
 * A close counts this long after the end of regular hours, when closing auctions and corrections are over (requirement
 * T2).
 */
export const SETTLED_AFTER_MS = 15 * 60_000;

/** How late free sources get the prices of an exchange that gives them only with a delay. */
const SOURCE_DELAY_MS = 20 * 60_000;

/**
 * A session is looked for in this many days: in this century, no exchange that we have listings of has been closed for
 * longer.
 */
const LONGEST_CLOSURE_DAYS = 15;

/** A market's trading days and hours. */
export interface TradingDays {
  readonly market: Market;
  readonly dateOf: Zone["dateOf"];
  /** Whether it is known if the day has a session. If not, `expects` goes by the day of the week. */
  readonly isKnown: (date: LocalDate) => boolean;
  /** The last day for which `isKnown` holds; null if there is none. */
  readonly knownUntil: LocalDate | null;
  /** Whether the calendar expects a session. */
  readonly expects: (date: LocalDate) => boolean;
  /** The first day after `date` on which a session is expected. */
  readonly next: (date: LocalDate) => LocalDate;
  /** The last day before `date` on which a session is expected. */
  readonly previous: (date: LocalDate) => LocalDate;
  /** The days strictly between two dates on which a session is expected, ascending. */
  readonly between: (from: LocalDate, to: LocalDate) => readonly LocalDate[];
  /**
   * The instant of the regular or early close of `date`, epoch milliseconds; the end of the local day if the hour is
   * not known.
   */
  readonly closedAt: (date: LocalDate) => number;
  /** Whether the hour at which the session of `date` ends is known. */
  readonly isHourKnown: (date: LocalDate) => boolean;
  /** Whether the close of `date` is settled at `now`: regular hours ended a quarter of an hour ago (requirement T2). */
  readonly isSettled: (date: LocalDate, now: number) => boolean;
  /** The instant from which a source has the close of `date`, if it does not say when its figures were made. */
  readonly dueAt: (date: LocalDate) => number;
  /**
   * Whether a price with the source's time stamp `stamp`, read at `now`, is the close of `date` and not a price during
   * the session (requirement T11). All instants are epoch milliseconds.
   */
  readonly isProven: (date: LocalDate, stamp: number, now: number) => boolean;
  /** The latest day with an expected session whose close is due at `now`. */
  readonly latestDue: (now: number) => LocalDate;
}

/** The trading days of a market; null when its zone does not exist. */
export function createTradingDays(market: Market): TradingDays | null {
  const zone = createZone(market.zone);
  if (!zone) return null;
  const { expects, isKnown, knownUntil } = market.calendar;
  const closings = new Map<LocalDate, number>();
  // Judging a reply needs the same instants several times, and a zone's clock takes long to read.
  const closedAt = (date: LocalDate) => {
    const instant = closings.get(date) ?? zone.instantOf(date, closingTime(market, date));
    closings.set(date, instant);
    return instant;
  };
  const { calls, stands } = market.auction ?? { calls: 0, stands: 0 };
  const isSettled = (date: LocalDate, now: number) => closedAt(date) + SETTLED_AFTER_MS <= now;
  const dueAt = (date: LocalDate) =>
    closedAt(date) + Math.max(0, stands) * 60_000 + (market.isDelayed ? SOURCE_DELAY_MS : SETTLED_AFTER_MS);
  const walk = (from: LocalDate, step: 1 | -1, wanted: (date: LocalDate) => boolean): LocalDate => {
    let date = from;
    for (let days = 0; days < LONGEST_CLOSURE_DAYS && !wanted(date); days += 1) date = addDays(date, step);
    return date;
  };
  return {
    market,
    dateOf: zone.dateOf,
    isKnown,
    knownUntil,
    expects,
    next: (date) => walk(addDays(date, 1), 1, expects),
    previous: (date) => walk(addDays(date, -1), -1, expects),
    between: (from, to) => {
      const days: LocalDate[] = [];
      for (let date = addDays(from, 1); date < to; date = addDays(date, 1)) if (expects(date)) days.push(date);
      return days;
    },
    closedAt,
    isHourKnown: (date) => closingTime(market, date) !== UNKNOWN_HOUR,
    isSettled,
    dueAt,
    isProven: (date, stamp, now) => {
      if (stamp >= closedAt(date) + stands * 60_000) return isSettled(date, now);
      // Nothing trades while the auction is called, so such a stamp is the source's way to say "the end of the
      // session".
      return stamp >= closedAt(date) + calls * 60_000 && dueAt(date) <= now;
    },
    latestDue: (now) => walk(zone.dateOf(now), -1, (date) => expects(date) && dueAt(date) <= now),
  };
}

/** The trading days of a listing's market. If its hours are not known, those that the source states are used. */
export function tradingDaysOf({ ticker, zone, sessionEnds }: Pick<Closes, "ticker" | "zone" | "sessionEnds">) {
  const market = marketOf(ticker, zone);
  return createTradingDays(
    market.closes === UNKNOWN_HOUR && sessionEnds !== undefined ? { ...market, closes: sessionEnds } : market,
  );
}

/**
 * A time (epoch milliseconds) that it certainly was when the reply was sent: by the source's own clock, too, as the
 * computer's may be ahead.
 */
export function provenTime({ fetchedAt, sentAt = fetchedAt }: Pick<Closes, "fetchedAt" | "sentAt">): number {
  return Math.min(fetchedAt, sentAt);
}

/**
 * The latest close that was settled both when the data arrived and at `now`; undefined without one (requirement T2).
 */
export function latestClose(closes: Closes, days: TradingDays, now: number): Close | undefined {
  return settledBars(closes, days, now).at(-1);
}

/** The bars whose close was settled both when the data arrived and at `now`, oldest first. */
export function settledBars(closes: Closes, days: TradingDays, now: number): readonly Close[] {
  const seen = Math.min(now, closes.fetchedAt);
  const isHourKnown = days.market.closes !== UNKNOWN_HOUR;
  // If only the time stamps said that the session was over, they were judged when the data arrived.
  const counts = ({ date }: Close) => (isHourKnown ? days.isSettled(date, seen) : date <= days.dateOf(seen));
  let end = closes.bars.length;
  for (let bar = closes.bars[end - 1]; bar && !counts(bar); bar = closes.bars[end - 1]) end -= 1;
  return end === closes.bars.length ? closes.bars : closes.bars.slice(0, end);
}

/**
 * The instant from which a newer close than the latest settled one of `closes` can be had; in the past if it is missing
 * already.
 */
export function nextCloseDue(closes: Closes, days: TradingDays, now: number): number {
  const latest = latestClose(closes, days, now);
  return days.dueAt(latest ? days.next(latest.date) : days.latestDue(now));
}

/** The local end of the session of `date`; the regular hour on a day that has no session according to the calendar. */
function closingTime({ calendar, closes, newYorkSummerCloses }: Market, date: LocalDate): string {
  if (closes === UNKNOWN_HOUR) return closes;
  const regular = newYorkSummerCloses && isNewYorkSummer(date) ? newYorkSummerCloses : closes;
  return calendar.unusualClose(date) ?? regular;
}
