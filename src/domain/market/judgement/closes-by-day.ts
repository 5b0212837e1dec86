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

/** Two closes that differ by less are the same, rounded differently; a fraction. */
export const ROUNDING = 0.0005;

/** Why one of the rows cannot be a close; null if all can. */
export function faultOf({ bars }: Pick<RawCloses, "bars">): string | null {
  for (const { date, close } of bars) {
    if (!isLocalDate(date)) return "a date does not exist";
    if (close !== null && !(Number.isFinite(close) && close > 0)) return "a close is not above zero";
    if (close !== null && close > MOST_PLAUSIBLE_CLOSE) return "a close is implausibly high";
  }
  return null;
}

/**
 * The rows with each date once, oldest first. Of two closes of a day, the one that agrees with `own`, the source's own
 * price of that day, counts.
 */
export function closesByDay(
  bars: readonly RawBar[],
  own: { readonly date: LocalDate; readonly price: number } | null,
): readonly DayRow[] {
  const byDate = new Map<LocalDate, DayRow>();
  for (const { date, close, volume = null } of bars) {
    const before = byDate.get(date);
    byDate.set(
      date,
      before ? merged(before, { date, close, volume }, own) : { date, close, volume, isDisputed: false },
    );
  }
  return [...byDate.values()].sort((a, b) => a.date.localeCompare(b.date));
}

function merged(
  before: DayRow,
  { date, close, volume = null }: RawBar,
  own: { readonly date: LocalDate; readonly price: number } | null,
): DayRow {
  // A null beside a number of the same day says nothing about that day.
  if (close === null) return before;
  if (before.close === null && !before.isDisputed) return { date, close, volume, isDisputed: false };
  if (before.close !== null && areAlike(before.close, close))
    return { ...before, close, volume: volume ?? before.volume };
  if (own?.date === date && areAlike(own.price, close)) return { date, close, volume, isDisputed: false };
  if (own?.date === date && before.close !== null && areAlike(own.price, before.close)) return before;
  return { date, close: null, volume: null, isDisputed: true };
}

/** Whether two figures are the same but for rounding. */
export function areAlike(one: number, other: number): boolean {
  return Math.abs(one / other - 1) <= ROUNDING;
}
