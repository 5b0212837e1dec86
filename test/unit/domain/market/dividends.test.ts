import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dividend } from "../../../../src/domain/market/closes";
import { exDividendOf, totalReturn } from "../../../../src/domain/market/dividends";

describe("an ex-dividend day", () => {
  const previous = { date: "2026-02-06", close: 278.12 };
  const latest = { date: "2026-02-09", close: 275 };
  test("says how much of the move the dividend made", () => {
    const found = exDividendOf([{ date: "2026-02-09", amount: 0.26 }], { previous, latest, currency: "USD" });
    expect(found?.amount).toBe(0.26);
    // 0.26 of 278.12 dollars: nine hundredths of a percent.
    expect(found?.effect).toBeCloseTo(-0.000_934_848, 9);
  });
  test("adds an ordinary and a special dividend of one day", () => {
    const dividends = [
      { date: "2026-02-09", amount: 0.26 },
      { date: "2026-02-09", amount: 3 },
    ];
    expect(exDividendOf(dividends, { previous, latest, currency: "USD" })?.amount).toBeCloseTo(3.26, 12);
  });
  test.each([
    ["on another day", [{ date: "2026-02-06", amount: 0.26 }], "USD"],
    ["in hundredths, where sources mix the units", [{ date: "2026-02-09", amount: 0.26 }], "GBp"],
    ["larger than the price", [{ date: "2026-02-09", amount: 300 }], "USD"],
    ["whose amount is not known", [{ date: "2026-02-09", amount: null }], "USD"],
    [
      "that may be named twice",
      [
        { date: "2026-02-09", amount: 0.26 },
        { date: "2026-02-09", amount: 0.26 },
      ],
      "USD",
    ],
    ["that nobody tells", undefined, "USD"],
  ])("says nothing of a dividend %s", (_, dividends, currency) => {
    expect(exDividendOf(dividends, { previous, latest, currency })).toBeNull();
  });
  test("says nothing where the close before is not known", () => {
    const dividends = [{ date: "2026-02-09", amount: 0.26 }];
    expect(exDividendOf(dividends, { previous: null, latest, currency: "USD" })).toBeNull();
  });
});

describe("with dividends reinvested", () => {
  const told = (dividends: readonly Dividend[] | undefined, ticker = "TSTA", currency = "USD") => ({
    ticker,
    currency,
    ...(dividends ? { dividends } : {}),
  });
  const bars = [
    { date: "2026-03-02", close: 100 },
    { date: "2026-03-03", close: 98 },
    { date: "2026-03-04", close: 99 },
    { date: "2026-03-05", close: 49.5 },
  ];
  test("a holding grows by each dividend at its day's close", () => {
    const dividends = [
      { date: "2026-03-03", amount: 2 },
      { date: "2026-03-05", amount: 0.99 },
    ];
    // 1 share, then 1 + 2/98 = 1.020408…, then × (1 + 0.99/49.5) = 1.0408163…, worth 49.5 each: 51.5204 of 100.
    expect(totalReturn(bars, told(dividends))).toBeCloseTo(-0.484_795_918, 9);
  });
  test("a dividend of the first day belongs to who held before", () => {
    expect(totalReturn(bars, told([{ date: "2026-03-02", amount: 5 }]))).toBe(49.5 / 100 - 1);
  });
  test("one close is no period", () => expect(totalReturn(bars.slice(0, 1), told([]))).toBeNull());
  test.each([
    ["where the source tells no dividends", told(undefined)],
    ["in hundredths, where sources mix the units", told([], "TST.L", "GBp")],
    ["of an index, whose dividends nobody tells", told([], "^GSPC")],
    [
      "where the close of an ex-dividend day is missing",
      told([
        { date: "2026-03-01", amount: 1 },
        { date: "2026-03-04", amount: 1 },
      ]),
    ],
    ["of a dividend as large as the price", told([{ date: "2026-03-03", amount: 98 }])],
    ["with a dividend whose amount is not known", told([{ date: "2026-03-03", amount: null }])],
  ])("there is no figure %s", (_, closes) => {
    const holey = bars.filter(({ date }) => date !== "2026-03-04");
    expect(totalReturn(holey, closes)).toBeNull();
  });
  test("it is never below the price return, and the same without dividends", () => {
    const price = fc.double({ min: 6, max: 1000, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(price, { minLength: 2, maxLength: 9 }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (closes, amount) => {
          const series = closes.map((close, at) => ({ date: `2026-03-0${at + 1}`, close }));
          const plain = (closes.at(-1) ?? 0) / (closes[0] ?? 1) - 1;
          expect(totalReturn(series, told([]))).toBe(plain);
          expect(totalReturn(series, told([{ date: "2026-03-02", amount }])) ?? -1).toBeGreaterThanOrEqual(plain);
        },
      ),
    );
  });
});
