import { isIndex, type Ticker } from "../../ticker";
import { benchmarkOf } from "../benchmarks";
import { daysBetween } from "../calendar-day";
import type { Close, LocalDate } from "../closes";
import type { TradingDays } from "../trading-day";
import type { RawCloses } from "./raw-closes";
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

/**
 * By how much the close of an index can change in a day, as a factor. No benchmark that we know has ever risen by half
 * or fallen by a third; the VIX doubled on 5 February 2018. Yields, which are indices as well, can be near nothing.
 */
const INDEX_MOVE = { benchmark: 1.5, other: 2.5, yieldsBelow: 10 };

/** Below this price, one tick of a hundredth of a cent changes it by a tenth or more. */
const FEW_TICKS = 0.001;

/**
 * Leaves out the bars before the latest leap, because they may be in another unit or from before a split. If not
 * `isSplitAdjusted`, any change as large as a split's is a leap, otherwise only one near the ratio of a split, and that
 * of a day in `unsureAt`, which may be the change of a split that the source names.
 */
export function withoutLeaps(
  bars: readonly Close[],
  { ticker, isSplitAdjusted }: Pick<RawCloses, "ticker" | "isSplitAdjusted">,
  unsureAt: readonly LocalDate[] = [],
): ComparableBars {
  const isLeap = (before: Close, bar: Close): boolean => {
    if (unsureAt.includes(bar.date)) return true;
    // A price of a few ticks changes by large ratios.
    if (Math.max(before.close, bar.close) < FEW_TICKS) return false;
    const factor = bar.close / before.close;
    if (isImplausible(factor)) return true;
    // Over a long gap a price can move as far as in a split.
    if (daysBetween(before.date, bar.date) > LONGEST_STEP_DAYS) return false;
    if (isIndex(ticker)) return isIndexLeap(ticker, before, bar);
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

function isIndexLeap(ticker: Ticker, before: Close, bar: Close): boolean {
  const [low, high] = [Math.min(before.close, bar.close), Math.max(before.close, bar.close)];
  return low >= INDEX_MOVE.yieldsBelow && high / low > (benchmarkOf(ticker) ? INDEX_MOVE.benchmark : INDEX_MOVE.other);
}

/**
 * Leaves out the bars that may be of an earlier listing with the same ticker: those before the day on which the source
 * says that this one first traded, if a session is missing there or the price leaps; if the source tells nothing of the
 * listing's past, those before a break longer than any closure of an exchange.
 */
export function withoutEarlierListing(
  bars: readonly Close[],
  { ticker, splits, stated }: Pick<RawCloses, "ticker" | "splits" | "stated">,
  { between }: Pick<TradingDays, "between">,
): readonly Close[] {
  const firstTraded = stated?.firstTraded;
  if (firstTraded === undefined && (splits !== null || isIndex(ticker))) return bars;
  const isBreak = (before: Close, bar: Close) => {
    if (firstTraded === undefined) return daysBetween(before.date, bar.date) > LONGEST_STEP_DAYS;
    if (before.date >= firstTraded || bar.date < firstTraded) return false;
    return between(before.date, bar.date).length > 0 || mayBeSplit(bar.close / before.close);
  };
  const start = bars.findLastIndex((bar, at) => {
    const before = bars[at - 1];
    return before !== undefined && isBreak(before, bar);
  });
  return bars.slice(Math.max(0, start));
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
