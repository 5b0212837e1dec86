import { usualDecimals } from "../currency";
import { decimalsOf } from "../decimals";
import { isIndex } from "../ticker";
import type { Close, Closes } from "./closes";
import { isUsListing } from "./market";

/** The closes of about a month show the tick size, though not each of them has the last decimal. */
const SHOWING_BARS = 22;

/** US prices move in steps of a cent from one dollar on, and of a hundredth of a cent below (SEC Rule 612). */
const US_DECIMALS = { fromOneDollar: 2, below: 4 };

/**
 * The number of decimals in which the market quotes a listing (requirement T14): that of its recent closes, and at
 * least the usual one of its currency. Closes before a split do not count, because adjusting them made decimals that
 * nobody quoted.
 */
export function quoteDecimals({ ticker, currency, splits }: Closes, bars: readonly Close[]): number {
  const split = splits?.at(-1)?.date ?? "";
  const recent = bars
    .slice(-SHOWING_BARS)
    .filter((bar, at, shown) => bar.date >= split || at >= shown.length - 1)
    .map(({ close }) => close);
  const lowest = Math.min(...recent.slice(-2));
  // Yields are indices, too, and have three decimals.
  if (isIndex(ticker)) return lowest < 10 ? decimalsOf(recent, null) : usualDecimals(null);
  if (currency !== "USD" || !isUsListing(ticker)) return decimalsOf(recent, currency);
  return lowest >= 1 ? US_DECIMALS.fromOneDollar : Math.max(US_DECIMALS.below, decimalsOf(recent, currency));
}
