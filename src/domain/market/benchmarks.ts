import type { ExchangeId } from "../exchange";
import { BENCHMARK, BENCHMARK_FUND, type Ticker } from "../ticker";

/** Names of a benchmark: as most languages write it, and where a script of its own has another. */
interface BenchmarkNames {
  readonly latin: string;
  readonly zh?: string;
  readonly ja?: string;
  readonly ko?: string;
}

/** What a listing can be compared with. */
export interface Benchmark {
  readonly ticker: Ticker;
  /** A fund is named as one: its price is not an index's. */
  readonly kind: "index" | "fund";
  /** Whose sessions it is calculated in. */
  readonly exchange: ExchangeId;
  readonly names: BenchmarkNames;
}

const index = (ticker: Ticker, exchange: ExchangeId, latin: string, names: Omit<BenchmarkNames, "latin"> = {}) =>
  ({ ticker, kind: "index", exchange, names: { latin, ...names } }) as const satisfies Benchmark;

/** What the reader can choose from, the default first. */
export const BENCHMARKS: readonly Benchmark[] = [
  index(BENCHMARK, "INDEX", "S&P 500", { zh: "标普500" }),
  index("^IXIC", "INDEX", "Nasdaq Composite", {
    zh: "纳斯达克综合指数",
    ja: "ナスダック総合指数",
    ko: "나스닥 종합지수",
  }),
  index("^NDX", "INDEX", "Nasdaq-100", { zh: "纳斯达克100", ja: "ナスダック100", ko: "나스닥 100" }),
  index("^DJI", "INDEX", "Dow Jones", { zh: "道琼斯指数", ja: "NYダウ", ko: "다우존스" }),
  index("^RUT", "INDEX", "Russell 2000", { zh: "罗素2000", ja: "ラッセル2000", ko: "러셀 2000" }),
  index("^STOXX", "BRUSSELS", "STOXX Europe 600", {
    zh: "斯托克欧洲600",
    ja: "ストックス欧州600",
    ko: "스톡스 유럽 600",
  }),
  index("^STOXX50E", "XETRA", "Euro Stoxx 50", { zh: "欧洲斯托克50", ja: "ユーロ・ストックス50", ko: "유로스톡스 50" }),
  index("^GDAXI", "XETRA", "DAX"),
  index("^FTSE", "LSE", "FTSE 100", { zh: "富时100", ja: "FTSE100" }),
  index("^FCHI", "PARIS", "CAC 40"),
  index("^SSMI", "SIX", "SMI"),
  index("^N225", "TOKYO", "Nikkei 225", { zh: "日经225", ja: "日経平均", ko: "닛케이 225" }),
  index("^HSI", "HONGKONG", "Hang Seng", { zh: "恒生指数", ja: "ハンセン指数", ko: "항셍지수" }),
  index("000300.SS", "SHANGHAI", "CSI 300", { zh: "沪深300" }),
  index("^KS11", "KOREA", "KOSPI", { zh: "韩国综合指数", ja: "韓国総合株価指数", ko: "코스피" }),
  index("^NSEI", "NSE", "Nifty 50"),
  index("^AXJO", "ASX", "S&P/ASX 200"),
  index("^GSPTSE", "TSX", "S&P/TSX Composite"),
  index("^BVSP", "SAOPAULO", "Ibovespa"),
  {
    ticker: "VT",
    kind: "fund",
    exchange: "ARCA",
    names: { latin: "VT (World)", zh: "VT（全球）", ja: "VT（世界）", ko: "VT(세계)" },
  },
];

/** Indices of exchanges that are nobody's choice for all listings, but that of the listings there. */
const HOME_ONLY: readonly Benchmark[] = [
  index("^AEX", "AMSTERDAM", "AEX"),
  index("^BFX", "BRUSSELS", "BEL 20"),
  index("PSI20.LS", "LISBON", "PSI"),
  index("FTSEMIB.MI", "MILAN", "FTSE MIB"),
  index("^IBEX", "MADRID", "IBEX 35"),
  index("^OMX", "STOCKHOLM", "OMXS30"),
  index("^OMXC25", "COPENHAGEN", "OMXC25"),
  index("^OMXH25", "HELSINKI", "OMXH25"),
  index("^ATX", "VIENNA", "ATX"),
  index("399001.SZ", "SHENZHEN", "SZSE Component", { zh: "深证成指", ja: "深セン成分指数", ko: "선전성분지수" }),
  index("^KQ11", "KOSDAQ", "KOSDAQ", { ko: "코스닥" }),
  index("^TWII", "TAIPEI", "TAIEX", { zh: "台湾加权指数", ja: "台湾加権指数", ko: "대만 가권지수" }),
  index("^BSESN", "BSE", "Sensex", { ko: "센섹스" }),
  index("^NZ50", "NZX", "S&P/NZX 50"),
  index("^STI", "SINGAPORE", "Straits Times", { zh: "海峡时报指数", ja: "ST指数", ko: "스트레이츠 타임스" }),
  index("^MXX", "MEXICO", "S&P/BMV IPC"),
  index("^TASI.SR", "TADAWUL", "TASI"),
  index("^TA125.TA", "TELAVIV", "TA-125"),
];

/** The benchmark of a ticker; any other ticker of the directory is its own, by its ticker. */
export function benchmarkOf(ticker: Ticker): Benchmark | undefined {
  return [...BENCHMARKS, ...HOME_ONLY].find((one) => one.ticker === ticker);
}

/** The name of a benchmark in a language (BCP 47 tag); SPY and what is on no list keep their ticker. */
export function benchmarkNameIn(ticker: Ticker, language: string): string {
  const names = benchmarkOf(ticker)?.names;
  if (!names) return ticker;
  const script = language.slice(0, 2);
  return (script === "zh" || script === "ja" || script === "ko" ? names[script] : undefined) ?? names.latin;
}

/** Whether the ticker is the chosen benchmark, or the fund that stands in for the S&P 500. */
export function isBenchmark(ticker: Ticker, chosen: Ticker = BENCHMARK): boolean {
  return ticker === chosen || (chosen === BENCHMARK && ticker === BENCHMARK_FUND);
}

/** The index of the exchange abroad that a listing trades on; undefined in the United States and where no source has one. */
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
