import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createClosesCache } from "../../../../src/background/closes/cache";
import { pack, unpack } from "../../../../src/background/closes/stored-closes";
import { addDays } from "../../../../src/domain/market/calendar-day";
import type { Closes } from "../../../../src/domain/market/closes";
import { createMemoryStore } from "../../../fakes/memory-store";

const closesOf = (ticker: string, more: Partial<Closes> = {}): Closes => ({
  ticker,
  currency: "USD",
  zone: "America/New_York",
  bars: [
    { date: "2025-11-10", close: 165.89 },
    { date: "2025-11-11", close: 160.8 },
  ],
  splits: [],
  provider: "yahoo",
  fetchedAt: 1,
  ...more,
});

function world({ entries = 500, bytes = 4 * 1024 * 1024, quotaBytes = Number.POSITIVE_INFINITY } = {}) {
  const store = createMemoryStore({ settings: { version: 1 }, watchlist: ["BABA"] }, { quotaBytes });
  const clock = { now: 0 };
  return { store, clock, cache: createClosesCache({ store, now: () => clock.now }, { entries, bytes }) };
}

describe("stored closes", () => {
  test("come out as they went in, whatever they are", () => {
    const bars = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.double({ min: 1e-6, max: 1e8, noNaN: true })), {
        minLength: 1,
      })
      .map((steps) => {
        let date = "2020-01-01";
        return steps.map(([days, close]) => {
          date = addDays(date, days);
          return { date, close };
        });
      });
    const currency = fc.constantFrom("USD", "GBp", "HKD", null);
    const splits = fc.constantFrom(null, [], [{ date: "2025-11-05", numerator: 4, denominator: 1 }]);
    fc.assert(
      fc.property(bars, currency, splits, (bars, currency, splits) => {
        const closes = closesOf("X", { bars, currency, splits, without: ["2025-11-06"] });
        expect(unpack(JSON.parse(JSON.stringify(pack(closes))))).toEqual(closes);
      }),
    );
  });
  test("that are not what we wrote are nothing", () => {
    const packed = pack(closesOf("X"));
    const spoiled: unknown[] = [
      null,
      "x",
      {},
      { ...packed, version: 3 },
      { ...packed, closes: [0, 1] },
      { ...packed, closes: [1] },
      { ...packed, steps: [-1] },
      { ...packed, first: "2025-02-30" },
      { ...packed, zone: "Mars/Olympus" },
      { ...packed, provider: "nobody" },
      // No day or instant can be made of these.
      { ...packed, steps: [1e15] },
      { ...packed, fetchedAt: 1e20 },
      { ...packed, statedAt: -1e20 },
      { ...packed, sessionEnds: "soon" },
    ];
    for (const value of spoiled) expect(unpack(value)).toBeNull();
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(unpack(value)).toBeNull();
      }),
    );
  });
  test("a year of one ticker takes less than 8 kB: 500 of them stay below 4 MB", () => {
    const bars = Array.from({ length: 275 }, (_, at) => ({
      date: addDays("2024-10-01", at),
      close: Math.fround(160.8 + at / 7),
    }));
    expect(JSON.stringify(pack(closesOf("BABA", { bars }))).length).toBeLessThan(8_000);
  });
});

describe("the cache", () => {
  test("holds at most its number of tickers: the least recently used goes first", async () => {
    const { cache, clock, store } = world({ entries: 3 });
    for (const ticker of ["A", "B", "C"]) {
      clock.now += 1;
      await cache.put(closesOf(ticker), "year");
    }
    clock.now += 3_600_000;
    await cache.get("A", "year");
    await cache.size();
    clock.now += 1;
    await cache.put(closesOf("D"), "year");
    const kept = await Promise.all(
      ["A", "B", "C", "D"].map(async (ticker) => (await cache.get(ticker, "year")) !== null),
    );
    expect(kept).toEqual([true, false, true, true]);
    expect([...store.values.keys()].filter((key) => key.startsWith("closes:"))).toHaveLength(3);
  });
  test("holds at most its number of bytes", async () => {
    const one = JSON.stringify(pack(closesOf("A"))).length + 20;
    const { cache } = world({ bytes: 3 * one });
    for (const ticker of ["A", "B", "C", "D", "E"]) await cache.put(closesOf(ticker), "year");
    const { tickers, bytes } = await cache.size();
    expect(tickers).toBeLessThanOrEqual(3);
    expect(bytes).toBeLessThanOrEqual(3 * one);
  });
  test("a full storage never rejects and never touches another key", async () => {
    const { cache, store } = world({ quotaBytes: 60 });
    await cache.put(closesOf("A"), "year");
    expect(await cache.get("A", "year")).toBeNull();
    expect(store.values.get("settings")).toEqual({ version: 1 });
    expect(store.values.get("watchlist")).toEqual(["BABA"]);
  });
  test("a year serves a month, a month does not serve a year, and the later fetched stands", async () => {
    const { cache } = world();
    await cache.put(closesOf("A", { fetchedAt: 5 }), "month");
    expect(await cache.get("A", "year")).toBeNull();
    await cache.put(closesOf("A", { fetchedAt: 3 }), "year");
    expect((await cache.get("A", "month"))?.fetchedAt).toBe(5);
    expect((await cache.get("A", "year"))?.fetchedAt).toBe(3);
  });
  test("cleared, it leaves everything else", async () => {
    const { cache, store } = world();
    await cache.put(closesOf("A"), "year");
    await cache.clear();
    expect([...store.values.keys()]).toEqual(["settings", "watchlist"]);
    expect(await cache.size()).toEqual({ tickers: 0, bytes: 0 });
  });
});
