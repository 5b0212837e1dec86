import type { Close, Doubt, Split } from "../closes";
import { asPrinted } from "../since-article";
import type { TradingDays } from "../trading-day";
import { areAlike, SAME_PRICE } from "./closes-by-day";
import type { RawCloses, Stated } from "./raw-closes";

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

/**
 * The doubt about a change if the source states another one. Some exchanges count a day's change from the close before
 * less the dividend that left the price, and so do the sources.
 */
export function statedOtherwise(
  bars: readonly Close[],
  { stated = {}, dividends = [] }: Pick<RawCloses, "stated" | "dividends">,
  days: TradingDays,
): readonly Doubt[] {
  const { at, change } = stated;
  const [before, last] = bars.slice(-2);
  if (!before || !last || at === undefined || change === undefined || days.dateOf(at) !== last.date) return [];
  const paid = dividends.reduce((sum, { date, amount }) => (date === last.date ? sum + (amount ?? 0) : sum), 0);
  const isSame = (base: number) =>
    Math.abs(last.close / base - 1 - change) <= SAME_CHANGE || areAlike(last.close / base, 1 + change);
  return isSame(before.close) || isSame(before.close - paid) ? [] : [{ kind: "contradiction", date: last.date }];
}
