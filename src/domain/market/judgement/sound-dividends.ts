import { daysBetween } from "../calendar-day";
import type { Close, Dividend } from "../closes";

/**
 * A dividend of more than this part of the price takes at least half of itself from the price, whatever else moves the
 * share on that day. If it does not, its amount is in another unit, or it is none.
 */
const LARGE = 0.1;

/** Sources have named one dividend on two days. No share pays the same amount again within so few days. */
const NAMED_TWICE_DAYS = 5;

/** The dividends within the period of the bars, oldest bar first; an amount that cannot be right is null. */
export function soundDividends(told: readonly Dividend[], bars: readonly Close[]): readonly Dividend[] {
  const first = bars[0]?.date ?? "";
  const within = told.filter(({ date, amount }) => date >= first && amount !== 0);
  return within.map((dividend) => (isSound(dividend, within, bars) ? dividend : { ...dividend, amount: null }));
}

function isSound({ date, amount }: Dividend, told: readonly Dividend[], bars: readonly Close[]): boolean {
  if (amount === null || !Number.isFinite(amount) || amount < 0) return false;
  const isTwice = told.some(
    (other) =>
      other.amount === amount && other.date !== date && Math.abs(daysBetween(other.date, date)) < NAMED_TWICE_DAYS,
  );
  const at = bars.findIndex((bar) => bar.date >= date);
  const [before, bar] = [bars[at - 1], bars[at]];
  if (isTwice || !before || !bar || amount <= before.close * LARGE) return !isTwice;
  return before.close - bar.close >= amount / 2;
}
