import { describe, expect, test } from "vitest";
import type { Result } from "../../../src/domain/failure";
import type { Closes } from "../../../src/domain/market/closes";
import { readAlphaVantage } from "../../../src/providers/alpha-vantage";
import { readCboe } from "../../../src/providers/cboe";
import { readFinnhub } from "../../../src/providers/finnhub";
import { readFred } from "../../../src/providers/fred";
import { readMassiveHistory } from "../../../src/providers/massive";
import { readMassiveDay } from "../../../src/providers/massive-market";
import { readNasdaq } from "../../../src/providers/nasdaq";
import { readTiingo } from "../../../src/providers/tiingo";
import { readTwelveData } from "../../../src/providers/twelve-data";
import { readYahooChart } from "../../../src/providers/yahoo-chart";
import { readYahooSearch } from "../../../src/providers/yahoo-search";
import { readYahooSpark } from "../../../src/providers/yahoo-spark";
import { chartBody, chartResult, sparkBody } from "../../fakes/yahoo-wire";
import { replyFile } from "./reply-file";

const EVENING = Date.parse("2025-11-11T22:30:00Z");
const FROM = "2024-10-01";
const CHART = "query1.finance.yahoo.com/v8/finance/chart";
const CBOE = "cdn.cboe.com/api/global/delayed_quotes/charts/historical";
const MASSIVE = "api.massive.com/v2/aggs";

const lastTwo = (outcome: Result<Closes>) =>
  outcome.ok ? outcome.value.bars.slice(-2).map(({ date, close }) => [date, close]) : outcome.failure;
const WEEK = [
  ["2025-11-06", 50],
  ["2025-11-07", 50.5],
  ["2025-11-10", 51],
  ["2025-11-11", 51.2],
] as const;
const failureOf = (outcome: Result<unknown>) => (outcome.ok ? null : outcome.failure.kind);
const chart = (ticker: string, file = `${ticker}.json`, status = 200, at = EVENING) =>
  readYahooChart(ticker, status, replyFile(`${CHART}/${file}`), at);

const BABA = [
  ["2025-11-10", 165.89],
  ["2025-11-11", 160.8],
];
const INDEX = [
  ["2025-11-10", 6832.43],
  ["2025-11-11", 6846.61],
];

describe("the last two closes of BABA and of the S&P 500 are the same from each source", () => {
  const spark = (tickers: readonly string[]) =>
    readYahooSpark(
      { tickers, from: FROM, to: "2025-11-11" },
      200,
      replyFile("query1.finance.yahoo.com/v7/finance/spark.json"),
      EVENING,
    );
  const v8 = readYahooSpark(
    { tickers: ["BABA", "^GSPC"], from: FROM, to: "2025-11-11" },
    200,
    replyFile("query1.finance.yahoo.com/v8/finance/spark.json"),
    EVENING,
  );
  const absent: Result<Closes> = { ok: false, failure: { kind: "no-answer" } };
  const twelve = readTwelveData(
    { tickers: ["BABA"], from: FROM, to: "2025-11-11" },
    replyFile("api.twelvedata.com/time_series-BABA.json"),
    EVENING,
  );
  test.each<[string, Result<Closes>, unknown]>([
    ["Yahoo's chart", chart("BABA"), BABA],
    ["Yahoo's chart of the index, its last bar stamped with the last price's time", chart("^GSPC"), INDEX],
    ["Yahoo's list, as documented for v7", spark(["BABA", "^GSPC"]).get("BABA") ?? absent, BABA],
    ["Yahoo's list, the index riding along", spark(["BABA", "^GSPC"]).get("^GSPC") ?? absent, INDEX],
    ["Yahoo's list, as documented for v8, one null too long", v8.get("BABA") ?? absent, BABA],
    ["Yahoo's list, as documented for v8, the index", v8.get("^GSPC") ?? absent, INDEX],
    [
      "Cboe, after rows of zero from before the listing",
      readCboe("BABA", 200, replyFile(`${CBOE}/BABA.json`), FROM, EVENING),
      BABA,
    ],
    ["Cboe, the index in text", readCboe("^GSPC", 200, replyFile(`${CBOE}/_SPX.json`), FROM, EVENING), INDEX],
    [
      "Nasdaq, in dollars and newest first",
      readNasdaq("BABA", 200, replyFile("api.nasdaq.com/api/quote/BABA/historical.json"), EVENING),
      BABA,
    ],
    [
      "Nasdaq, the index",
      readNasdaq("^GSPC", 200, replyFile("api.nasdaq.com/api/quote/SPX/historical.json"), EVENING),
      INDEX,
    ],
    [
      "FRED, before a blank holiday",
      readFred(200, replyFile("fred.stlouisfed.org/graph/fredgraph.csv"), EVENING),
      INDEX,
    ],
    ["Massive", readMassiveHistory("BABA", 200, replyFile(`${MASSIVE}/ticker/BABA/range/1/day.json`), EVENING), BABA],
    ["Twelve Data", twelve.get("BABA") ?? absent, BABA],
    ["Finnhub", readFinnhub("BABA", 200, replyFile("finnhub.io/api/v1/quote-BABA.json"), EVENING), BABA],
    ["Alpha Vantage", readAlphaVantage("BABA", replyFile("www.alphavantage.co/query-BABA.json"), EVENING), BABA],
  ])("%s", (_, outcome, expected) => {
    expect(lastTwo(outcome)).toEqual(expected);
  });
});

describe("Yahoo's chart", () => {
  test("a running session is no close: neither its session bar nor its live bar", () => {
    expect(lastTwo(chart("LIVE", "LIVE.json", 200, Date.parse("2025-11-11T16:10:00Z")))).toEqual([
      ["2025-11-07", 50],
      ["2025-11-10", 51.5],
    ]);
  });
  test("a price from inside the session is no close, however late it is read", () => {
    expect(lastTwo(chart("LIVE", "LIVE.json", 200, EVENING))).toEqual([
      ["2025-11-07", 50],
      ["2025-11-10", 51.5],
    ]);
  });
  test("stamped after the close and a quarter of an hour old, the later of two bars of one day is its close", () => {
    const stamped = replyFile(`${CHART}/LIVE.json`).replace(
      /"regularMarketTime": \d+/,
      `"regularMarketTime": ${Date.parse("2025-11-11T21:00:01Z") / 1000}`,
    );
    const at = (time: string) => lastTwo(readYahooChart("LIVE", 200, stamped, Date.parse(`2025-11-11T${time}Z`)));
    expect(at("21:14:59")).toEqual([
      ["2025-11-07", 50],
      ["2025-11-10", 51.5],
    ]);
    expect(at("21:15:00")).toEqual([
      ["2025-11-10", 51.5],
      ["2025-11-11", 52.4],
    ]);
  });
  test("a null is a missing close, and of two closes of one day none stands where the source states no price", () => {
    expect(chart("HOLES")).toMatchObject({
      ok: true,
      value: {
        bars: [
          { date: "2025-11-05", close: 10 },
          { date: "2025-11-07", close: 11 },
          { date: "2025-11-10", close: 12 },
        ],
        doubts: [{ kind: "two-closes", date: "2025-11-11" }],
      },
    });
  });
  test("stamped on the evening before, its dividends and splits are dated like its bars", () => {
    const shifted = { symbol: "TSTA", closes: WEEK, opensUtc: "05:00", shiftHours: -2 };
    const split = { date: "2025-11-10", numerator: 10, denominator: 1 };
    const body = chartBody({ ...shifted, dividends: [{ date: "2025-11-11", amount: 0.5 }], splits: [split] });
    expect(readYahooChart("TSTA", 200, body, EVENING)).toMatchObject({
      value: { bars: { 3: { date: "2025-11-11" } }, dividends: [{ date: "2025-11-11", amount: 0.5 }], splits: [split] },
    });
  });
  test("stamped at Greenwich's midnight, which in America is an evening, they are of the days meant in any season", () => {
    const closes = [
      ["2026-03-04", 140],
      ["2026-03-05", 141],
      ["2026-03-06", 142],
      ["2026-03-09", 143],
      ["2026-03-10", 144],
      ["2026-03-11", 145],
      ["2026-03-12", 146],
      ["2026-03-13", 147],
    ] as const;
    const read = (opensUtc: string) => {
      const body = chartBody({ symbol: "TSTA", closes, opensUtc });
      const outcome = readYahooChart("TSTA", 200, body, Date.parse("2026-03-13T22:00:00Z"));
      return outcome.ok && outcome.value.bars;
    };
    expect(read("00:00")).toEqual(closes.map(([date, close]) => ({ date, close })));
  });
  test.each([
    ["cannot be read", { amount: null }],
    ["is in another currency", { amount: 0.5, currency: "EUR" }],
  ])("of which one dividend %s tells no dividends", (_, dividend) => {
    const chart = chartResult({ symbol: "TSTA", closes: WEEK });
    const date = Date.parse("2025-11-10T14:30:00Z") / 1000;
    const events = { dividends: { [date]: { date, ...dividend } } };
    const outcome = readYahooChart(
      "TSTA",
      200,
      JSON.stringify({ chart: { result: [{ ...chart, events }], error: null } }),
      EVENING,
    );
    expect(lastTwo(outcome)).toHaveLength(2);
    if (outcome.ok) expect(outcome.value).not.toHaveProperty("dividends");
  });
  test("of an index whose ticker has no caret is in points, and pays no dividends", () => {
    const chart = chartResult({ symbol: "XU100.IS", closes: WEEK });
    const meta = { ...chart.meta, instrumentType: "INDEX", currency: "TRY" };
    const body = JSON.stringify({ chart: { result: [{ ...chart, meta }], error: null } });
    const outcome = readYahooChart("XU100.IS", 200, body, EVENING);
    expect(outcome).toMatchObject({ ok: true, value: { currency: null } });
    if (outcome.ok) expect(outcome.value).not.toHaveProperty("dividends");
    const row = { symbol: "XU100.IS", response: [{ ...chart, meta }] };
    const list = JSON.stringify({ spark: { result: [row], error: null } });
    const request = { tickers: ["XU100.IS"], from: FROM, to: "2025-11-11" };
    expect(readYahooSpark(request, 200, list, EVENING).get("XU100.IS")).toMatchObject({ value: { currency: null } });
  });
  test("Hong Kong is dated in Hong Kong and in its own currency", () => {
    expect(chart("0700.HK")).toMatchObject({ ok: true, value: { currency: "HKD", zone: "Asia/Hong_Kong" } });
    expect(lastTwo(chart("0700.HK"))).toEqual([
      ["2025-11-10", 646],
      ["2025-11-11", 651.5],
    ]);
  });
  test("London's pence stay pence", () => {
    expect(chart("OCDO.L")).toMatchObject({ ok: true, value: { currency: "GBp" } });
  });
  test("the split is told and its day shows no fall", () => {
    expect(chart("SPLIT")).toMatchObject({
      ok: true,
      value: { splits: [{ date: "2025-11-05", numerator: 4, denominator: 1 }] },
    });
  });
  test.each([
    ["no bars and no currency", chart("NEWCO"), "not-found"],
    ["not found", chart("NOPE", "NOPE.404.json", 404), "unknown-ticker"],
    ["not found with status 200", chart("GONE", "GONE.200.json", 200), "unknown-ticker"],
    ["dates out of order", chart("MIXED"), "source-broken"],
    ["bars of five minutes", chart("MINUTES"), "source-broken"],
    ["fewer closes than dates", chart("SHORT"), "source-broken"],
    ["another ticker's chart", chart("OTHER"), "source-broken"],
    ["a page for robots", chart("CAPTCHA", "CAPTCHA.html"), "source-broken"],
    ["a refusal in plain text", chart("BUSY", "BUSY.429.txt"), "rate-limited"],
    ["an empty body", readYahooChart("BABA", 200, "", EVENING), "source-broken"],
  ])("%s", (_, outcome, kind) => {
    expect(failureOf(outcome)).toBe(kind);
  });
});

test("Massive's bars that are stamped late in the evening before are of the days that follow", () => {
  const { results, ...rest } = JSON.parse(replyFile(`${MASSIVE}/ticker/BABA/range/1/day.json`));
  const early = results.map((bar: { t: number }) => ({ ...bar, t: bar.t - 3_600_000 }));
  const read = (body: unknown) => readMassiveHistory("BABA", 200, JSON.stringify(body), EVENING);
  expect(read({ ...rest, results: early })).toEqual(read({ ...rest, results }));
});

describe("Yahoo's list", () => {
  const tickers = ["BABA", "^GSPC", "0700.HK", "EMPTY", "NOPE"];
  const outcomes = readYahooSpark(
    { tickers, from: FROM, to: FROM },
    200,
    replyFile("query1.finance.yahoo.com/v7/finance/spark.json"),
    EVENING,
  );
  test.each([
    ["0700.HK", "HKD"],
    ["BABA", "USD"],
  ])("%s in %s", (ticker, currency) => {
    expect(outcomes.get(ticker)).toMatchObject({ ok: true, value: { currency, splits: null } });
  });
  test("a ticker it leaves out is unknown, one without bars has none at the moment", () => {
    expect(outcomes.get("NOPE")).toMatchObject({ failure: { kind: "unknown-ticker" } });
    expect(outcomes.get("EMPTY")).toMatchObject({ failure: { kind: "not-found" } });
  });
  test("a ticker that it lists twice has no closes", () => {
    const item = (symbol: string, factor: number) => ({
      symbol,
      response: [chartResult({ symbol, closes: WEEK.map(([day, close]) => [day, close * factor] as const) })],
    });
    const body = { spark: { result: [item("TSTA", 1), item("TSTB", 2), item("TSTA", 3)] } };
    const asked = { tickers: ["TSTA", "TSTB"], from: FROM, to: FROM };
    const outcome = readYahooSpark(asked, 200, JSON.stringify(body), EVENING);
    expect(outcome.get("TSTA")).toMatchObject({ failure: { kind: "source-broken" } });
    expect(outcome.get("TSTB")).toMatchObject({ ok: true });
  });
  test.each([
    ["of the last day is doubted if its closes do not give it", "2025-11-11T21:00:01Z", "contradiction"],
    ["since the last close is not its own if it does not start from it", "2025-11-12T15:00:00Z", "source-broken"],
  ])("a change %s", (_, time, kind) => {
    const [, last = 0] = WEEK.at(-1) ?? [];
    const meta = {
      regularMarketTime: Date.parse(time) / 1000,
      regularMarketPrice: last,
      regularMarketChangePercent: 9,
    };
    const body = sparkBody([{ symbol: "TSTA", closes: WEEK, meta }]);
    const now = Date.parse(time) + 1_800_000;
    const outcome = readYahooSpark({ tickers: ["TSTA"], from: FROM, to: FROM }, 200, body, now).get("TSTA");
    expect(outcome?.ok ? outcome.value.doubts?.[0]?.kind : outcome?.failure.kind).toBe(kind);
  });
  test("a single bar of five minutes is no close", () => {
    const v8 = replyFile("query1.finance.yahoo.com/v8/finance/spark.json");
    const outcome = readYahooSpark({ tickers: ["ONEBAR"], from: FROM, to: FROM }, 200, v8, EVENING).get("ONEBAR");
    expect(outcome).toMatchObject({ failure: { kind: "source-broken" } });
  });
  test("a list without the S&P 500, when it was asked for, says nothing of the others either", () => {
    const outcome = readYahooSpark(
      { tickers: ["BABA", "^GSPC"], from: FROM, to: FROM },
      200,
      '{"spark":{"result":[]}}',
      EVENING,
    );
    expect(outcome.get("BABA")).toMatchObject({ failure: { kind: "source-broken" } });
  });
});

test.each([
  ["21:10:00", "2025-11-10"],
  ["21:20:00", "2025-11-11"],
])("Cboe's prices are a quarter of an hour old: a file of %s has the close of %s", (time, date) => {
  const body = replyFile(`${CBOE}/BABA.json`).replace("2025-11-11 23:01:00", `2025-11-11 ${time}`);
  const outcome = readCboe("BABA", 200, body, FROM, EVENING);
  expect(outcome.ok && outcome.value.bars.at(-1)?.date).toBe(date);
});

test.each([
  ["2025-11-10", "2025-11-10"],
  ["2025-11-11", "2025-11-11"],
  ["2025-11-11 14:22:01", "2025-11-10"],
  ["2025-11-11 16:00:01", "2025-11-11"],
])("Alpha Vantage's series refreshed on %s has the close of %s", (refreshed, date) => {
  const days = { "2025-11-10": { "4. close": "165.89" }, "2025-11-11": { "4. close": "160.8" } };
  const about = { "2. Symbol": "BABA", "3. Last Refreshed": refreshed };
  const body = JSON.stringify({ "Meta Data": about, "Time Series (Daily)": days });
  const outcome = readAlphaVantage("BABA", body, EVENING);
  expect(outcome.ok && outcome.value.bars.at(-1)?.date).toBe(date);
});

describe("the other sources refuse in their own ways", () => {
  const twelve = readTwelveData(
    { tickers: ["BABA", "NOPE", "PAID", "GONE"], from: FROM, to: FROM },
    replyFile("api.twelvedata.com/time_series-BABA,NOPE,PAID,GONE.json"),
    EVENING,
  );
  const twelveOne = (body: unknown) =>
    readTwelveData({ tickers: ["BABA"], from: FROM, to: FROM }, JSON.stringify(body), EVENING).get("BABA");
  test.each<[string, Result<unknown> | undefined, string]>([
    [
      "Cboe forbids the unknown",
      readCboe("NOPE", 403, replyFile(`${CBOE}/NOPE.403.txt`), FROM, EVENING),
      "unknown-ticker",
    ],
    ["Cboe sends nothing", readCboe("BABA", 200, replyFile(`${CBOE}/EMPTY.json`), FROM, EVENING), "source-broken"],
    [
      "Cboe sends another ticker",
      readCboe("AAPL", 200, replyFile(`${CBOE}/BABA.json`), FROM, EVENING),
      "source-broken",
    ],
    [
      "Yahoo has no close in the period",
      readYahooChart(
        "BABA",
        400,
        `{"chart":{"result":null,"error":{"code":"Bad Request","description":"Data doesn't exist for startDate = 1"}}}`,
        EVENING,
      ),
      "not-found",
    ],
    [
      "Nasdaq does not know it",
      readNasdaq("NOPE", 200, replyFile("api.nasdaq.com/api/quote/NOPE/historical.json"), EVENING),
      "unknown-ticker",
    ],
    ["FRED sends a page", readFred(200, "<html>", EVENING), "source-broken"],
    ...["6846,61", "6,846.61"].map((figure): [string, Result<unknown>, string] => [
      `FRED writes ${figure}`,
      readFred(200, `observation_date,SP500\n2025-11-10,6832.43\n2025-11-11,${figure}\n`, EVENING),
      "source-broken",
    ]),
    [
      "Nasdaq writes decimal commas",
      readNasdaq(
        "BABA",
        200,
        replyFile("api.nasdaq.com/api/quote/BABA/historical.json").replaceAll(/(\$\d+)\./g, "$1,"),
        EVENING,
      ),
      "source-broken",
    ],
    [
      "Massive's plan ends yesterday",
      readMassiveDay(
        "2025-11-11",
        403,
        replyFile(`${MASSIVE}/grouped/locale/us/market/stocks/refused.403.json`),
        EVENING,
      ),
      "not-found",
    ],
    [
      "Massive sends another day",
      readMassiveDay(
        "2025-11-10",
        200,
        replyFile(`${MASSIVE}/grouped/locale/us/market/stocks/2025-11-11.json`),
        EVENING,
      ),
      "source-broken",
    ],
    [
      "Massive does not know the key",
      readMassiveHistory("BABA", 401, '{"status":"ERROR","error":"Unknown API Key"}', EVENING),
      "key-refused",
    ],
    ...(["ERROR", "NOT_AUTHORIZED"] as const).flatMap((status): [string, Result<unknown>, string][] => {
      const error = status === "ERROR" ? "You've exceeded the maximum requests per minute." : "Upgrade your plan.";
      const body = JSON.stringify({ status, error });
      const kind = status === "ERROR" ? "rate-limited" : "not-entitled";
      return [
        [`Massive says ${status} with status 200`, readMassiveHistory("BABA", 200, body, EVENING), kind],
        [`Massive says ${status} of a day, too`, readMassiveDay("2025-11-11", 200, body, EVENING), kind],
      ];
    }),
    [
      "Massive has no bars",
      readMassiveHistory("NOPE", 200, '{"resultsCount":0,"status":"OK"}', EVENING),
      "unknown-ticker",
    ],
    ["Twelve Data does not know it, inside a batch", twelve.get("NOPE"), "unknown-ticker"],
    ["Twelve Data wants a larger plan, inside a batch", twelve.get("PAID"), "not-entitled"],
    ["Twelve Data leaves one out", twelve.get("GONE"), "source-broken"],
    [
      "Twelve Data's minute is used up",
      twelveOne({ code: 429, message: "You have run out of API credits for the current minute.", status: "error" }),
      "rate-limited",
    ],
    [
      "Twelve Data refuses the key",
      twelveOne({ code: 401, message: "**apikey** parameter is incorrect or not specified.", status: "error" }),
      "key-refused",
    ],
    ["Tiingo refuses the key", readTiingo("BABA", 401, '{"detail":"Invalid token."}', EVENING), "key-refused"],
    ["Tiingo does not know it", readTiingo("NOPE", 404, '{"detail":"Not found."}', EVENING), "unknown-ticker"],
    [
      "Tiingo's hour is used up",
      readTiingo("BABA", 200, "Error: You have run over your hourly request allocation.", EVENING),
      "rate-limited",
    ],
    ...[
      "You have run over your 500 symbol look up for this month.",
      "Error: You have run over your 500 symbol look up.",
    ].map((words): [string, Result<unknown>, string] => [
      `Tiingo says ${words}`,
      readTiingo("BABA", 200, words, EVENING),
      "rate-limited",
    ]),
    ["Tiingo wants a key", readTiingo("BABA", 200, '{"detail":"Please supply a token"}', EVENING), "key-refused"],
    [
      "Finnhub does not know it",
      readFinnhub("NOPE", 200, replyFile("finnhub.io/api/v1/quote-NOPE.json"), EVENING),
      "unknown-ticker",
    ],
    [
      "Finnhub's quote is of tomorrow",
      readFinnhub("BABA", 200, JSON.stringify({ c: 160.8, pc: 165.89, t: EVENING / 1000 + 60_000 }), EVENING),
      "source-broken",
    ],
    [
      "Finnhub's plan lacks it",
      readFinnhub("BABA", 403, `{"error":"You don't have access to this resource."}`, EVENING),
      "not-entitled",
    ],
    ["Finnhub refuses the key", readFinnhub("BABA", 401, '{"error":"Invalid API key."}', EVENING), "key-refused"],
    [
      "Alpha Vantage's day is used up",
      readAlphaVantage(
        "BABA",
        '{"Information":"Our standard API rate limit is 25 requests per day. Please subscribe to any of the premium plans."}',
        EVENING,
      ),
      "rate-limited",
    ],
    [
      "Alpha Vantage wants another key than its demo",
      readAlphaVantage("BABA", '{"Information":"The **demo** API key is for demo purposes only."}', EVENING),
      "key-refused",
    ],
    [
      "Alpha Vantage wants a premium plan",
      readAlphaVantage(
        "BABA",
        '{"Information":"Thank you! This is a premium endpoint. You may subscribe to any of the premium plans to raise the rate limit."}',
        EVENING,
      ),
      "not-entitled",
    ],
    [
      "Alpha Vantage does not know it",
      readAlphaVantage("NOPE", '{"Error Message":"Invalid API call. Please retry."}', EVENING),
      "unknown-ticker",
    ],
    ["Alpha Vantage answers nothing", readAlphaVantage("NOPE", '{"Global Quote":{}}', EVENING), "unknown-ticker"],
  ])("%s", (_, outcome, kind) => {
    expect(outcome && failureOf(outcome)).toBe(kind);
  });

  test("a date that stands twice in Twelve Data's list, with two closes, has none", () => {
    expect(twelve.get("BABA")).toMatchObject({
      value: {
        bars: [{ date: "2025-11-11", close: 160.8 }],
        doubts: [{ kind: "two-closes", date: "2025-11-10" }],
      },
    });
  });
  test("a ticker with two closes in Massive's market has none, one that stands twice has its own", () => {
    const t = Date.parse("2025-11-11T21:00:00Z");
    const results = [
      { T: "TSTA", c: 52, t },
      { T: "TSTB", c: 53, t },
      { T: "TSTA", c: 5.2, t },
      { T: "TSTB", c: 53, t },
    ];
    const body = JSON.stringify({ status: "OK", resultsCount: 4, results });
    expect(readMassiveDay("2025-11-11", 200, body, EVENING)).toEqual({ ok: true, value: { TSTB: 53 } });
  });
  test("a market's holiday at Massive has no closes", () => {
    const body = replyFile(`${MASSIVE}/grouped/locale/us/market/stocks/2025-11-27.json`);
    expect(readMassiveDay("2025-11-27", 200, body, EVENING)).toEqual({ ok: true, value: {} });
  });
  test("Tiingo's printed closes are adjusted by the splits it tells", () => {
    const outcome = readTiingo("SPLIT", 200, replyFile("api.tiingo.com/tiingo/daily/SPLIT/prices.json"), EVENING);
    expect(outcome).toMatchObject({
      value: {
        bars: [
          { close: 109 },
          { close: 110 },
          { close: 111 },
          { close: 112 },
          { close: 113 },
          { close: 114 },
          { close: 115 },
        ],
        splits: [{ date: "2025-11-05", numerator: 4, denominator: 1 }],
      },
    });
  });
  test("a source that prints unadjusted closes loses what lies before a possible split", () => {
    const days = { "2025-11-10": { "4. close": "440.0" }, "2025-11-11": { "4. close": "110.5" } };
    const body = JSON.stringify({ "Meta Data": { "2. Symbol": "SPLIT" }, "Time Series (Daily)": days });
    expect(lastTwo(readAlphaVantage("SPLIT", body, EVENING))).toEqual([["2025-11-11", 110.5]]);
  });
});

const LIMITS = ["Edge: Too Many Requests", '{"finance":{"result":null,"error":{"code":"Too Many Requests"}}}'];
test.each([200, 403, 999].flatMap((status) => LIMITS.map((body) => [status, body] as const)))(
  "a limit that Yahoo says with status %i is a limit, in its lists and searches too: %s",
  (status, body) => {
    const list = readYahooSpark({ tickers: ["BABA", "^GSPC"], from: FROM, to: FROM }, status, body, EVENING);
    const others = [readYahooChart("BABA", status, body, EVENING), readYahooSearch(status, body, EVENING)];
    expect([...list.values(), ...others].map(failureOf)).toEqual(Array(4).fill("rate-limited"));
  },
);

test("a search finds listings only, spelled our way", () => {
  const outcome = readYahooSearch(200, replyFile("query1.finance.yahoo.com/v1/finance/search.json"), EVENING);
  expect(outcome).toEqual({
    ok: true,
    value: [
      { ticker: "BABA", name: "Alibaba Group Holding Limited", exchange: "NYSE" },
      { ticker: "9988.HK", name: "Alibaba Group Holding Limited", exchange: "Hong Kong" },
      { ticker: "BRK.B", name: "Berkshire Hathaway Inc. New", exchange: "NYSE" },
    ],
  });
});
