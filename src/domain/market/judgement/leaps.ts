import { isIndex, type Ticker } from "../../ticker";
import { daysBetween } from "../calendar-day";
import type { Close, LocalDate } from "../closes";
import { isImplausible, isNearSplitRatio, mayBeSplit } from "./split-ratio";

/** Bars that can be compared with each other. */
export interface ComparableBars {
  readonly bars: readonly Close[];
  /** The day of the last bar, if its price leaps; null if it does not. */
  readonly lastLeap: LocalDate | null;
  /** The first day kept, if older bars were left out because of a leap; null otherwise. */
  readonly cutAt: LocalDate | null;
}

/**
 * In this century, no exchange that we have listings of has been closed for longer, so bars further apart are not of
 * neighbouring sessions.
 */
const LONGEST_STEP_DAYS = 15;

/**
 * A price that triples, or falls to a third, and within a week is back where it was, within a tenth, was in another
 * unit.
 */
const EXCURSION = { factor: 3, bars: 5, near: 0.1 };

/** Below this price, one tick of a hundredth of a cent changes it by a tenth or more. */
const FEW_TICKS = 0.001;

/**
 * Leaves out the bars before the latest leap, because they may be in another unit or from before a split. If not
 * `isSplitAdjusted`, any change as large as a split's is a leap, otherwise only one near the ratio of a split.
 */
export function withoutLeaps(bars: readonly Close[], isSplitAdjusted: boolean, ticker: Ticker): ComparableBars {
  const isLeap = (before: Close, bar: Close): boolean => {
    // Over a long gap a share can move any distance, and a price of a few ticks changes by large ratios.
    if (daysBetween(before.date, bar.date) > LONGEST_STEP_DAYS || Math.max(before.close, bar.close) < FEW_TICKS)
      return false;
    const factor = bar.close / before.close;
    if (isImplausible(factor)) return true;
    if (isIndex(ticker)) return false;
    return isSplitAdjusted ? isNearSplitRatio(factor) : mayBeSplit(factor);
  };
  const start = bars.findLastIndex((bar, at) => {
    const before = bars[at - 1];
    return before !== undefined && (isLeap(before, bar) || endsExcursion(bars, at));
  });
  if (start <= 0) return { bars, lastLeap: null, cutAt: null };
  const date = bars[start]?.date ?? null;
  return { bars: bars.slice(start), lastLeap: start === bars.length - 1 ? date : null, cutAt: date };
}

/**
 * Leaves out the bars of an earlier listing with the same ticker: those before a break longer than any closure of an
 * exchange, after which the source says the listing first traded.
 */
export function withoutEarlierListing(bars: readonly Close[], firstTraded: LocalDate | undefined): readonly Close[] {
  if (firstTraded === undefined) return bars;
  const start = bars.findIndex(({ date }) => date >= firstTraded);
  const [before, first] = [bars[start - 1], bars[start]];
  const isBreak = before && first && daysBetween(before.date, first.date) > LONGEST_STEP_DAYS;
  return isBreak ? bars.slice(start) : bars;
}

/** Whether the price at a bar is back where it was a few bars before, and the bars between were in another unit. */
function endsExcursion(bars: readonly Close[], at: number): boolean {
  const [before, bar] = [bars[at - 1], bars[at]];
  if (!before || !bar) return false;
  const isFar = (close: number) => Math.max(close / bar.close, bar.close / close) > EXCURSION.factor;
  if (Math.max(before.close, bar.close) < FEW_TICKS || !isFar(before.close)) return false;
  const earlier = bars.slice(Math.max(0, at - 1 - EXCURSION.bars), at - 1);
  return earlier.some(({ close }) => Math.abs(close / bar.close - 1) <= EXCURSION.near);
}
