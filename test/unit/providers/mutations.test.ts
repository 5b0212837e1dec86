import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Result } from "../../../src/domain/failure";
import type { Closes } from "../../../src/domain/market/closes";
import { compare } from "../../../src/domain/market/compare";
import { readAlphaVantage } from "../../../src/providers/alpha-vantage";
import { readCboe } from "../../../src/providers/cboe";
import { readFinnhub } from "../../../src/providers/finnhub";
import { readFred } from "../../../src/providers/fred";
import { readMassiveHistory } from "../../../src/providers/massive";
import { readNasdaq } from "../../../src/providers/nasdaq";
import { readTiingo } from "../../../src/providers/tiingo";
import { readTwelveData } from "../../../src/providers/twelve-data";
import { readYahooChart } from "../../../src/providers/yahoo-chart";
import { readYahooSearch } from "../../../src/providers/yahoo-search";
import { readYahooSpark } from "../../../src/providers/yahoo-spark";
import { replyFile } from "./reply-file";

const EVENING = Date.parse("2025-11-11T22:30:00Z");
const PERIOD = { from: "2024-10-01", to: "2025-11-11" };

interface Reader {
  readonly name: string;
  readonly body: string;
  readonly read: (body: string) => Result<Closes>;
}

const absent: Result<Closes> = { ok: false, failure: { kind: "no-answer" } };
const READERS: readonly Reader[] = [
  {
    name: "Yahoo's chart",
    body: replyFile("query1.finance.yahoo.com/v8/finance/chart/BABA.json"),
    read: (body) => readYahooChart("BABA", 200, body, EVENING, PERIOD.from),
  },
  {
    name: "Yahoo's list",
    body: replyFile("query1.finance.yahoo.com/v7/finance/spark.json"),
    read: (body) => readYahooSpark({ tickers: ["BABA"], ...PERIOD }, 200, body, EVENING).get("BABA") ?? absent,
  },
  {
    name: "Cboe",
    body: replyFile("cdn.cboe.com/api/global/delayed_quotes/charts/historical/BABA.json"),
    read: (body) => readCboe("BABA", 200, body, PERIOD.from, EVENING),
  },
  {
    name: "Nasdaq",
    body: replyFile("api.nasdaq.com/api/quote/BABA/historical.json"),
    read: (body) => readNasdaq("BABA", 200, body, EVENING),
  },
  {
    name: "FRED",
    body: replyFile("fred.stlouisfed.org/graph/fredgraph.csv"),
    read: (body) => readFred(200, body, EVENING),
  },
  {
    name: "Massive",
    body: replyFile("api.massive.com/v2/aggs/ticker/BABA/range/1/day.json"),
    read: (body) => readMassiveHistory("BABA", 200, body, EVENING, PERIOD.from),
  },
  {
    name: "Twelve Data",
    body: replyFile("api.twelvedata.com/time_series-BABA.json"),
    read: (body) => readTwelveData({ tickers: ["BABA"], ...PERIOD }, body, EVENING).get("BABA") ?? absent,
  },
  {
    name: "Tiingo",
    body: replyFile("api.tiingo.com/tiingo/daily/SPLIT/prices.json"),
    read: (body) => readTiingo("SPLIT", 200, body, EVENING),
  },
  {
    name: "Finnhub",
    body: replyFile("finnhub.io/api/v1/quote-BABA.json"),
    read: (body) => readFinnhub("BABA", 200, body, EVENING, PERIOD.from),
  },
  {
    name: "Alpha Vantage",
    body: replyFile("www.alphavantage.co/query-BABA.json"),
    read: (body) => readAlphaVantage("BABA", body, EVENING),
  },
];

/** Every place inside a JSON value, as the keys that lead there. */
function placesIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [path, ...keys.flatMap((key) => placesIn(Reflect.get(value, key), [...path, key]))];
}

/** A copy with one place taken away or replaced. */
function changed(value: unknown, [key, ...rest]: readonly (string | number)[], to: unknown, gone: boolean): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value)) {
    if (gone && rest.length === 0) return value.toSpliced(Number(key), 1);
    return value.with(Number(key), changed(value[Number(key)], rest, to, gone));
  }
  const { [key]: inner, ...others } = value as Record<string, unknown>;
  return gone && rest.length === 0 ? others : { ...others, [key]: changed(inner, rest, to, gone) };
}

/** What takes a place: nothing that could pass for another close or another day. */
const wrong = fc.constantFrom<unknown>(
  null,
  "",
  "N/A",
  "Infinity",
  -1,
  0,
  1e300,
  true,
  [],
  {},
  [null],
  { a: 1 },
  "<html>",
  "__proto__",
);

describe.each(READERS)("a mutilated reply of $name gives the same figures or none", ({ body, read }) => {
  const whole = read(body);
  if (!whole.ok) throw new Error(`the whole reply gives no figures: ${JSON.stringify(whole.failure)}`);
  const truth = new Map(whole.value.bars.map(({ date, close }) => [date, close]));
  const figures = compare({ listing: whole.value, benchmark: null, now: EVENING });

  const expectSameOrNone = (mutilated: string) => {
    const outcome = read(mutilated);
    if (!outcome.ok) return;
    for (const { date, close } of outcome.value.bars) expect([date, close]).toEqual([date, truth.get(date)]);
    const made = compare({ listing: outcome.value, benchmark: null, now: EVENING });
    if (!made) return;
    // An older close is a true one only when it says that a newer was due.
    if (made.date === figures?.date) expect([made.change, figures.change, null]).toContain(made.change);
    else expect(made.staleSince).not.toBeNull();
    if (made.date === figures?.date && made.change !== null) expect(made.change).toBe(figures?.change);
  };

  test("cut off anywhere", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: body.length - 1 }), (end) => expectSameOrNone(body.slice(0, end))));
  });

  test("with a number beyond all measure in any one place", () => {
    if (!/^[{[]/.test(body)) return;
    const json: unknown = JSON.parse(body);
    // The places within a list are alike.
    const isAmongFirst = (key: string | number) => typeof key === "string" || key < 3;
    for (const place of placesIn(json).filter((path) => path.every(isAmongFirst)))
      for (const number of [1e300, -1e300]) expectSameOrNone(JSON.stringify(changed(json, place, number, false)));
  });

  test("with any one value taken out or replaced", () => {
    if (!/^[{[]/.test(body)) return;
    const json: unknown = JSON.parse(body);
    const places = placesIn(json);
    fc.assert(
      fc.property(fc.constantFrom(...places), wrong, fc.boolean(), (place, to, gone) =>
        expectSameOrNone(JSON.stringify(changed(json, place, to, gone))),
      ),
      { numRuns: 80 },
    );
  });
});

describe("whatever a source sends, its reader answers", () => {
  const anything = fc.oneof(fc.string(), fc.json());
  test.each(READERS)("$name", ({ read }) => {
    fc.assert(
      fc.property(anything, (body) => {
        expect(read(body).ok).toBe(false);
      }),
    );
  });
  test("Yahoo's search", () => {
    fc.assert(
      fc.property(anything, (body) => {
        const outcome = readYahooSearch(200, body, EVENING);
        expect(outcome.ok ? outcome.value : []).toEqual([]);
      }),
    );
  });
});
