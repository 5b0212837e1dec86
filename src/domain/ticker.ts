/** Canonical ticker of a listing: `BABA`, `BRK.B` (class with a dot), `0700.HK` (suffix abroad), `^GSPC` (index). */
export type Ticker = string;

/** The benchmark: the S&P 500 price index. */
export const BENCHMARK: Ticker = "^GSPC";

/** The fund that stands in for the benchmark where a provider lacks the index; always labelled "SPY". */
export const BENCHMARK_FUND: Ticker = "SPY";

const TICKER = /^[A-Z0-9.^=-]{1,15}$/;

/** Whether `text` has the shape of a canonical ticker; says nothing of whether such a listing exists. */
export function isTicker(text: unknown): text is Ticker {
  return typeof text === "string" && TICKER.test(text);
}

/** Tickers of indices. Shanghai's begin with 000, Shenzhen's with 399, and three others have no caret either. */
const INDEX = /^(\^|000...\.SS|399...\.SZ|FTSEMIB|PSI20|HSTECH)/;

/** Whether a ticker is an index's, which is in points whatever currency a source names. */
export function isIndex(ticker: Ticker): boolean {
  return INDEX.test(ticker);
}
