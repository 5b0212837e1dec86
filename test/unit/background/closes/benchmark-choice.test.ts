import { describe, expect, test } from "vitest";
import type { BenchmarkChoice } from "../../../../src/background/closes/benchmarks";
import { createWorld, OWN_PAGE } from "../../../fakes/comparisons";
import { reply } from "../../../fakes/network";
import { chartBody, NOT_FOUND_BODY, sparkBody, type WireChart } from "../../../fakes/yahoo-wire";

const DAYS = ["2025-11-06", "2025-11-07", "2025-11-10", "2025-11-11"] as const;
const CURRENCIES: Readonly<Record<string, string>> = { "Asia/Tokyo": "JPY", "Europe/Berlin": "EUR" };
const chart = (symbol: string, zone: string, opensUtc: string, closes: readonly number[]): WireChart => ({
  symbol,
  zone,
  currency: CURRENCIES[zone] ?? "USD",
  opensUtc,
  closes: DAYS.map((date, at) => [date, closes[at] ?? null]),
});
const MARKET = [
  chart("AAPL", "America/New_York", "14:30", [198, 199, 200, 202]),
  chart("7203.T", "Asia/Tokyo", "00:00", [2950, 2960, 3000, 3030]),
  chart("^GSPC", "America/New_York", "14:30", [6700, 6728.8, 6832.43, 6846.61]),
  chart("SPY", "America/New_York", "14:30", [670, 671, 680, 690]),
  chart("^GDAXI", "Europe/Berlin", "08:00", [23_500, 23_600, 24_000, 24_060]),
  chart("^N225", "Asia/Tokyo", "00:00", [50_500, 50_600, 51_000, 51_255]),
];

function worldWith(choice: Partial<BenchmarkChoice>, missing: readonly string[] = []) {
  const market = MARKET.filter(({ symbol }) => !missing.includes(symbol));
  return createWorld(
    ({ pathname, searchParams }) => {
      const symbols = searchParams.get("symbols")?.split(",");
      if (symbols) return reply(sparkBody(market.filter(({ symbol }) => symbols.includes(symbol))));
      const found = market.find(({ symbol }) => symbol === decodeURIComponent(pathname.split("/").at(-1) ?? ""));
      return found ? reply(chartBody(found)) : reply(NOT_FOUND_BODY, 404);
    },
    { benchmarkChoice: async () => ({ benchmark: "^GSPC", homeIndex: false, ...choice }) },
  );
}
const compare = async (ticker: string, choice: Partial<BenchmarkChoice>, missing: readonly string[] = []) => {
  const outcome = await worldWith(choice, missing).comparisons.compare(ticker, undefined, OWN_PAGE);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.value;
};

describe("the reader chooses what listings are compared with", () => {
  test("the DAX instead of the S&P 500, over the same two days", async () => {
    const found = await compare("AAPL", { benchmark: "^GDAXI" });
    expect(found).toMatchObject({ against: "^GDAXI", benchmark: { ok: true, ticker: "^GDAXI", from: null } });
    // 202 of 200 is 1 %, 24,060 of 24,000 a quarter of one.
    expect(found.benchmark).toHaveProperty("change", 24_060 / 24_000 - 1);
    expect(found.benchmark).toHaveProperty("difference", 202 / 200 - 1 - (24_060 / 24_000 - 1));
    expect(found.horizons["1D"]?.benchmarkChange).toBe(24_060 / 24_000 - 1);
  });
  test("any other listing", async () => {
    expect(await compare("7203.T", { benchmark: "AAPL" })).toMatchObject({ benchmark: { ok: true, ticker: "AAPL" } });
  });
  test("the chosen one stands alone, and the S&P 500 beside it does as an index", async () => {
    expect((await compare("AAPL", { benchmark: "AAPL" })).benchmark).toEqual({ ok: false, absence: "is-benchmark" });
    expect((await compare("^GSPC", { benchmark: "^GDAXI" })).benchmark).toEqual({ ok: false, absence: "is-index" });
    expect((await compare("SPY", { benchmark: "^GDAXI" })).benchmark).toMatchObject({ ok: true });
  });
  test("nothing stands in for it but for the S&P 500", async () => {
    expect((await compare("AAPL", { benchmark: "^GDAXI" }, ["^GDAXI"])).benchmark).toEqual({
      ok: false,
      absence: "unavailable",
    });
    expect((await compare("AAPL", {}, ["^GSPC"])).benchmark).toMatchObject({ ok: true, ticker: "SPY" });
  });
  test("in lists as in cards, and in what is kept of them", async () => {
    const { comparisons } = worldWith({ benchmark: "^GDAXI" });
    for (const cachedOnly of [false, true]) {
      const rows = await comparisons.compareRows(["AAPL", "7203.T", "^GDAXI"], OWN_PAGE, cachedOnly);
      expect(rows).toMatchObject({
        AAPL: { ok: true, value: { against: "^GDAXI", benchmark: { ok: true, ticker: "^GDAXI" } } },
        "7203.T": { ok: true, value: { benchmark: { ok: true, ticker: "^GDAXI" } } },
        "^GDAXI": { ok: true, value: { benchmark: { ok: false, absence: "is-benchmark" } } },
      });
    }
  });
});

describe("a listing abroad beside the index of its own exchange", () => {
  test("has both, the chosen one first", async () => {
    const found = await compare("7203.T", { homeIndex: true });
    expect(found.benchmark).toMatchObject({ ok: true, ticker: "^GSPC" });
    expect(found.home).toMatchObject({ ticker: "^N225", from: null, change: 51_255 / 51_000 - 1 });
    expect(found.home?.difference).toBe(3030 / 3000 - 1 - (51_255 / 51_000 - 1));
  });
  test.each<[string, string, Partial<BenchmarkChoice>, readonly string[]]>([
    ["in New York there is none", "AAPL", { homeIndex: true }, []],
    ["the reader does not want it", "7203.T", { homeIndex: false }, []],
    ["it is the chosen one already", "7203.T", { homeIndex: true, benchmark: "^N225" }, []],
    ["it cannot be had", "7203.T", { homeIndex: true }, ["^N225"]],
    ["the listing is an index itself", "^N225", { homeIndex: true }, []],
  ])("is absent where %s", async (_, ticker, choice, missing) => {
    expect((await compare(ticker, choice, missing)).home).toBeNull();
  });
  test("costs nothing where it is off", async () => {
    const world = worldWith({ homeIndex: false });
    await world.comparisons.compare("7203.T", undefined, OWN_PAGE);
    expect(world.network.asked.some((url) => decodeURIComponent(url.href).includes("^N225"))).toBe(false);
  });
});
