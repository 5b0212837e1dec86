import { usualDecimals } from "./currency";

/** The most digits of a price that mean something. */
const MOST_DIGITS = 6;

/** The relative error of a price that its source stores as a 32-bit number: 149.6 arrives as 149.60000610351562. */
const SOURCE_ERROR = 6e-8;

/**
 * The smallest number of decimals with which all prices are written as they were quoted; at least the usual number of
 * the currency.
 */
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
