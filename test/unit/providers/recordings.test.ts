// Runs over recorded replies of the sources when they lie beside
// the checkout; they are other people's and never part of it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Result } from "../../../src/domain/failure";
import type { Closes } from "../../../src/domain/market/closes";
import { compare } from "../../../src/domain/market/compare";
import { readAlphaVantage } from "../../../src/providers/alpha-vantage";
import { readCboe } from "../../../src/providers/cboe";
import { readFinnhub } from "../../../src/providers/finnhub";
import { readFred } from "../../../src/providers/fred";
import { readMassiveHistory } from "../../../src/providers/massive";
import { readMassiveDay } from "../../../src/providers/massive-market";
import { readNasdaq } from "../../../src/providers/nasdaq";
import { bodyOf } from "../../../src/providers/refusal";
import { readTiingo } from "../../../src/providers/tiingo";
import { readTwelveData } from "../../../src/providers/twelve-data";
import { readYahooChart } from "../../../src/providers/yahoo-chart";
import { readYahooSearch } from "../../../src/providers/yahoo-search";
import { readYahooSpark } from "../../../src/providers/yahoo-spark";

const RECORDINGS = join(import.meta.dirname, "../../../../shared/market-data");
const isPresent = existsSync(join(RECORDINGS, "INDEX.md"));
const read = (path: string) => readFileSync(join(RECORDINGS, path), "utf8");
const list = (folder: string) => (isPresent ? readdirSync(join(RECORDINGS, folder)).sort() : []);
const LATER = Date.parse("2026-10-20T12:00:00Z");

/** Regular closes by zone, written here a second time on purpose. */
const CLOSES_AT: Record<string, string> = {
  "America/New_York": "16:15",
  "Asia/Hong_Kong": "16:25",
  "Asia/Tokyo": "15:45",
  "Asia/Seoul": "15:45",
  "Europe/London": "16:45",
  "America/Toronto": "16:15",
  "Europe/Copenhagen": "17:15",
};

const local = (ms: number, timeZone: string) => new Date(ms).toLocaleString("sv-SE", { timeZone });

/** The bars of a chart by another way than the product's: local time as text, a plain object keyed by day. */
function independentBars(chart: RawChart, at: number): [string, number][] {
  const zone = chart.meta.exchangeTimezoneName;
  const byDay: Record<string, number> = {};
  (chart.timestamp ?? []).forEach((stamp, index) => {
    const close = chart.indicators.quote[0]?.close?.[index];
    if (typeof close === "number") byDay[local(stamp * 1000, zone).slice(0, 10)] = close;
  });
  const [today = "", time = ""] = local(at, zone).split(" ");
  const limit = CLOSES_AT[zone] ?? "24:00";
  return Object.entries(byDay)
    .filter(([day]) => day < today || (day === today && time.slice(0, 5) >= limit))
    .sort();
}

interface RawChart {
  meta: { symbol: string; exchangeTimezoneName: string; dataGranularity?: string };
  timestamp?: number[];
  indicators: { quote: { close?: (number | null)[] }[] };
}

interface Recording {
  readonly status: number;
  readonly body: string;
  readonly at: number;
}

/** A body alone, dated by its file's name, or a full HTTP recording, dated by its header. */
function recordingOf(path: string): Recording {
  const text = read(path);
  const json = path.endsWith(".json") ? JSON.parse(text) : {};
  if (!json.response) return { status: Number(/error-(\d{3})/.exec(path)?.[1] ?? 200), body: text, at: dateIn(path) };
  const { status, headers, bodyJson, body } = json.response;
  const date = Array.isArray(headers.date) ? headers.date[0] : headers.date;
  return { status, body: bodyJson ? JSON.stringify(bodyJson) : body, at: Date.parse(date) || LATER };
}

/** Mid-session recordings say so in their names; others were made after the day's close. */
function dateIn(path: string): number {
  const [, year, month, day] = /(\d{4})(\d{2})(\d{2})/.exec(path.split("/").at(-1) ?? "") ?? [];
  if (!year) return LATER;
  return Date.parse(`${year}-${month}-${day}T${path.includes("mid-session") ? "14:00" : "23:00"}:00Z`);
}

const outcomeOf = (outcome: Result<unknown> | undefined) => (outcome?.ok ? "figures" : outcome?.failure.kind);

if (!isPresent) console.log(`No recorded replies at ${RECORDINGS}: their tests are left out.`);

describe.runIf(isPresent)("each recorded chart gives exactly its closes, or its named failure", () => {
  const named: Record<string, string> = {
    "chart-7203.T-range1d-5m-null-bars-20261005.cut.body.json": "source-broken",
    "chart-AAPL-range1d-5m-mid-session-20261005.body.json": "source-broken",
    "chart-BTC-USD-range1d-5m-20261005.cut.body.json": "source-broken",
    "historical-via-chart-0P0000XTS7-2024-09-12-to-2024-09-16.json": "source-broken",
    "chart-LUCYW-null-currency-no-bars-recorded-20250615.json": "not-found",
    "error-401-quote-invalid-crumb.body.json": "source-broken",
    "error-401-quote-no-crumb-2026.body.json": "source-broken",
    "error-404-chart-not-found.body.json": "unknown-ticker",
    "error-422-chart-5m-range.body.json": "source-broken",
    "error-429.body.txt": "rate-limited",
    "error-429.edge.body.txt": "rate-limited",
    "chart-AAPL-2025-02-01-to-2025-02-02-includePrePost-false-interval-1m.json": "source-broken",
    "chart-TSLA-2025-01-01-to-2025-01-02-interval-1h.fake.json": "source-broken",
    "chart-notimestamp-quotes-length.fake.json": "source-broken",
    "chart-notimestamp-weird-quote.fake.json": "source-broken",
  };
  const files = ["yahoo/2026", "yahoo/yf2-2025"].flatMap((folder) =>
    list(folder)
      .filter((name) => /^(chart|historical|error)/.test(name))
      .map((name) => [name, `${folder}/${name}`] as const),
  );
  test.each(files)("%s", (name, path) => {
    const { status, body, at } = recordingOf(path);
    const json = body.startsWith("{") ? JSON.parse(body) : {};
    const chart: RawChart | undefined = json.chart?.result?.[0];
    const ticker = chart?.meta.symbol ?? "AAPL";
    const passed = bodyOf({ kind: "reply", status, body, retryAfterMs: null }, "yahoo", at);
    const outcome = passed.ok ? readYahooChart(ticker, status, body, at) : passed;
    if (named[name]) {
      expect(outcomeOf(outcome)).toBe(named[name]);
      return;
    }
    if (!chart || !outcome.ok) throw new Error(`no figures: ${JSON.stringify(outcome)}`);
    const expected = independentBars(chart, at);
    expect(outcome.value.bars.map(({ date, close }) => [date, close])).toEqual(expected);
    const figures = compare({ listing: outcome.value, benchmark: null, now: at });
    const [last, before] = [expected.at(-1), expected.at(-2)];
    expect(figures).toMatchObject({ date: last?.[0], close: last?.[1] });
    const gapDays = before && last ? (Date.parse(last[0]) - Date.parse(before[0])) / 86_400_000 : 0;
    if (before && last && gapDays <= 1) expect(figures?.change).toBe(last[1] / before[1] - 1);
  });
});

describe.runIf(isPresent)("the S&P 500 of autumn 2025", () => {
  const { timestamp, adjclose, meta } = isPresent
    ? JSON.parse(read("yahoo/2026/gspc-adjclose-20251009-20251222.derived.json"))
    : { timestamp: [], adjclose: [], meta: {} };
  const body = JSON.stringify({
    chart: { result: [{ meta, timestamp, indicators: { quote: [{ close: adjclose }] } }], error: null },
  });
  const closes = readYahooChart("^GSPC", 200, body, Date.parse("2025-12-23T01:44:09Z"));
  const on = (day: string) => {
    if (!closes.ok) throw new Error("no closes");
    return compare({ listing: closes.value, benchmark: null, now: Date.parse(`${day}T23:00:00Z`) });
  };
  test.each([
    ["2025-11-10", 6832.43],
    ["2025-11-11", 6846.61],
    ["2025-12-22", 6878.49],
  ])("%s: %d", (day, close) => {
    expect(on(day)?.close).toBeCloseTo(close, 2);
    expect(on(day)?.date).toBe(day);
  });
  test("the change of 11 November is +0.2075 %", () => {
    expect(on("2025-11-11")?.change).toBeCloseTo(0.002075, 6);
  });
  test("Thanksgiving shows the Wednesday, and the Friday's step from it is one trading day", () => {
    expect(on("2025-11-27")).toMatchObject({ date: "2025-11-26", staleSince: null });
    expect(on("2025-11-28")).toMatchObject({ date: "2025-11-28", previous: { date: "2025-11-26" } });
  });
});

describe.runIf(isPresent)(
  "evening by evening, every recorded chart gives what an independent calculation gives",
  () => {
    const paths = ["yahoo/2026", "yahoo/yf2-2025"].flatMap((folder) =>
      list(folder)
        .filter((name) => /^(chart|historical)/.test(name))
        .map((name) => `${folder}/${name}`),
    );
    test.each(paths)("%s", (path) => {
      const { status, body, at } = recordingOf(path);
      const chart: RawChart | undefined = JSON.parse(body).chart?.result?.[0];
      const outcome = chart && readYahooChart(chart.meta.symbol, status, body, at);
      if (!chart || !outcome?.ok) return;
      const bars = independentBars(chart, at);
      for (const [place, [date, close]] of bars.entries()) {
        // Currencies and crypto-assets close with the day.
        const isRoundTheClock = /=|-USD$/.test(chart.meta.symbol);
        const now = Date.parse(`${date}T23:30:00Z`) + (isRoundTheClock ? 3_600_000 : 0);
        if (now > at) break;
        const figures = compare({ listing: outcome.value, benchmark: null, now });
        expect([figures?.date, figures?.close]).toEqual([date, close]);
        const before = bars[place - 1];
        if (figures?.change != null && before) expect(figures.change).toBe(close / before[1] - 1);
      }
    });
  },
);

describe.runIf(isPresent)("each recorded list", () => {
  const asked = (name: string, tickers: string[]) =>
    readYahooSpark({ tickers, from: "2026-01-01", to: "2026-10-05" }, 200, read(`yahoo/2026/${name}`), LATER);
  test("v7 whose bars are missing altogether is not believed", () => {
    const outcomes = asked("spark-v7-MSFT-AAPL-recorded-20260727.cut.body.json", ["MSFT", "AAPL"]);
    expect([...outcomes.values()].map(outcomeOf)).toEqual(["source-broken", "source-broken"]);
  });
  test("v8 of an index whose zone nobody tells is not dated, v8 without closes has none yet", () => {
    const outcomes = asked("spark-v8-NSEI-INFY-recorded-20261004.cut.body.json", ["^NSEI", "INFY.NS"]);
    expect(outcomeOf(outcomes.get("INFY.NS"))).toBe("not-found");
    expect(outcomeOf(outcomes.get("^NSEI"))).toBe("source-broken");
  });
  test("a lone bar of five minutes is no close", () => {
    const outcomes = asked("spark-v8-RELIANCE-TCS-recorded-202608.cut.body.json", ["RELIANCE.NS"]);
    expect(outcomeOf(outcomes.get("RELIANCE.NS"))).toBe("source-broken");
  });
});

describe.runIf(isPresent)("each recorded search gives its listings, spelled our way", () => {
  test.each(list("yahoo/yf2-2025").filter((name) => name.startsWith("search")))("%s", (name) => {
    const { status, body } = recordingOf(`yahoo/yf2-2025/${name}`);
    const outcome = readYahooSearch(status, body, LATER);
    if (name.includes("badResult")) {
      expect(outcome.ok ? outcome.value : []).toEqual([]);
      return;
    }
    const kinds = ["EQUITY", "ETF", "INDEX"];
    const expected = JSON.parse(body)
      .quotes.filter((quote: Record<string, string>) => quote.symbol && kinds.includes(quote.quoteType ?? ""))
      .map((quote: Record<string, string>) => quote.longname ?? quote.shortname);
    expect(outcome.ok && outcome.value.map(({ name }) => name)).toEqual(expected);
  });
});

describe.runIf(isPresent)("each recorded reply of the other sources", () => {
  const bars = (outcome: Result<Closes>) =>
    outcome.ok ? outcome.value.bars.map((bar) => [bar.date, bar.close]) : outcome;
  const vcr = (name: string) => /string: '(\[.*?\])'/s.exec(read(`tiingo/${name}`))?.[1]?.replace(/\n\s*/g, " ") ?? "";

  test("Cboe's S&P 500", () => {
    expect(
      bars(readCboe("^GSPC", 200, read("cboe/recorded-_SPX-historical-202609.cut.json"), "2026-01-01", LATER)),
    ).toEqual([
      ["2026-09-10", 7591.7],
      ["2026-09-11", 7656.98],
      ["2026-09-14", 7619.98],
    ]);
  });
  test("Nasdaq's stocks and an index", () => {
    expect(
      bars(readNasdaq("AAPL", 200, read("nasdaq/recorded-AAPL-stocks-historical-202211.cut.json"), LATER)),
    ).toEqual([
      ["2022-11-02", 145.03],
      ["2022-11-03", 138.88],
      ["2022-11-04", 138.38],
    ]);
    expect(
      bars(readNasdaq("AAPL", 200, read("nasdaq/recorded-AAPL-stocks-historical-202607.cut.json"), LATER)),
    ).toEqual([
      ["2026-07-30", 333.43],
      ["2026-07-31", 308.91],
    ]);
    expect(bars(readNasdaq("NDX", 200, read("nasdaq/recorded-NDX-index-historical-20260825.json"), LATER))).toEqual([
      ["2026-08-25", 29209.23],
    ]);
  });
  test("FRED's index", () => {
    expect(bars(readFred(200, read("fred/shape-fredgraph-SP500.csv"), LATER))).toEqual([
      ["2025-11-10", 6832.43],
      ["2025-11-11", 6846.61],
    ]);
  });
  test("Massive's history and market", () => {
    const history = "polygon-massive/v2_aggs_ticker_AAPL_range_1_day_2005-04-01_2005-04-04.json";
    expect(bars(readMassiveHistory("AAPL", 200, read(history), LATER))).toEqual([
      ["2005-04-01", 1.4604],
      ["2005-04-04", 1.4675],
    ]);
    expect(
      readMassiveDay("2026-06-09", 200, read("polygon-massive/recorded-grouped-20260609.cut.json"), LATER),
    ).toEqual({
      ok: true,
      value: { HLNE: 80, CATX: 3 },
    });
    expect(readMassiveDay("2025-12-25", 200, read("polygon-massive/shape-grouped-holiday.json"), LATER)).toEqual({
      ok: true,
      value: {},
    });
  });
  test("Tiingo's prices", () => {
    const body = vcr("ticker_price_with_date.vcr.yaml");
    expect(bars(readTiingo("GOOGL", 200, body, LATER))).toEqual([
      ["2015-01-02", 529.55],
      ["2015-01-05", 519.46],
    ]);
    const longer = vcr("ticker_price_pandas_daily_equivalent_requesting_json_or_csv.vcr.yaml");
    const outcome = readTiingo("GOOGL", 200, longer, LATER);
    const expected = JSON.parse(longer).map((day: { date: string; close: number }) => [
      day.date.slice(0, 10),
      day.close,
    ]);
    expect(bars(outcome)).toEqual(expected);
  });
  test("Twelve Data's series", () => {
    const one = readTwelveData(
      { tickers: ["AAPL"], from: "2026-01-01", to: "2026-10-01" },
      read("twelvedata/shape-time_series-AAPL.json"),
      LATER,
    );
    expect(one.get("AAPL")).toMatchObject({ value: { bars: [{ close: 250 }, { close: 251.5 }] } });
    const batch = readTwelveData(
      { tickers: ["AAPL", "NOPE"], from: "2026-01-01", to: "2026-10-01" },
      read("twelvedata/shape-time_series-batch.json"),
      LATER,
    );
    expect([...batch.values()].map(outcomeOf)).toEqual(["figures", "unknown-ticker"]);
  });

  const twelve = (name: string) =>
    readTwelveData({ tickers: ["HSI"], from: "2026-01-01", to: "2026-10-01" }, read(`twelvedata/${name}`), LATER).get(
      "HSI",
    );
  const nothing = '{"detail":"nothing was recorded"}';
  test.each<[string, () => Result<unknown> | undefined, string]>([
    ["twelvedata/recorded-400-no-data", () => twelve("recorded-400-no-data.json"), "not-found"],
    ["twelvedata/recorded-401", () => twelve("recorded-401.json"), "key-refused"],
    ["twelvedata/recorded-404", () => twelve("recorded-404.json"), "unknown-ticker"],
    ["twelvedata/recorded-429-minute", () => twelve("recorded-429-minute.json"), "rate-limited"],
    [
      "finnhub/recorded-403-candle-free",
      () => readFinnhub("AAPL", 403, read("finnhub/recorded-403-candle-free.json"), LATER),
      "not-entitled",
    ],
    [
      "finnhub/recorded-index-refused",
      () => readFinnhub("AAPL", 403, read("finnhub/recorded-index-refused.json"), LATER),
      "not-entitled",
    ],
    [
      "finnhub/recorded-symbol-not-supported",
      () => readFinnhub("AAPL", 200, read("finnhub/recorded-symbol-not-supported.json"), LATER),
      "unknown-ticker",
    ],
    [
      "finnhub/shape-quote-AAPL, dated on a Saturday",
      () => readFinnhub("AAPL", 200, read("finnhub/shape-quote-AAPL.json"), LATER),
      "source-broken",
    ],
    [
      "finnhub/shape-quote-unknown-symbol",
      () => readFinnhub("NOPE", 200, read("finnhub/shape-quote-unknown-symbol.json"), LATER),
      "unknown-ticker",
    ],
    [
      "alphavantage/recorded-ErrorMessage",
      () => readAlphaVantage("NOPE", read("alphavantage/recorded-ErrorMessage.json"), LATER),
      "unknown-ticker",
    ],
    [
      "alphavantage/recorded-GLOBAL_QUOTE, which we do not ask for",
      () => readAlphaVantage("IWDA.AS", read("alphavantage/recorded-GLOBAL_QUOTE-IWDA.AS-201908.json"), LATER),
      "source-broken",
    ],
    [
      "alphavantage/recorded-GLOBAL_QUOTE-unknown",
      () => readAlphaVantage("NOPE", read("alphavantage/recorded-GLOBAL_QUOTE-unknown.json"), LATER),
      "unknown-ticker",
    ],
    [
      "alphavantage/recorded-Information-burst",
      () => readAlphaVantage("IBM", read("alphavantage/recorded-Information-burst-1rps.json"), LATER),
      "rate-limited",
    ],
    [
      "alphavantage/recorded-Information-daily-limit",
      () => readAlphaVantage("IBM", read("alphavantage/recorded-Information-daily-limit.json"), LATER),
      "rate-limited",
    ],
    [
      "alphavantage/recorded-Note-2018",
      () => readAlphaVantage("IBM", read("alphavantage/recorded-Note-2018.json"), LATER),
      "rate-limited",
    ],
    [
      "alphavantage/shape-TIME_SERIES_DAILY, a close of zero",
      () => readAlphaVantage("IBM", read("alphavantage/shape-TIME_SERIES_DAILY.json"), LATER),
      "source-broken",
    ],
    [
      "nasdaq/shape-error-rCode400",
      () => readNasdaq("NOPE", 200, read("nasdaq/shape-error-rCode400.json"), LATER),
      "unknown-ticker",
    ],
    [
      "polygon-massive/recorded-403-timeframe",
      () => readMassiveHistory("AAPL", 403, read("polygon-massive/recorded-403-timeframe.json"), LATER),
      "not-found",
    ],
    ["tiingo without a list", () => readTiingo("AAPL", 200, nothing, LATER), "source-broken"],
  ])("%s", (_, outcome, kind) => {
    expect(outcomeOf(outcome())).toBe(kind);
  });
});
