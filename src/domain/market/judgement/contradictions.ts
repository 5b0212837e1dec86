import type { Close, Doubt, Split } from "../closes";
import { asPrinted } from "../since-article";
import type { TradingDays } from "../trading-day";
import { areAlike } from "./closes-by-day";
import type { Stated } from "./raw-closes";

/**
 * A close and the price that its own source states for the same
 * day, after its end, are one figure; corrections move it by less.
 */
const SAME_PRICE = 0.005;

/**
 * Stated changes are rounded to hundredths of a percent, and
 * computed from a previous close that may have been corrected.
 */
const SAME_CHANGE = 0.0025;

/**
 * Why the last close cannot be what its own source says it is; null when nothing speaks against it.
 * `splits` are those in the bars: a price made before one of them may still be as it was printed.
 */
export function brokenPromise(
  last: Close,
  { at, price }: Stated,
  { splits, days }: { readonly splits: readonly Split[]; readonly days: TradingDays },
): string | null {
  if (at === undefined || price === undefined) return null;
  const day = days.dateOf(at);
  if (day === last.date) {
    const isSame = [last.close, asPrinted(last, splits)].some((close) => Math.abs(price / close - 1) <= SAME_PRICE);
    return isSame ? null : "the last close contradicts the price";
  }
  // The price of a later session to the last digit: the bars stand a day early. Some clocks go on over a holiday.
  const isSession = days.expects(day) || !days.isKnown(day);
  const isDayEarly = isSession && day > last.date && days.previous(day) === last.date && price === last.close;
  return isDayEarly && days.isProven(day, at, at + 86_400_000) ? "the dates contradict the time of the price" : null;
}

/** The doubt about a change that the source itself states otherwise. */
export function statedOtherwise(bars: readonly Close[], { at, change }: Stated, days: TradingDays): readonly Doubt[] {
  const [before, last] = bars.slice(-2);
  if (!before || !last || at === undefined || change === undefined || days.dateOf(at) !== last.date) return [];
  const computed = last.close / before.close - 1;
  if (Math.abs(computed - change) <= SAME_CHANGE || areAlike(1 + computed, 1 + change)) return [];
  return [{ kind: "contradiction", date: last.date }];
}
