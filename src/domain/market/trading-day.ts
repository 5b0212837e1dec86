import { addDays } from "./calendar-day";
import type { Close, Closes, LocalDate } from "./closes";
import { type Market, marketOf, UNKNOWN_HOUR } from "./market";
import { isNewYorkSummer } from "./new-york-sessions";
import { createZone, type Zone } from "./zone";

/**
 * A close counts once the regular close is this far past:
 * closing auctions and corrections are through (requirement T2).
 */
export const SETTLED_AFTER_MS = 15 * 60_000;

/** How far free sources run behind an exchange that lets them have its prices late. */
const SOURCE_DELAY_MS = 20 * 60_000;

/** Longest run of days without any session we look over: longer than any closure since 1933. */
const LONGEST_CLOSURE_DAYS = 15;

/** A market's trading days, with its zone's clock at hand. */
export interface TradingDays {
  readonly market: Market;
  readonly dateOf: Zone["dateOf"];
  /** Whether the day's sessions are known; where not, `expects` goes by the days of the week. */
  readonly isKnown: (date: LocalDate) => boolean;
  /** The last day whose sessions are known; null where there is no such day. */
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
   * The instant of the regular close of `date`, early closes
   * included; the end of the local day where the hour is not known.
   */
  readonly closedAt: (date: LocalDate) => number;
  /** Whether the close of `date` is settled at `now`: its exchange closed a quarter of an hour ago (requirement T2). */
  readonly isSettled: (date: LocalDate, now: number) => boolean;
  /** The instant from which a source that does not say when its figures are of has the close of `date`. */
  readonly dueAt: (date: LocalDate) => number;
  /**
   * Whether a price that its source stamps `stamp`, read at `now`, is the
   * close of `date` and not one from inside the session (requirement T11).
   */
  readonly isProven: (date: LocalDate, stamp: number, now: number) => boolean;
  /** The latest day on which a session is expected and whose close is due at `now`. */
  readonly latestDue: (now: number) => LocalDate;
}

/** The trading days of a market; null when its zone does not exist. */
export function createTradingDays(market: Market): TradingDays | null {
  const zone = createZone(market.zone);
  if (!zone) return null;
  const { expects, isKnown, knownUntil } = market.calendar;
  const closedAt = (date: LocalDate) => zone.instantOf(date, closingTime(market, date));
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
    isSettled,
    dueAt,
    isProven: (date, stamp, now) => {
      if (stamp >= closedAt(date) + stands * 60_000) return isSettled(date, now);
      // Nothing trades during the call: such a stamp is a source's own way to name the end of the session.
      return stamp >= closedAt(date) + calls * 60_000 && dueAt(date) <= now;
    },
    latestDue: (now) => walk(zone.dateOf(now), -1, (date) => expects(date) && dueAt(date) <= now),
  };
}

/** The trading days of a listing's market; where the market's hour is not known, its source's word for it is taken. */
export function tradingDaysOf({ ticker, zone, sessionEnds }: Pick<Closes, "ticker" | "zone" | "sessionEnds">) {
  const market = marketOf(ticker, zone);
  return createTradingDays(
    market.closes === UNKNOWN_HOUR && sessionEnds !== undefined ? { ...market, closes: sessionEnds } : market,
  );
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
  // Where only the stamps told that the session was over, they were judged when the data arrived.
  const counts = ({ date }: Close) => (isHourKnown ? days.isSettled(date, seen) : date <= days.dateOf(seen));
  let end = closes.bars.length;
  for (let bar = closes.bars[end - 1]; bar && !counts(bar); bar = closes.bars[end - 1]) end -= 1;
  return end === closes.bars.length ? closes.bars : closes.bars.slice(0, end);
}

/**
 * The instant from which a close newer than the latest settled one
 * of `closes` can be had; in the past when it is missing already.
 */
export function nextCloseDue(closes: Closes, days: TradingDays, now: number): number {
  const latest = latestClose(closes, days, now);
  return days.dueAt(latest ? days.next(latest.date) : days.latestDue(now));
}

/** The local end of the session of `date`. A bar on a day that the calendar calls closed gets the regular hour. */
function closingTime({ calendar, closes, newYorkSummerCloses }: Market, date: LocalDate): string {
  if (closes === UNKNOWN_HOUR) return closes;
  const regular = newYorkSummerCloses && isNewYorkSummer(date) ? newYorkSummerCloses : closes;
  return calendar.unusualClose(date) ?? regular;
}
