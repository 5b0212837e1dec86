import { describe, expect, test } from "vitest";
import { afterHoursOf, type ExtendedTrading } from "../../../../src/domain/market/after-hours";
import type { Closes } from "../../../../src/domain/market/closes";
import { figuresOf } from "../../../../src/domain/market/figures";

/** Of Tuesday, November 11, 2025 in New York; the hours are given in UTC: 21:00 is the close at 4 PM. */
const at = (time: string, date = "2025-11-11") => Date.parse(`${date}T${time}Z`);
const PERIOD = { start: at("21:00:00"), end: at("01:00:00", "2025-11-12") };
const TRADING: ExtendedTrading = {
  ticker: "BABA",
  currency: "USD",
  periods: [PERIOD],
  trades: [
    { at: at("22:30:00"), price: 150 },
    { at: at("23:31:00"), price: 148.2 },
  ],
  regular: { at: at("21:00:02"), price: 160.8 },
};

function told(
  trading: Partial<ExtendedTrading>,
  { now = at("23:45:00"), ...changes }: Partial<Closes> & { now?: number } = {},
) {
  const closes: Closes = {
    ticker: "BABA",
    currency: "USD",
    zone: "America/New_York",
    bars: [
      { date: "2025-11-10", close: 165.89 },
      { date: "2025-11-11", close: 160.8 },
    ],
    splits: [],
    provider: "yahoo",
    fetchedAt: at("22:00:00"),
    ...changes,
  };
  const figures = figuresOf(closes, now);
  return figures && afterHoursOf(figures, { ...TRADING, ...trading }, now);
}

test("the last price after the close is told with its change from that close, and its time", () => {
  // 148.20 of 160.80: 12.60 less, 7.8358 percent of the close.
  expect(told({})).toEqual({ price: 148.2, change: expect.closeTo(-0.078358, 6), at: at("23:31:00") });
});

describe("it stands until the next session begins", () => {
  test.each([
    ["the same evening", at("23:45:00"), 148.2],
    ["before a trade was made", at("23:00:00"), 150],
    ["the next morning at 9:29", at("14:29:00", "2025-11-12"), 148.2],
    ["the next morning at 9:30", at("14:30:00", "2025-11-12"), undefined],
    ["before the close is settled", at("21:10:00"), undefined],
  ])("%s", (_, now, price) => expect(told({}, { now })?.price).toBe(price));

  test("a weekend and a holiday are no session", () => {
    const friday = { start: at("22:00:00", "2026-01-16"), end: at("01:00:00", "2026-01-17") };
    const closes = { bars: [{ date: "2026-01-16", close: 100 }], fetchedAt: at("22:00:00", "2026-01-16") };
    const trading = {
      periods: [{ ...friday, start: at("21:00:00", "2026-01-16") }],
      trades: [{ at: at("22:31:00", "2026-01-16"), price: 101 }],
      regular: null,
    };
    // Monday, January 19, 2026 is Martin Luther King's day.
    expect(told(trading, { ...closes, now: at("20:00:00", "2026-01-19") })?.price).toBe(101);
    expect(told(trading, { ...closes, now: at("14:30:00", "2026-01-20") })).toBeNull();
  });

  test("on a short day it begins with the early close", () => {
    const trading = {
      periods: [{ start: at("18:00:00", "2025-11-28"), end: at("22:00:00", "2025-11-28") }],
      trades: [{ at: at("18:30:00", "2025-11-28"), price: 99 }],
      regular: null,
    };
    const closes = { bars: [{ date: "2025-11-28", close: 100 }], fetchedAt: at("19:00:00", "2025-11-28") };
    expect(told(trading, { ...closes, now: at("19:00:00", "2025-11-28") })?.price).toBe(99);
  });
});

describe("nothing is told", () => {
  test.each<[string, Partial<ExtendedTrading>]>([
    ["of a trade outside the periods that the reply names", { periods: [] }],
    ["of a period inside the session", { periods: [{ ...PERIOD, start: at("20:00:00") }] }],
    ["of a trade after the period's end", { trades: [{ at: at("01:00:00", "2025-11-12"), price: 148.2 }] }],
    ["of a trade that is still to come", { trades: [{ at: at("23:46:00"), price: 148.2 }] }],
    ["of the close itself, stamped when it was made", { trades: [{ at: at("21:00:02"), price: 160.8 }] }],
    ["without a trade", { trades: [] }],
    ["of another ticker", { ticker: "JD" }],
    ["in another currency", { currency: "HKD" }],
    ["beside another close than the reply's own", { regular: { at: at("21:00:02"), price: 163 } }],
    ["while the reply's own clock stands in the session", { regular: { at: at("20:59:00"), price: 160.8 } }],
    ["of a step that may be a split", { trades: [{ at: at("23:31:00"), price: 16.1 }] }],
    ["of a price of nothing", { trades: [{ at: at("23:31:00"), price: 0 }] }],
  ])("%s", (_, trading) => expect(told(trading)).toBeNull());

  test("beside an old close", () => {
    const bars = [{ date: "2025-11-10", close: 160.8 }];
    expect(told({}, { bars })).toBeNull();
    expect(told({})).not.toBeNull();
  });

  test("of an exchange elsewhere", () => {
    const abroad = { ticker: "9988.HK", zone: "Asia/Hong_Kong", currency: "HKD" };
    expect(told({ ticker: "9988.HK", currency: "HKD" }, { ...abroad, now: at("09:00:00") })).toBeNull();
  });
});
