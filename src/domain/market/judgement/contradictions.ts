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

/** A smaller difference, in logarithms, between two closes of one day is that of a close taken too early. */
const OTHER_UNIT = 0.05;

/**
 * The bars that can be compared if the source states another change than theirs. Usually only the bar before the last
 * is wrong. But if it fits the bars before it better than the close from which the stated change starts, and differs
 * much from that, all may be from before a split that the source does not name: only the last two are kept.
 */
export function withoutContradicted(bars: readonly Close[], { change = 0 }: Stated): readonly Close[] {
  const [earlier, before, last] = bars.slice(-3);
  if (!earlier || !before || !last) return bars;
  const start = last.close / (1 + change);
  const distance = (one: number, other: number) => Math.abs(Math.log(one / other));
  const isBarWrong = distance(start, earlier.close) < distance(before.close, earlier.close);
  return isBarWrong || distance(start, before.close) < OTHER_UNIT ? bars : bars.slice(-2);
}
