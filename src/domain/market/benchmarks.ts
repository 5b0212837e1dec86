import type { ExchangeId } from "../exchange";
import { BENCHMARK, BENCHMARK_FUND, type Ticker } from "../ticker";

/** What a listing can be compared with. */
export interface Benchmark {
  readonly ticker: Ticker;
  /** A fund is named as one: its price is not an index's. */
  readonly kind: "index" | "fund";
  /** Whose sessions it is calculated in. */
  readonly exchange: ExchangeId;
}

const index = (ticker: Ticker, exchange: ExchangeId): Benchmark => ({ ticker, kind: "index", exchange });

/** What the reader can choose from, the default first; the locales name each as `benchmark_…`. */
export const BENCHMARKS: readonly Benchmark[] = [
  index(BENCHMARK, "INDEX"),
  index("^IXIC", "INDEX"),
  index("^NDX", "INDEX"),
  index("^DJI", "INDEX"),
  index("^RUT", "INDEX"),
  index("^STOXX", "BRUSSELS"),
  index("^STOXX50E", "XETRA"),
  index("^GDAXI", "XETRA"),
  index("^FTSE", "LSE"),
  index("^FCHI", "PARIS"),
  index("^SSMI", "SIX"),
  index("^N225", "TOKYO"),
  index("^HSI", "HONGKONG"),
  index("000300.SS", "SHANGHAI"),
  index("^KS11", "KOREA"),
  index("^NSEI", "NSE"),
  index("^AXJO", "ASX"),
  index("^GSPTSE", "TSX"),
  index("^BVSP", "SAOPAULO"),
  { ticker: "VT", kind: "fund", exchange: "ARCA" },
];

/** Indices of exchanges that are nobody's choice for all listings, but that of the listings there. */
const HOME_ONLY: readonly Benchmark[] = [
  index("^AEX", "AMSTERDAM"),
  index("^BFX", "BRUSSELS"),
  index("PSI20.LS", "LISBON"),
  index("FTSEMIB.MI", "MILAN"),
  index("^IBEX", "MADRID"),
  index("^OMX", "STOCKHOLM"),
  index("^OMXC25", "COPENHAGEN"),
  index("^OMXH25", "HELSINKI"),
  index("^ATX", "VIENNA"),
  index("399001.SZ", "SHENZHEN"),
  index("^KQ11", "KOSDAQ"),
  index("^TWII", "TAIPEI"),
  index("^BSESN", "BSE"),
  index("^NZ50", "NZX"),
  index("^STI", "SINGAPORE"),
  index("^MXX", "MEXICO"),
  index("^TASI.SR", "TADAWUL"),
  index("^TA125.TA", "TELAVIV"),
];

/** The benchmark of a ticker; any other ticker of the directory is its own, by its ticker. */
export function benchmarkOf(ticker: Ticker): Benchmark | undefined {
  return [...BENCHMARKS, ...HOME_ONLY].find((one) => one.ticker === ticker);
}

/** Whether the ticker is the chosen benchmark, or the fund that stands in for the S&P 500. */
export function isBenchmark(ticker: Ticker, chosen: Ticker = BENCHMARK): boolean {
  return ticker === chosen || (chosen === BENCHMARK && ticker === BENCHMARK_FUND);
}

/**
 * The index of the exchange abroad that a listing trades on;
 * undefined in the United States and where no source has one.
 */
export function homeIndexOf(exchange: ExchangeId): Ticker | undefined {
  return HOME_INDICES[exchange];
}

/** The index that each exchange's own press names first. */
const HOME_INDICES: Readonly<Partial<Record<ExchangeId, Ticker>>> = {
  ...Object.fromEntries(HOME_ONLY.map(({ exchange, ticker }) => [exchange, ticker])),
  TSX: "^GSPTSE",
  LSE: "^FTSE",
  XETRA: "^GDAXI",
  FRANKFURT: "^GDAXI",
  PARIS: "^FCHI",
  SIX: "^SSMI",
  TOKYO: "^N225",
  HONGKONG: "^HSI",
  SHANGHAI: "000300.SS",
  KOREA: "^KS11",
  NSE: "^NSEI",
  ASX: "^AXJO",
  SAOPAULO: "^BVSP",
};
