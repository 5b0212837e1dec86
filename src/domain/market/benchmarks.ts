import type { ExchangeId } from "../exchange";
import { BENCHMARK, BENCHMARK_FUND, type Ticker } from "../ticker";

/** What a listing can be compared with. */
export interface Benchmark {
  readonly ticker: Ticker;
  /** The fund is told apart, because its price is not the level of an index. */
  readonly kind: "index" | "fund";
  /** The exchange whose sessions it follows. */
  readonly exchange: ExchangeId;
}

const index = (ticker: Ticker, exchange: ExchangeId): Benchmark => ({ ticker, kind: "index", exchange });

/** The benchmarks that the reader can choose, the default first. The locales name each as `benchmark_…`. */
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

/** Indices that cannot be chosen for all listings; each is the home index of its exchange's listings. */
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

/**
 * The benchmark with this ticker. Undefined for any other ticker of the directory, which the reader can choose as well.
 */
export function benchmarkOf(ticker: Ticker): Benchmark | undefined {
  return [...BENCHMARKS, ...HOME_ONLY].find((one) => one.ticker === ticker);
}

/** Whether the ticker is the chosen benchmark, or the fund that stands in for the S&P 500. */
export function isBenchmark(ticker: Ticker, chosen: Ticker = BENCHMARK): boolean {
  return ticker === chosen || (chosen === BENCHMARK && ticker === BENCHMARK_FUND);
}

/** The index of the exchange that a listing trades on; undefined in the United States, and where no source has one. */
export function homeIndexOf(exchange: ExchangeId): Ticker | undefined {
  return HOME_INDICES[exchange];
}

/** The index that the press of each exchange's country names first. */
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
