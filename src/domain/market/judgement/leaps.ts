import { isIndex, type Ticker } from "../../ticker";
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

/**
 * Leaves out what lies before the latest leap: those bars may be in another unit or from before a split, and the last days
 * stand without them. Without `isSplitAdjusted` any step as large as a split's is a leap, else one near a split's ratio.
 */
export function withoutLeaps(bars: readonly Close[], isSplitAdjusted: boolean, ticker: Ticker): ComparableBars {
  const isLeap = (factor: number): boolean => {
    if (isImplausible(factor)) return true;
    if (isIndex(ticker)) return false;
    return isSplitAdjusted ? isNearSplitRatio(factor) : mayBeSplit(factor);
  };
  const start = bars.findLastIndex((bar, at) => {
    const before = bars[at - 1];
    return before !== undefined && isLeap(bar.close / before.close);
  });
  if (start <= 0) return { bars, lastLeap: null, cutAt: null };
  const date = bars[start]?.date ?? null;
  return { bars: bars.slice(start), lastLeap: start === bars.length - 1 ? date : null, cutAt: date };
}
