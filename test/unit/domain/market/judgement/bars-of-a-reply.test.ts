import { describe, expect, test } from "vitest";
import { closesByDay, faultOf } from "../../../../../src/domain/market/judgement/closes-by-day";
import { contradictionOf, statedOtherwise } from "../../../../../src/domain/market/judgement/contradictions";
import { holesIn } from "../../../../../src/domain/market/judgement/holes";
import { withoutEarlierListing, withoutLeaps } from "../../../../../src/domain/market/judgement/leaps";
import type { RawCloses, Stated } from "../../../../../src/domain/market/judgement/raw-closes";
import { withoutSessionlessRows } from "../../../../../src/domain/market/judgement/sessionless-bars";
import { NEW_YORK } from "../../../../../src/domain/market/market";
import { createTradingDays, type TradingDays } from "../../../../../src/domain/market/trading-day";

const days = createTradingDays(NEW_YORK) as TradingDays;
const sessions = (count: number, last = "2026-08-31") => {
  const found = [last];
  while (found.length < count) found.unshift(days.previous(found[0] ?? last));
  return found;
};
/** Closes of the last sessions until Monday, 31 August 2026. */
const bars = (...closes: number[]) => sessions(closes.length).map((date, at) => ({ date, close: closes[at] ?? 0 }));

describe("a reply's rows", () => {
  test("stand once for each day, oldest first; a null says nothing beside a number", () => {
    const rows = closesByDay(
      [
        { date: "2026-08-31", close: null },
        { date: "2026-08-28", close: 61 },
        { date: "2026-08-31", close: 62, volume: 5 },
        { date: "2026-08-31", close: null },
        { date: "2026-08-31", close: 62.01 },
      ],
      null,
    );
    expect(rows).toEqual([
      { date: "2026-08-28", close: 61, volume: null, isDisputed: false },
      { date: "2026-08-31", close: 62.01, volume: 5, isDisputed: false },
    ]);
  });
  test.each([
    [62, 62],
    [65, 65],
    [70, null],
  ])("that differ are settled by the source's own price of that day: %d gives %s", (price, close) => {
    const twice = [62, 65].map((value) => ({ date: "2026-08-31", close: value }));
    const [row] = closesByDay(twice, { date: "2026-08-31", price, halfUnit: 0.005 });
    expect(row).toMatchObject({ close, isDisputed: close === null });
    const [unsettled] = closesByDay([...twice, { date: "2026-08-31", close: 62 }], null);
    expect(unsettled).toMatchObject({ close: null, isDisputed: true });
  });
  test.each([
    [62.001, 62.001],
    [62.01, 62.01],
    [62.02, null],
    [62.2, null],
    [64, 64],
  ])("that differ a little from the source's own price of 62 are disputed: %d gives %s", (close, kept) => {
    const own = { date: "2026-08-31", price: 62, halfUnit: 0.005 };
    expect(closesByDay([{ date: "2026-08-31", close }], own)[0]?.close).toBe(kept);
    expect(closesByDay([{ date: "2026-08-28", close }], own)[0]?.close).toBe(close);
  });
  test("that differ by little more than rounding are two closes", () => {
    const twice = [160.8, 160.84].map((close) => ({ date: "2026-08-31", close }));
    expect(closesByDay(twice, null)[0]).toMatchObject({ close: null, isDisputed: true });
    const stored = [160.8, Math.fround(160.8)].map((close) => ({ date: "2026-08-31", close }));
    expect(closesByDay(stored, null)[0]?.close).toBeCloseTo(160.8);
  });
  test("that differ by rounding are settled by it, too", () => {
    const twice = [62, 62.02].map((close) => ({ date: "2026-08-31", close }));
    expect(closesByDay(twice, { date: "2026-08-31", price: 62, halfUnit: 0.005 })[0]?.close).toBe(62);
    // Of a share of a few ticks, half a tick is much.
    const own = { date: "2026-08-31", price: 0.0123, halfUnit: 0.00005 };
    expect(closesByDay([{ date: "2026-08-31", close: 0.01226 }], own)[0]?.close).toBe(0.01226);
  });
  test.each([
    [{ date: "2026-02-30", close: 1 }, "a date does not exist"],
    [{ date: "2026-08-31", close: 0 }, "a close is not above zero"],
    [{ date: "2026-08-31", close: Number.NaN }, "a close is not above zero"],
    [{ date: "2026-08-31", close: 2e9 }, "a close is implausibly high"],
    [{ date: "2026-08-31", close: null }, null],
    [{ date: "2026-09-01", close: null }, null],
    [{ date: "2026-09-01", close: 62 }, "a close is of a day to come"],
  ])("%j: %s", (bar, fault) => expect(faultOf({ bars: [bar] }, "2026-08-31")).toBe(fault));
  test("of a day to come are left to the source's own price, where it states one", () => {
    const tomorrow = [{ date: "2026-09-01", close: 62 }];
    expect(faultOf({ bars: tomorrow, stated: { price: 62 } }, "2026-08-31")).toBeNull();
  });
});

describe("a bar on a day without a session", () => {
  const row = (date: string, close: number, volume: number | null = 100) => ({
    date,
    close,
    volume,
    isDisputed: false,
  });
  const month = sessions(22).map((date, at) => row(date, 60 + at));
  const dates = (rows: ReturnType<typeof withoutSessionlessRows>) =>
    rows === "shifted" ? rows : rows.rows.map(({ date }) => date);

  test.each([
    ["too many", row("2026-08-29", 99)],
    ["without volume", row("2026-08-29", 99, 0)],
    ["that repeats the close before", row("2026-08-29", 80)],
  ])("%s is left out", (_, ghost) => {
    expect(
      dates(
        withoutSessionlessRows(
          [...month, ghost].sort((a, b) => a.date.localeCompare(b.date)),
          days,
        ),
      ),
    ).toEqual(sessions(22));
  });
  const slipped = (from: string, to: string) => month.map((one) => (one.date === from ? { ...one, date: to } : one));
  test("in place of a session's bar is a slipped date", () => {
    expect(dates(withoutSessionlessRows(slipped("2026-08-24", "2026-08-23"), days))).toBe("shifted");
  });
  test("in place of an old session's bar takes only what lies before it away", () => {
    const old = slipped("2026-08-10", "2026-08-09");
    expect(withoutSessionlessRows(old, days)).toMatchObject({ cutAt: "2026-08-11" });
    expect(dates(withoutSessionlessRows(old, days))).toEqual(sessions(15));
  });
});

describe("a leap", () => {
  const cutOf = (closes: readonly number[], isSplitAdjusted = true) =>
    withoutLeaps(bars(...closes), { ticker: "TSTA", isSplitAdjusted }).bars.map(({ close }) => close);
  test.each<[string, number[], number[]]>([
    ["near a split's ratio", [600, 601, 60, 61, 62], [60, 61, 62]],
    ["of one bar in another unit", [60, 6000, 60, 61, 62], [60, 61, 62]],
    ["of one bar by no known ratio", [60, 820, 60, 61, 62], [60, 61, 62]],
    ["of some bars by no known ratio", [60, 4.4, 4.5, 61, 62], [61, 62]],
  ])("%s takes what lies before it away", (_, given, kept) => expect(cutOf(given)).toEqual(kept));
  test.each<[string, number[]]>([
    ["a rise to more than three times that stays", [20, 69, 70, 71, 72]],
    ["a fall of 36 %", [100, 100, 64, 65, 66]],
    ["a price of a few ticks", [0.0001, 0.0002, 0.0001, 0.0001, 0.0002]],
  ])("is not %s", (_, given) => expect(cutOf(given)).toEqual(given));
  test("is any step as large as a split's where the source tells no splits", () => {
    expect(cutOf([100, 100, 64, 65, 66], false)).toEqual([64, 65, 66]);
    expect(withoutLeaps(bars(100, 100, 64), { ticker: "TSTA", isSplitAdjusted: false })).toMatchObject({
      lastLeap: "2026-08-31",
      cutAt: "2026-08-31",
    });
  });
  test("over a long gap is only one that is no move at all", () => {
    const resumed = (before: number) => [
      ...sessions(3, "2026-08-03").map((date) => ({ date, close: before })),
      ...bars(61, 62),
    ];
    const keptOf = (before: number) =>
      withoutLeaps(resumed(before), { ticker: "TSTA", isSplitAdjusted: true }).bars.length;
    expect([keptOf(240), keptOf(0.6), keptOf(6000)]).toEqual([5, 2, 2]);
  });
  test("of an index is only one that no index makes", () => {
    expect(withoutLeaps(bars(7000, 3500, 3510), { ticker: "^TST", isSplitAdjusted: true }).bars).toHaveLength(3);
    expect(withoutLeaps(bars(7000, 70, 71), { ticker: "^TST", isSplitAdjusted: true }).bars).toHaveLength(2);
    const leapOf = (ticker: string, ...closes: number[]) =>
      withoutLeaps(bars(...closes), { ticker, isSplitAdjusted: true }).lastLeap;
    expect(leapOf("^GSPC", 7700, 7710, 6100)).toBeNull();
    expect(leapOf("^GSPC", 7700, 7710, 771)).toBe("2026-08-31");
    expect(leapOf("^GSPC", 7700, 3855, 7720)).toBe("2026-08-31");
    expect(leapOf("^VIX", 17, 17.3, 37.3)).toBeNull();
    expect(leapOf("^VIX", 17, 17.3, 173)).toBe("2026-08-31");
    expect(leapOf("^IRX", 0.005, 0.005, 0.02)).toBeNull();
  });
});

test("a change that may be a split which the source names is a leap", () => {
  expect(withoutLeaps(bars(100, 100, 87), { ticker: "TSTA", isSplitAdjusted: true }, ["2026-08-31"])).toMatchObject({
    bars: [{ close: 87 }],
    lastLeap: "2026-08-31",
  });
});

describe("bars of an earlier listing", () => {
  const splits: never[] = [];
  const listing = (firstTraded?: string) => ({
    ticker: "TSTA",
    splits,
    ...(firstTraded ? { stated: { firstTraded } } : {}),
  });
  const closesOf = (found: ReturnType<typeof bars>) => found.map(({ close }) => close);
  const reused = bars(12, 12.1, 12.2, 64, 65, 66);
  const first = reused[3]?.date;
  test("end where the source says that this one first traded, if the price leaps there or a session is missing", () => {
    expect(closesOf([...withoutEarlierListing(reused, listing(first), days)])).toEqual([64, 65, 66]);
    const holey = bars(60, 61, 62, 63, 64, 65).toSpliced(2, 1);
    expect(closesOf([...withoutEarlierListing(holey, listing(holey[2]?.date), days)])).toEqual([63, 64, 65]);
  });
  test("are none if the prices go on, or the listing is older", () => {
    const renamed = bars(60, 61, 62, 63, 64, 65);
    expect(withoutEarlierListing(renamed, listing(first), days)).toEqual(renamed);
    expect(withoutEarlierListing(reused, listing("1990-01-02"), days)).toEqual(reused);
  });
  test("end at a long break, if the source tells nothing of the listing's past", () => {
    const broken = [...sessions(3, "2026-03-31").map((date) => ({ date, close: 12 })), ...bars(64, 65, 66)];
    expect(closesOf([...withoutEarlierListing(broken, { ticker: "TSTA", splits: null }, days)])).toEqual([64, 65, 66]);
    expect(withoutEarlierListing(broken, { ticker: "^TST", splits: null }, days)).toEqual(broken);
    expect(withoutEarlierListing(broken, listing(), days)).toEqual(broken);
  });
});

describe("holes", () => {
  const EVENING = Date.parse("2026-08-31T22:00:00Z");
  const about = (closes: ReturnType<typeof bars>) => holesIn(closes, days, { fetchedAt: EVENING });
  test("there are none between neighbouring sessions up to the last one due", () => {
    expect(about(bars(60, 61, 62))).toEqual([]);
  });
  test("a session between the last two closes is missing, and before a single one", () => {
    expect(about(bars(60, 61, 62).toSpliced(1, 1))).toEqual([
      { kind: "missing-close", date: "2026-08-28", sure: true },
    ]);
    expect(about(bars(62))).toEqual([{ kind: "missing-close", date: "2026-08-28", sure: true }]);
  });
  test("the first session due after the last close is late", () => {
    expect(about(bars(60, 61, 62, 63).slice(0, 2))).toEqual([{ kind: "late", date: "2026-08-28" }]);
  });
});

describe("what a reply says of itself", () => {
  const [, last = { date: "", close: 0 }] = bars(61, 62);
  const at = Date.parse("2026-08-31T20:00:02Z");
  const promise = (stated: Stated, splits: { date: string; numerator: number; denominator: number }[] = []) =>
    contradictionOf(last, { stated, splits }, { splits, days });
  test.each([62, 62.2])("a price of %d agrees with a close of 62", (price) =>
    expect(promise({ at, price })).toBeNull(),
  );
  test.each([62.5, 6.2])("a price of %d does not", (price) =>
    expect(promise({ at, price })).toContain("contradicts the price"),
  );
  test("a price from before a split may still be as it was printed", () => {
    const splits = [{ date: "2026-09-01", numerator: 10, denominator: 1 }];
    expect(promise({ at, price: 620 }, splits)).toBeNull();
    expect(promise({ at, price: 620 })).not.toBeNull();
  });
  test("the same price on the session after is a day too early, but not on a holiday", () => {
    expect(promise({ at: Date.parse("2026-09-01T20:00:02Z"), price: 62 })).toContain("contradict the time");
    const beforeLabourDay = { date: "2026-09-04", close: 62 };
    const onHoliday = { at: Date.parse("2026-09-07T20:00:02Z"), price: 62 };
    expect(contradictionOf(beforeLabourDay, { stated: onHoliday, splits: [] }, { splits: [], days })).toBeNull();
  });
  describe("during the session after", () => {
    const running = Date.parse("2026-09-01T15:00:00Z");
    const splits = [{ date: "2026-09-01", numerator: 11, denominator: 10 }];
    const dividends = [{ date: "2026-09-01", amount: 0.62 }];
    test.each<[string, Stated, Partial<RawCloses>?]>([
      ["a change that starts from the close", { price: 63, change: 63 / 62 - 1 }],
      ["one from the close less the day's dividend", { price: 62, change: 62 / 61.38 - 1 }, { dividends }],
      ["one from the close after the day's split", { price: 57, change: 57 / (62 / 1.1) - 1 }, { splits }],
      ["no change, and a price that may follow", { price: 75 }],
    ])("%s agrees", (_, stated, facts) => {
      const raw = { splits: [], ...facts, stated: { at: running, ...stated } };
      expect(contradictionOf(last, raw, { splits: [], days })).toBeNull();
    });
    test.each([
      ["a change that starts from another close", { price: 63, change: 63 / 61 - 1 }],
      ["no change, and a price of another unit", { price: 6300 }],
      ["no change, and a price as after a split", { price: 31 }],
    ])("%s does not", (_, stated) => {
      expect(promise({ at: running, ...stated })).toContain("contradicts the change");
    });
    test("nothing is said of a close that is not of the session before", () => {
      expect(promise({ at: running + 86_400_000, price: 6300 })).toBeNull();
    });
  });
  test("a stated change that its closes do not give is a contradiction", () => {
    const stated = (change: number) => statedOtherwise(bars(61, 62), { stated: { at, change } }, days);
    expect(stated(62 / 61 - 1 + 0.002)).toEqual([]);
    expect(stated(0.05)).toEqual([{ kind: "contradiction", date: "2026-08-31" }]);
    const dayBefore = { stated: { at: at - 86_400_000, change: 0.05 } };
    expect(statedOtherwise(bars(61, 62), dayBefore, days)).toEqual([]);
  });
  test("a change counted from the close less the day's dividend is none", () => {
    const doubts = (date: string, change: number) =>
      statedOtherwise(bars(61, 59), { stated: { at, change }, dividends: [{ date, amount: 1.5 }] }, days);
    expect(doubts("2026-08-31", 59 / 59.5 - 1)).toEqual([]);
    expect(doubts("2026-08-31", 59 / 61 - 1)).toEqual([]);
    expect(doubts("2026-08-31", 0.02)).toHaveLength(1);
    expect(doubts("2026-08-28", 59 / 59.5 - 1)).toHaveLength(1);
  });
});
