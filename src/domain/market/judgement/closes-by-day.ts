import { isLocalDate } from "../calendar-day";
import type { LocalDate } from "../closes";
import type { RawBar, RawCloses } from "./raw-closes";

/** One day of a reply. `close` is null if the source lists the day without a close, or with two that differ. */
export interface DayRow {
  readonly date: LocalDate;
  readonly close: number | null;
  readonly volume: number | null;
  /** Whether the source gave two closes of this day and nothing says which is right. */
  readonly isDisputed: boolean;
}

/** No share, index or fund has ever closed higher. A larger number is in another unit, or a time stamp. */
const MOST_PLAUSIBLE_CLOSE = 1e9;

/** Two sources' closes that differ by less are the same, rounded differently; a fraction. */
export const ROUNDING = 0.0005;

/**
 * A close and the price that the same source states after the end of that day are the same figure. If they differ by
 * more than this fraction, the reply is in another unit or about something else.
 */
export const SAME_PRICE = 0.005;

/**
 * Why one of the rows cannot be a close on the day `today`; null if all can. A close of a later day means that the
 * dates are wrong, unless the source's own price can tell.
 */
export function faultOf({ bars, stated }: Pick<RawCloses, "bars" | "stated">, today: LocalDate): string | null {
  for (const { date, close } of bars) {
    if (!isLocalDate(date)) return "a date does not exist";
    if (close !== null && date > today && stated?.price === undefined) return "a close is of a day to come";
    if (close !== null && !(Number.isFinite(close) && close > 0)) return "a close is not above zero";
    if (close !== null && close > MOST_PLAUSIBLE_CLOSE) return "a close is implausibly high";
  }
  return null;
}

/** The source's own latest price, its day, and half a unit of the last decimal with which the listing is quoted. */
export interface OwnPrice {
  readonly date: LocalDate;
  readonly price: number;
  readonly halfUnit: number;
}

/**
 * The rows with each date once, oldest first. Of two closes of a day, the one that agrees with `own` counts. A close
 * that differs from it a little is disputed: in recorded replies, both are the same but for rounding.
 */
export function closesByDay(bars: readonly RawBar[], own: OwnPrice | null): readonly DayRow[] {
  const byDate = new Map<LocalDate, DayRow>();
  for (const { date, close, volume = null } of bars) {
    const before = byDate.get(date);
    byDate.set(
      date,
      before ? merged(before, { date, close, volume }, own) : { date, close, volume, isDisputed: false },
    );
  }
  return [...byDate.values()]
    .sort((a, b) => a.date.localeCompare(b.date))
    .map((row) => (isOtherThan(own, row) ? { ...row, close: null, isDisputed: true } : row));
}

function isOtherThan(own: OwnPrice | null, { date, close }: DayRow): boolean {
  if (close === null || own?.date !== date) return false;
  return !isOwn(own, close) && Math.abs(own.price / close - 1) <= SAME_PRICE;
}

function isOwn({ price, halfUnit }: OwnPrice, close: number): boolean {
  return areSame(price, close) || Math.abs(price - close) <= halfUnit;
}

function merged(before: DayRow, { date, close, volume = null }: RawBar, own: OwnPrice | null): DayRow {
  // A null beside a number of the same day says nothing about that day.
  if (close === null) return before;
  if (before.close === null && !before.isDisputed) return { date, close, volume, isDisputed: false };
  if (before.close !== null && areSame(before.close, close)) {
    const isNearer = own?.date === date && Math.abs(before.close - own.price) < Math.abs(close - own.price);
    return { ...before, close: isNearer ? before.close : close, volume: volume ?? before.volume };
  }
  if (own?.date === date && isOwn(own, close)) return { date, close, volume, isDisputed: false };
  if (own?.date === date && before.close !== null && isOwn(own, before.close)) return before;
  return { date, close: null, volume: null, isDisputed: true };
}

/** Whether two figures are the same but for rounding. */
export function areAlike(one: number, other: number): boolean {
  return Math.abs(one / other - 1) <= ROUNDING;
}

/** What rounding to two decimals and storing as a 32-bit number, a fraction, change a figure by at most. */
const ROUNDED = { by: 0.01, stored: 1e-6 };

/** Whether two closes of one day are the same figure, written by the source in two ways. */
function areSame(one: number, other: number): boolean {
  return areAlike(one, other) && Math.abs(one - other) <= Math.max(ROUNDED.by, one * ROUNDED.stored) * (1 + ROUNDING);
}
