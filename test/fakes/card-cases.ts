import type { Description } from "../../src/domain/listing";
import type { Comparison, SeriesPoint } from "../../src/domain/market/comparison";
import { DEFAULT_SETTINGS, type PublicSettings } from "../../src/domain/settings";

/** The settings a page sees, with the reader's changes to card and look. */
export function publicSettings({
  card = {},
  look = {},
  trigger = {},
}: {
  card?: Partial<PublicSettings["card"]>;
  look?: Partial<PublicSettings["look"]>;
  trigger?: Partial<PublicSettings["trigger"]>;
} = {}): PublicSettings {
  return {
    detection: DEFAULT_SETTINGS.detection,
    trigger: { ...DEFAULT_SETTINGS.trigger, ...trigger },
    card: { ...DEFAULT_SETTINGS.card, ...card },
    look: { ...DEFAULT_SETTINGS.look, ...look },
    badge: true,
    consented: true,
    siteOn: true,
  };
}

/** A year of made-up daily levels that ends on 2025-11-11. */
function yearOfLevels(): SeriesPoint[] {
  const end = Date.UTC(2025, 10, 11);
  return Array.from({ length: 366 }, (_, day) => {
    const date = new Date(end - (365 - day) * 86_400_000);
    return { date, day };
  })
    .filter(({ date }) => date.getUTCDay() % 6 !== 0)
    .map(({ date, day }) => ({
      date: date.toISOString().slice(0, 10),
      listing: 100 + day * 0.2 + 9 * Math.sin(day / 23) + 3 * Math.sin(day / 5),
      benchmark: 100 + day * 0.04 + 3 * Math.sin(day / 40),
    }));
}

/** Alibaba's close of 2025-11-11; close, change and benchmark are that day's true figures, the rest is made up. */
export const ALIBABA: Comparison = {
  ticker: "BABA",
  currency: "USD",
  zone: "America/New_York",
  date: "2025-11-11",
  closedAt: Date.UTC(2025, 10, 11, 21),
  decimals: 2,
  against: "^GSPC",
  home: null,
  exDividend: null,
  close: 160.8,
  previous: { date: "2025-11-10", close: 165.89 },
  change: 160.8 / 165.89 - 1,
  benchmark: {
    ok: true,
    ticker: "^GSPC",
    change: 6846.61 / 6832.43 - 1,
    difference: 160.8 / 165.89 - 6846.61 / 6832.43,
    from: null,
    provider: "yahoo",
  },
  periodsAgainst: "^GSPC",
  horizons: {
    "1D": { from: "2025-11-10", change: -0.0307, benchmarkChange: 0.0021, difference: -0.0328 },
    "5D": { from: "2025-11-04", change: -0.0213, benchmarkChange: 0.0111, difference: -0.0324 },
    "1M": { from: "2025-10-10", change: 0.0112, benchmarkChange: 0.0448, difference: -0.0336 },
    "3M": { from: "2025-08-11", change: 0.3391, benchmarkChange: 0.0742, difference: 0.2649 },
    YTD: { from: "2024-12-31", change: 0.8964, benchmarkChange: 0.1641, difference: 0.7323 },
    "1Y": { from: "2024-11-11", change: 0.7004, benchmarkChange: 0.1409, difference: 0.5595 },
  },
  yearRange: { low: 80.53, high: 188.03 },
  series: yearOfLevels(),
  sinceArticle: {
    published: "2025-10-27",
    from: "2025-10-24",
    change: -0.0802,
    benchmarkChange: 0.0081,
    difference: -0.0883,
    printedClose: 174.82,
  },
  provider: "yahoo",
  staleSince: null,
  told: [],
  changeAbsence: null,
};

/** The S&P 500 itself: no comparison. */
export const BENCHMARK_ITSELF: Comparison = {
  ...withoutArticle(ALIBABA),
  ticker: "^GSPC",
  currency: null,
  close: 6846.61,
  previous: { date: "2025-11-10", close: 6832.43 },
  change: 6846.61 / 6832.43 - 1,
  benchmark: { ok: false, absence: "is-benchmark" },
  periodsAgainst: null,
  horizons: { "5D": { from: "2025-11-04", change: 0.0111, benchmarkChange: null, difference: null } },
  yearRange: { low: 4982.77, high: 6890.89 },
  series: ALIBABA.series.map((point) => ({ ...point, benchmark: null })),
};

function withoutArticle({ sinceArticle: _, ...rest }: Comparison): Comparison {
  return rest;
}

/** Other cases of one comparison, by the name of what is special. */
export const COMPARISONS = {
  trailed: ALIBABA,
  beat: {
    ...ALIBABA,
    close: 171.2,
    change: 171.2 / 165.89 - 1,
    benchmark: { ok: true, ticker: "^GSPC", change: 0.0021, difference: 0.0299, provider: "yahoo", from: null },
  },
  matched: {
    ...ALIBABA,
    close: 166.23,
    change: 0.00204,
    benchmark: { ok: true, ticker: "^GSPC", change: 0.00204, difference: 0, provider: "yahoo", from: null },
  },
  "the benchmark": BENCHMARK_ITSELF,
  "SPY and another source": {
    ...ALIBABA,
    provider: "tiingo",
    benchmark: { ok: true, ticker: "SPY", change: 0.0022, difference: -0.0329, provider: "yahoo", from: null },
    periodsAgainst: "SPY",
  },
  "SPY and a missing close": {
    ...ALIBABA,
    previous: null,
    change: null,
    changeAbsence: { kind: "missing-close", date: "2025-11-10", sure: true },
    benchmark: { ok: false, absence: "no-change" },
    periodsAgainst: "SPY",
  },
  stale: { ...ALIBABA, staleSince: "2025-11-12" },
  "no benchmark session": { ...ALIBABA, benchmark: { ok: false, absence: "no-session" } },
  "benchmark not yet": { ...ALIBABA, benchmark: { ok: false, absence: "not-yet" } },
  "benchmark unavailable": { ...ALIBABA, benchmark: { ok: false, absence: "unavailable" } },
  "first day": {
    ...withoutArticle(ALIBABA),
    previous: null,
    change: null,
    changeAbsence: { kind: "first-day" },
    benchmark: { ok: false, absence: "no-change" },
    horizons: {},
    yearRange: null,
    series: [],
    closedAt: null,
  },
  "comparison awaited": {
    ...withoutArticle(ALIBABA),
    benchmark: { ok: false, absence: "awaited" },
    horizons: {},
    series: [],
  },
  "a close missing": {
    ...ALIBABA,
    change: null,
    changeAbsence: { kind: "missing-close", date: "2025-11-10", sure: false },
    benchmark: { ok: false, absence: "no-change" },
  },
  contradiction: {
    ...ALIBABA,
    change: null,
    changeAbsence: { kind: "contradiction" },
    benchmark: { ok: false, absence: "no-change" },
  },
  "since an earlier day": {
    ...ALIBABA,
    benchmark: {
      ok: true,
      ticker: "^GSPC",
      change: 0.0021,
      difference: -0.0328,
      provider: "yahoo",
      from: "2025-11-06",
    },
  },
  "an ex-dividend day": { ...ALIBABA, exDividend: { amount: 0.26, effect: -0.26 / 165.89 } },
  "dividends told": {
    ...ALIBABA,
    horizons: {
      "1Y": { from: "2024-11-11", change: 0.7004, benchmarkChange: 0.1409, difference: 0.5595, withDividends: 0.7152 },
    },
  },
  "its home index": {
    ...withoutArticle(ALIBABA),
    ticker: "7203.T",
    currency: "JPY",
    zone: "Asia/Tokyo",
    closedAt: Date.UTC(2025, 10, 11, 6, 30),
    decimals: 0,
    close: 3030,
    previous: { date: "2025-11-10", close: 3000 },
    change: 0.01,
    home: { ok: true, ticker: "^N225", change: 0.005, difference: 0.005, from: null, provider: "yahoo" },
  },
  pence: {
    ...withoutArticle(ALIBABA),
    ticker: "VOD.L",
    currency: "GBp",
    zone: "Europe/London",
    close: 87.42,
    previous: { date: "2025-11-10", close: 86.98 },
    change: 0.00506,
    yearRange: { low: 62.4, high: 92.6 },
  },
} as const satisfies Record<string, Comparison>;

/** What the directory says of Alibaba. */
export const ALIBABA_DESCRIBED: Description = {
  listing: {
    ticker: "BABA",
    name: "Alibaba Group Holding Limited",
    exchange: "NYSE",
    exchangeName: "NYSE",
    kind: "adr",
  },
  other: { ticker: "9988.HK", exchangeName: "Hong Kong" },
  starred: false,
};
