import { isIndex, type Ticker } from "../../ticker";
import { daysBetween } from "../calendar-day";
import type { Close, LocalDate } from "../closes";
import { isImplausible, isNearSplitRatio, mayBeSplit } from "./split-ratio";

/** Bars that can be compared with one another, and what was found between them. */
export interface ComparableBars {
  readonly bars: readonly Close[];
  /** The day of the leap that the last bar makes; null when it makes none. */
  readonly lastLeap: LocalDate | null;
  /** The first day kept, when older bars were left out behind a leap. */
  readonly cutAt: LocalDate | null;
}

/** No exchange has been closed for longer since 1945: bars further apart are no neighbours. */
const LONGEST_STEP_DAYS = 15;

/**
 * A price that triples, or loses two thirds, and is back within
 * a week where it was, within a tenth, was in another unit.
 */
const EXCURSION = { factor: 3, bars: 5, near: 0.1 };

/** Below it one tick of a hundredth of a cent is a tenth of the price and more. */
const FEW_TICKS = 0.001;

/**
 * Leaves out what lies before the latest leap: those bars may be in another unit or
 * from before a split, and the last days stand without them. Without `isSplitAdjusted`
 * any step as large as a split's is a leap, else one near a split's ratio.
 */
export function withoutLeaps(bars: readonly Close[], isSplitAdjusted: boolean, ticker: Ticker): ComparableBars {
  const isLeap = (before: Close, bar: Close): boolean => {
    // Over a long hole a share moves as far as it likes, and a price of a few ticks moves by large ratios.
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

/** Whether the step to a bar leads back to where the price stood a few bars before, over bars in another unit. */
function endsExcursion(bars: readonly Close[], at: number): boolean {
  const [before, bar] = [bars[at - 1], bars[at]];
  if (!before || !bar) return false;
  const isFar = (close: number) => Math.max(close / bar.close, bar.close / close) > EXCURSION.factor;
  if (Math.max(before.close, bar.close) < FEW_TICKS || !isFar(before.close)) return false;
  const earlier = bars.slice(Math.max(0, at - 1 - EXCURSION.bars), at - 1);
  return earlier.some(({ close }) => Math.abs(close / bar.close - 1) <= EXCURSION.near);
}
