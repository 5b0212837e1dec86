import { hundredthOf } from "../currency";
import { isIndex } from "../ticker";
import type { Close, Closes, Dividend, LocalDate } from "./closes";

/** The effect of a dividend on a day's change. */
export interface ExDividend {
  readonly amount: number;
  /**
   * `−amount / previous close`, a fraction. The price falls by this much because the dividend is no longer part of the
   * share.
   */
  readonly effect: number;
}

/**
 * The dividends whose ex-dividend day is that of `latest`; null when there is none or the close before
 * is not known, and where the listing is quoted in hundredths: sources mix pence and pounds there.
 */
export function exDividendOf(
  dividends: readonly Dividend[] | undefined,
  { previous, latest, currency }: { previous: Close | null; latest: Close; currency: string | null },
): ExDividend | null {
  const amount = amountOn(latest.date, dividends ?? []);
  if (!previous || amount === null || amount <= 0 || amount >= previous.close || hundredthOf(currency)) return null;
  return { amount, effect: -amount / previous.close };
}

/**
 * The change with dividends reinvested at the close of each ex-dividend day, a fraction. `bars` are the closes from the
 * first day of the period to its last, both included. Null with fewer than two, if a dividend's amount or the close of
 * its day is not known, or it is larger than that close, for an index, and if the source tells no dividends or may mix
 * pence and pounds.
 */
export function totalReturn(
  bars: readonly Close[],
  { ticker, currency, dividends }: Pick<Closes, "ticker" | "currency" | "dividends">,
): number | null {
  const [first, last] = [bars[0], bars.at(-1)];
  if (!first || !last || bars.length < 2 || !dividends || isIndex(ticker) || hundredthOf(currency)) return null;
  const paid = dividends.filter(({ date }) => date > first.date && date <= last.date);
  let shares = 1;
  for (const date of new Set(paid.map((dividend) => dividend.date))) {
    const bar = bars.find((one) => one.date === date);
    const amount = amountOn(date, dividends);
    if (!bar || amount === null || amount >= bar.close) return null;
    shares *= 1 + amount / bar.close;
  }
  return (shares * last.close) / first.close - 1;
}

/** The sum of the dividends of a day; null if one of them is not known, or two are equal: it may be one named twice. */
function amountOn(date: LocalDate, dividends: readonly Dividend[]): number | null {
  const amounts = dividends.filter((dividend) => dividend.date === date).map(({ amount }) => amount);
  if (new Set(amounts).size < amounts.length) return null;
  return amounts.reduce((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0);
}
