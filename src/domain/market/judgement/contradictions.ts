import type { Close, Dividend, Doubt, LocalDate, Split } from "../closes";
import { UNKNOWN_HOUR } from "../market";
import { asPrinted } from "../since-article";
import type { TradingDays } from "../trading-day";
import { areAlike, SAME_PRICE } from "./closes-by-day";
import type { RawCloses, Stated } from "./raw-closes";
import { isNearSplitRatio } from "./split-ratio";

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
  { dividends = [], splits: named, stated = {} }: Pick<RawCloses, "dividends" | "splits" | "stated">,
  { splits, days }: { readonly splits: readonly Split[]; readonly days: TradingDays },
): string | null {
  const { at, price } = stated;
  if (at === undefined || price === undefined) return null;
  const day = days.dateOf(at);
  if (day === last.date) {
    const isSame = [last.close, asPrinted(last, splits)].some((close) => Math.abs(price / close - 1) <= SAME_PRICE);
    return isSame ? null : "the last close contradicts the price";
  }
  // Some sources' clocks run on over a holiday.
  const isSession = days.expects(day) || !days.isKnown(day);
  if (!isSession || day <= last.date || days.previous(day) !== last.date) return null;
  // The bar has exactly the price of a later session, so the dates of the bars are a day early.
  if (price === last.close && days.isProven(day, at, at + 86_400_000))
    return "the dates contradict the time of the price";
  // The changes of what trades around the clock start from other hours.
  if (days.market.closes === UNKNOWN_HOUR) return null;
  const split = asPrinted({ date: last.date, close: 1 }, named ?? []);
  const starts = [last.close, last.close * split, last.close / split, last.close - paidOn(day, dividends)];
  return starts.some((close) => mayMove(close, price, stated)) ? null : "the last close contradicts the change since";
}

/**
 * Whether the price of the next session may follow this close: by the change that the source states, or else by its
 * size.
 */
function mayMove(close: number, price: number, { change }: Stated): boolean {
  return change === undefined ? !isNearSplitRatio(price / close) : isChange(price / close, change);
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
  const bases = [before.close, before.close - paidOn(last.date, dividends)];
  return bases.some((base) => isChange(last.close / base, change)) ? [] : [{ kind: "contradiction", date: last.date }];
}

/** Whether a factor is the stated change, but for rounding. */
function isChange(factor: number, change: number): boolean {
  return Math.abs(factor - 1 - change) <= SAME_CHANGE || areAlike(factor, 1 + change);
}

function paidOn(day: LocalDate, dividends: readonly Dividend[]): number {
  return dividends.reduce((sum, { date, amount }) => (date === day ? sum + (amount ?? 0) : sum), 0);
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
