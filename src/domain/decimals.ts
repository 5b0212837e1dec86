import { usualDecimals } from "./currency";

/** A price has no more digits than this that mean anything. */
const MOST_DIGITS = 6;

/** Relative error of a price that its source keeps as a 32-bit number: 149.6 arrives as 149.60000610351562. */
const SOURCE_ERROR = 6e-8;

/** The fewest decimals that write each of the prices as it was quoted, at least the currency's usual ones. */
export function decimalsOf(prices: readonly number[], currency: string | null): number {
  return Math.max(usualDecimals(currency), ...prices.map(carriedDecimals));
}

function carriedDecimals(price: number): number {
  const most = MOST_DIGITS - 1 - Math.floor(Math.log10(Math.abs(price) || 1));
  for (let decimals = 0; decimals < most; decimals += 1) {
    if (Math.abs(Number(price.toFixed(decimals)) - price) <= Math.abs(price) * SOURCE_ERROR) return decimals;
  }
  return Math.max(0, most);
}
