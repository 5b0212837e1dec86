import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildCloses } from "../../../../src/domain/market/build-closes";
import { addDays } from "../../../../src/domain/market/calendar-day";
import type { Closes } from "../../../../src/domain/market/closes";
import { compare, compareRow } from "../../../../src/domain/market/compare";
import type { RawCloses } from "../../../../src/domain/market/judgement/raw-closes";
import { newYorkClose } from "../../../../src/domain/market/new-york-sessions";

const NOW = Date.parse("2025-11-11T22:30:00Z");

/** New York sessions from `first` to 11 November 2025. */
const sessions = (first: string) => {
  const dates: string[] = [];
  for (let date = first; date <= "2025-11-11"; date = addDays(date, 1)) if (newYorkClose(date)) dates.push(date);
  return dates;
};
const YEAR = sessions("2024-10-20");

function closesOf(
  ticker: string,
  close: (date: string, at: number) => number | null,
  more: Partial<RawCloses> = {},
): Closes {
  const built = buildCloses({
    ticker,
    currency: "USD",
    zone: "America/New_York",
    bars: YEAR.map((date, at) => ({ date, close: close(date, at) })),
    splits: [],
    isSplitAdjusted: true,
    provider: "yahoo",
    fetchedAt: NOW,
    ...more,
  });
  if (!built.ok) throw new Error(JSON.stringify(built.failure));
  return built.value;
}

const listing = closesOf("BABA", (_, at) => 100 + at * 0.1);
const index = closesOf("^GSPC", (_, at) => 6000 + at);
const full = (one = listing, two: Closes | null = index, day?: string, at: number | null = null) => {
  const published = day === undefined ? undefined : { day, at };
  const comparison = compare({ listing: one, benchmark: two, now: NOW, published });
  if (!comparison) throw new Error("no comparison");
  return comparison;
};
const priceOn = (date: string) => 100 + YEAR.indexOf(date) * 0.1;
const indexOn = (date: string) => 6000 + YEAR.indexOf(date);

describe("horizons", () => {
  test.each([
    ["1D", "2025-11-10"],
    ["5D", "2025-11-04"],
    ["1M", "2025-10-10"],
    ["3M", "2025-08-11"],
    ["YTD", "2024-12-31"],
    ["1Y", "2024-11-11"],
  ] as const)("%s starts from the close of %s, for both", (horizon, from) => {
    const period = full().horizons[horizon];
    const change = priceOn("2025-11-11") / priceOn(from) - 1;
    const benchmarkChange = indexOn("2025-11-11") / indexOn(from) - 1;
    expect(period).toEqual({ from, change, benchmarkChange, difference: change - benchmarkChange });
  });
  test("those that the closes do not reach are absent, never shortened", () => {
    const young = closesOf("NEW", () => 10, { bars: sessions("2025-10-20").map((date) => ({ date, close: 10 })) });
    expect(Object.keys(full(young).horizons)).toEqual(["1D", "5D"]);
    expect(full(young).yearRange).toBeNull();
  });
  test("a benchmark without one of the two days has no change over them", () => {
    const holey = closesOf("^GSPC", (date) => (date === "2025-10-10" ? null : 6000));
    expect(full(listing, holey).horizons["1M"]).toMatchObject({ benchmarkChange: null, difference: null });
  });
});

describe("a missing close", () => {
  const without = (...dates: string[]) =>
    closesOf("BABA", (date, at) => (dates.includes(date) ? null : 100 + at * 0.1));
  test("before the latest leaves the change unknown: over two days it would be another figure", () => {
    expect(full(without("2025-11-10"))).toMatchObject({
      close: priceOn("2025-11-11"),
      previous: null,
      change: null,
      benchmark: { ok: false },
    });
  });
  test("within the week leaves five days unknown", () => {
    expect(full(without("2025-11-06")).horizons["5D"]).toBeUndefined();
    expect(full(without("2025-11-06")).horizons["1D"]).toBeDefined();
  });
  test("of the benchmark leaves the comparison out, and says so", () => {
    const holey = (day: string) => closesOf("^GSPC", (date) => (date === day ? null : 6000));
    const absent = (absence: string) => ({ change: expect.any(Number), benchmark: { ok: false, absence } });
    expect(full(listing, holey("2025-11-10"))).toMatchObject(absent("unavailable-before"));
    expect(full(listing, holey("2025-11-11"))).toMatchObject(absent("unavailable"));
  });
  test("of which two sources have no close was a closure: the step over it is one step, and says from when", () => {
    const bars = (value: number) =>
      YEAR.filter((date) => date !== "2025-11-10").map((date) => ({ date, close: value }));
    const closed = (ticker: string, value: number) => ({
      ...closesOf(ticker, () => 1, { bars: bars(value) }),
      without: ["2025-11-10"],
    });
    expect(full(closed("BABA", 10), closed("^GSPC", 6000))).toMatchObject({
      previous: { date: "2025-11-07" },
      change: 0,
      benchmark: { ok: true, from: "2025-11-07" },
    });
  });
});

describe("the year", () => {
  test("52 weeks' lowest and highest close", () => {
    const spiky = closesOf("BABA", (date) => ({ "2024-11-11": 130, "2025-03-03": 80, "2025-06-03": 120 })[date] ?? 100);
    expect(full(spiky).yearRange).toEqual({ low: 80, high: 120 });
  });
  test.each([
    ["2025-04-01", "2025-04-14", true],
    ["2025-04-01", "2025-05-14", false],
    ["2024-11-01", "2024-12-31", false],
    ["2024-10-20", "2024-11-11", true],
    ["2024-10-20", "2024-11-12", false],
  ])("without the closes from %s to %s it has a range: %s", (from, until, has) => {
    const closeOn = (date: string) => ({ "2024-11-13": 80, "2025-07-03": 120 })[date] ?? 100;
    const holey = closesOf("BABA", (date) => (from <= date && date <= until ? null : closeOn(date)));
    expect(full(holey).yearRange !== null).toBe(has);
  });
  test.each([
    ["the highest close", "2025-07-02", []],
    ["the lowest close", "2024-11-14", []],
    ["neither, so far from both", "2025-03-05", ["range"]],
  ])("a single close that is missing may have been %s", (_, day, range) => {
    const closeOn = (date: string) => ({ "2024-11-13": 80, "2025-07-03": 120 })[date] ?? 100;
    const holey = closesOf("BABA", (date) => (date === day ? null : closeOn(date)));
    expect(full(holey).yearRange).toEqual(range.length > 0 ? { low: 80, high: 120 } : null);
    // Where two sources lack it, there was none.
    expect(full({ ...holey, without: [day] }).yearRange).toEqual({ low: 80, high: 120 });
  });
  test("the series starts at 100 for both, on the same day", () => {
    const { series } = full();
    expect(series[0]).toMatchObject({ date: "2024-11-11", listing: 100, benchmark: 100 });
    const last = series.at(-1);
    expect(last?.listing).toBeCloseTo((100 * priceOn("2025-11-11")) / priceOn("2024-11-11"), 9);
    expect(last?.benchmark).toBeCloseTo((100 * indexOn("2025-11-11")) / indexOn("2024-11-11"), 9);
  });
  test("a close that the source contradicts is neither in the range nor in the series", () => {
    const odd = YEAR.at(-2);
    const stated = { at: Date.parse("2025-11-11T21:00:02Z"), change: 0.001 };
    const doubted = closesOf("BABA", (date) => (date === odd ? 130 : priceOn(date)), { stated });
    const { yearRange, series, changeAbsence } = full(doubted);
    expect(changeAbsence).toEqual({ kind: "contradiction" });
    expect(yearRange).toBeNull();
    expect(series.map(({ date }) => date)).not.toContain(odd);
    expect(compareRow({ listing: doubted, benchmark: index, now: NOW })?.recent).not.toContain(130);
  });
  test.each(YEAR.slice(-10))("on %s the series begins where the year's change does", (day) => {
    const comparison = compare({ listing, benchmark: index, now: Date.parse(`${day}T22:30:00Z`) });
    expect(comparison?.date).toBe(day);
    expect(comparison?.series[0]?.date).toBe(comparison?.horizons["1Y"]?.from);
  });
});

describe("since an article", () => {
  test("from the last close before its day", () => {
    expect(full(listing, index, "2025-10-13").sinceArticle).toMatchObject({
      published: "2025-10-13",
      from: "2025-10-10",
      change: priceOn("2025-11-11") / priceOn("2025-10-10") - 1,
      benchmarkChange: indexOn("2025-11-11") / indexOn("2025-10-10") - 1,
      printedClose: priceOn("2025-10-10"),
    });
  });
  test.each(["2025-11-12", "2025-11-14", "2030-01-01", "2024-01-01"])(
    "published %s has none: nothing closed since, or too long ago",
    (published) => expect(full(listing, index, published).sinceArticle).toBeUndefined(),
  );
  test("published on the day itself counts from the day before", () => {
    expect(full(listing, index, "2025-11-11").sinceArticle?.from).toBe("2025-11-10");
  });
  test("later splits are un-applied in the printed close, and change nothing else", () => {
    const splits = [
      { date: "2025-11-03", numerator: 4, denominator: 1 },
      { date: "2025-11-05", numerator: 1, denominator: 2 },
      { date: "2025-09-02", numerator: 10, denominator: 1 },
    ];
    const split = { ...listing, splits };
    expect(full(split, index, "2025-10-13").sinceArticle).toMatchObject({
      printedClose: priceOn("2025-10-10") * 2,
      change: priceOn("2025-11-11") / priceOn("2025-10-10") - 1,
    });
    expect(full({ ...listing, splits: null }, index, "2025-10-13").sinceArticle?.printedClose).toBeNull();
  });
});

describe("properties", () => {
  const price = fc.double({ min: 0.01, max: 10_000, noNaN: true });
  const gentle = fc.array(fc.double({ min: 0.9, max: 1.1, noNaN: true }), { minLength: 2, maxLength: 30 });
  test("the change is that of the last two closes, unrounded, and the difference the sum of its parts", () => {
    fc.assert(
      fc.property(price, gentle, gentle, (start, steps, indexSteps) => {
        const dates = sessions("2025-10-01");
        const walk = (from: number, factors: readonly number[]) =>
          factors.map((_, at) => ({
            date: dates.at(at - factors.length) ?? "",
            close: factors.slice(0, at + 1).reduce((value, factor) => value * factor, from),
          }));
        const count = Math.min(steps.length, indexSteps.length, dates.length);
        const mine = walk(start, steps.slice(-count));
        const theirs = walk(6000, indexSteps.slice(-count));
        const made = full(
          closesOf("X", () => 1, { bars: mine }),
          closesOf("^GSPC", () => 1, { bars: theirs }),
        );
        const change = (mine.at(-1)?.close ?? 0) / (mine.at(-2)?.close ?? 1) - 1;
        const benchmark = (theirs.at(-1)?.close ?? 0) / (theirs.at(-2)?.close ?? 1) - 1;
        expect(made.change).toBe(change);
        expect(made.benchmark).toMatchObject({ ok: true, change: benchmark, difference: change - benchmark });
        const row = compareRow({
          listing: closesOf("X", () => 1, { bars: mine }),
          benchmark: closesOf("^GSPC", () => 1, { bars: theirs }),
          now: NOW,
        });
        expect(row).toMatchObject({
          date: made.date,
          close: made.close,
          change: made.change,
          benchmark: made.benchmark,
        });
      }),
    );
  });
  test("closes built in any order, with days repeated in place, are the same closes", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(YEAR, { minLength: 1 }), (dates) => {
        const bars = dates.map((date) => ({ date, close: priceOn(date) }));
        const built = closesOf("X", () => 1, { bars: [...bars, ...bars] });
        expect(built.bars).toEqual([...dates].sort().map((date) => ({ date, close: priceOn(date) })));
      }),
    );
  });
  test.each([Number.NaN, Number.POSITIVE_INFINITY, 0, -1, 1e12])("a close of %d refuses the whole reply", (bad) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: YEAR.length - 1 }), (at) => {
        const bars = YEAR.map((date, place) => ({ date, close: place === at ? bad : 100 }));
        const built = buildCloses({ ...listing, bars, splits: [], isSplitAdjusted: true });
        expect(built).toMatchObject({ ok: false, failure: { kind: "source-broken" } });
      }),
      { numRuns: 30 },
    );
  });
});

test.each(["^N225", "FTSEMIB.MI", "000300.SS"])("the index %s is in points and stands alone", (ticker) => {
  const closes = { ...listing, ticker, currency: "EUR" };
  const comparison = compare({ listing: closes, benchmark: index, now: NOW });
  expect(comparison).toMatchObject({ currency: null, benchmark: { ok: false, absence: "is-index" } });
});

test("a close whose session ended at an hour that was not announced is told with its day alone", () => {
  const mumbai = (last: string) =>
    buildCloses({
      ticker: "INFY.NS",
      currency: "INR",
      zone: "Asia/Kolkata",
      bars: ["2026-11-05", "2026-11-06", "2026-11-08", "2026-11-09"].flatMap((date, at) =>
        date <= last ? [{ date, close: 1500 + at }] : [],
      ),
      splits: [],
      isSplitAdjusted: true,
      stated: { at: Date.parse("2026-11-09T10:00:00Z") },
      provider: "yahoo",
      fetchedAt: Date.parse("2026-11-09T12:00:00Z"),
    });
  const now = Date.parse("2026-11-09T12:00:00Z");
  const told = (last: string) => {
    const built = mumbai(last);
    return built.ok && compare({ listing: built.value, benchmark: null, now });
  };
  expect(told("2026-11-08")).toMatchObject({ date: "2026-11-08", closedAt: null, previous: { date: "2026-11-06" } });
  // The Sunday is a session like others, so Monday's change is the one since then.
  expect(told("2026-11-09")).toMatchObject({
    closedAt: Date.parse("2026-11-09T10:00:00Z"),
    previous: { date: "2026-11-08" },
    change: expect.closeTo(1503 / 1502 - 1, 12),
  });
});

test("a benchmark's close is still to come, and not missing, until its source can have it", () => {
  const at = (now: string) => {
    const fetchedAt = Date.parse(now);
    const share = closesOf("7203.T", () => 3000, { currency: "JPY", zone: "Asia/Tokyo", fetchedAt });
    const london = closesOf("^FTSE", () => 9000, { zone: "Europe/London", fetchedAt });
    return compare({ listing: share, benchmark: london, chosen: "^FTSE", now: fetchedAt })?.benchmark;
  };
  // The auction ends at 16:35, and free sources run up to twenty minutes late.
  expect(at("2025-11-11T16:54:00Z")).toEqual({ ok: false, absence: "not-yet" });
  expect(at("2025-11-11T16:55:00Z")).toMatchObject({ ok: true });
});

describe("a benchmark of which no source has a close", () => {
  const riyadh = (dates: readonly string[]) => {
    const bars = dates.map((date, at) => ({ date, close: 27 + at }));
    const fetchedAt = Date.parse(`${dates.at(-1)}T13:00:00Z`);
    const aramco = closesOf("2222.SR", () => null, { currency: "SAR", zone: "Asia/Riyadh", bars, fetchedAt });
    return (chosen?: string, now = fetchedAt) => compare({ listing: aramco, benchmark: null, chosen, now })?.benchmark;
  };
  const sunday = riyadh(["2025-11-06", "2025-11-09"]);
  const tuesday = riyadh(["2025-11-10", "2025-11-11"]);
  test.each([
    ["has none of a day without a session", sunday(), "no-session"],
    ["has none of a day without a session on its own exchange", sunday("7203.T"), "no-session"],
    ["has none yet of a session that is not over", tuesday(), "not-yet"],
    ["lacks that of a session that is over", tuesday(undefined, Date.parse("2025-11-11T21:15:00Z")), "unavailable"],
    ["lacks it where its exchange is not known", sunday("^SOMETHING"), "unavailable"],
  ])("%s", (_, benchmark, absence) => expect(benchmark).toEqual({ ok: false, absence }));
});

describe("the benchmark of the periods", () => {
  const fund = closesOf("SPY", (_, at) => 600 + at);
  test("is the one that stands in for the chosen one, also where the day's change is not known", () => {
    const holey = closesOf("BABA", (date, at) => (date === "2025-11-10" ? null : 100 + at * 0.1));
    const comparison = full(holey, fund);
    expect(comparison).toMatchObject({ benchmark: { ok: false }, periodsAgainst: "SPY" });
    expect(comparison.horizons["1M"]?.benchmarkChange).toEqual(expect.any(Number));
  });
  test("is none where no period is compared", () => {
    expect(full(listing, null).periodsAgainst).toBeNull();
    expect(
      full(
        closesOf("^FTSE", () => 9000),
        index,
      ).periodsAgainst,
    ).toBeNull();
  });
});
