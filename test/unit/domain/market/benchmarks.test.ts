import { describe, expect, test } from "vitest";
import { EXCHANGE_IDS, EXCHANGES } from "../../../../src/domain/exchange";
import { BENCHMARKS, benchmarkOf, homeIndexOf, isBenchmark } from "../../../../src/domain/market/benchmarks";
import { marketOf, marketOfExchange } from "../../../../src/domain/market/market";
import { isTicker } from "../../../../src/domain/ticker";

describe("the benchmarks to choose from", () => {
  test("begin with the S&P 500, and each stands there once", () => {
    expect(BENCHMARKS[0]?.ticker).toBe("^GSPC");
    const tickers = BENCHMARKS.map(({ ticker }) => ticker);
    expect(new Set(tickers).size).toBe(tickers.length);
    expect(tickers.every(isTicker)).toBe(true);
  });
  test.each(BENCHMARKS.map(({ ticker, exchange }) => [ticker, exchange] as const))(
    "%s keeps the sessions of %s",
    (ticker, exchange) => {
      const { zone } = EXCHANGES[exchange];
      const market = marketOf(ticker, zone);
      // The two boards of one zone share their days.
      for (const date of ["2025-05-01", "2025-12-24", "2026-02-17", "2026-07-03"])
        expect(market.calendar.expects(date)).toBe(marketOfExchange(exchange).calendar.expects(date));
      expect(market.calendar.isKnown("2026-02-17")).toBe(true);
    },
  );
  test("a fund says that it is one", () => {
    expect(benchmarkOf("VT")?.kind).toBe("fund");
    expect(benchmarkOf("^GSPC")?.kind).toBe("index");
    expect(benchmarkOf("MSFT")).toBeUndefined();
  });
  test.each([
    ["^GSPC", undefined, true],
    ["SPY", undefined, true],
    ["^GDAXI", undefined, false],
    ["^GDAXI", "^GDAXI", true],
    ["SPY", "^GDAXI", false],
    ["^GSPC", "^GDAXI", false],
  ])("%s beside %s stands alone: %s", (ticker, chosen, alone) => expect(isBenchmark(ticker, chosen)).toBe(alone));
});

describe("the home index", () => {
  test("is dated in its exchange's zone, and New York has none", () => {
    for (const id of EXCHANGE_IDS) {
      const home = homeIndexOf(id);
      if (EXCHANGES[id].zone === "America/New_York") expect([id, home]).toEqual([id, undefined]);
      if (home === undefined) continue;
      const exchange = benchmarkOf(home)?.exchange;
      expect([id, exchange && EXCHANGES[exchange].zone]).toEqual([id, EXCHANGES[id].zone]);
    }
  });
  test("is known for all exchanges abroad but those that no source has an index of", () => {
    const without = EXCHANGE_IDS.filter((id) => EXCHANGES[id].suffix !== "" && homeIndexOf(id) === undefined);
    expect(without).toEqual(["TSXV", "CSE", "OSLO", "JOHANNESBURG"]);
  });
});
