import type { Close, Doubt, Split } from "../closes";
import { asPrinted } from "../since-article";
import type { TradingDays } from "../trading-day";
import { areAlike, SAME_PRICE } from "./closes-by-day";
import type { Stated } from "./raw-closes";

/**
 * Sources round the change they state to hundredths of a percent, and compute it from a previous close that may have
 * been corrected.
 */
const SAME_CHANGE = 0.0025;

/**
 * Why the last close contradicts what the same source says; null if it does not. `splits` are those in the bars: a
 * price from before one of them may not be adjusted.
 */
export function contradictionOf(
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
  // The bar has exactly the price of a later session, so the dates of the bars are a day early. Some sources' clocks
  // run on over a holiday.
  const isSession = days.expects(day) || !days.isKnown(day);
  const isDayEarly = isSession && day > last.date && days.previous(day) === last.date && price === last.close;
  return isDayEarly && days.isProven(day, at, at + 86_400_000) ? "the dates contradict the time of the price" : null;
}

/** The doubt about a change if the source states another one. */
export function statedOtherwise(bars: readonly Close[], { at, change }: Stated, days: TradingDays): readonly Doubt[] {
  const [before, last] = bars.slice(-2);
  if (!before || !last || at === undefined || change === undefined || days.dateOf(at) !== last.date) return [];
  const computed = last.close / before.close - 1;
  if (Math.abs(computed - change) <= SAME_CHANGE || areAlike(1 + computed, 1 + change)) return [];
  return [{ kind: "contradiction", date: last.date }];
}
