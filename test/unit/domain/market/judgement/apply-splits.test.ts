import { describe, expect, test } from "vitest";
import type { Close, Split } from "../../../../../src/domain/market/closes";
import { applySplits } from "../../../../../src/domain/market/judgement/apply-splits";

const DAYS = ["2024-06-05", "2024-06-06", "2024-06-07", "2024-06-10", "2024-06-11"];
const bars = (...closes: number[]): Close[] => closes.map((close, at) => ({ date: DAYS[at] ?? "", close }));
const tenForOne = (date: string): Split => ({ date, numerator: 10, denominator: 1 });
const closesOf = (adjusted: { readonly bars: readonly Close[] }) => adjusted.bars.map(({ close }) => close);
const later = { today: "2024-06-12", own: null };

describe("a split that the source names", () => {
  test.each<[string, number[], Split, number[]]>([
    [
      "and has not applied is applied",
      [1224, 1210, 1209, 121.8, 120.9],
      tenForOne("2024-06-10"),
      [122.4, 121, 120.9, 121.8, 120.9],
    ],
    [
      "and has applied is left",
      [122.4, 121, 120.9, 121.8, 120.9],
      tenForOne("2024-06-10"),
      [122.4, 121, 120.9, 121.8, 120.9],
    ],
    [
      "and has applied to the older bars only is finished",
      [122.4, 1210, 1209, 121.8, 120.9],
      tenForOne("2024-06-10"),
      [122.4, 121, 120.9, 121.8, 120.9],
    ],
    [
      "a day late is found on its day",
      [1224, 1210, 121, 121.8, 120.9],
      tenForOne("2024-06-10"),
      [122.4, 121, 121, 121.8, 120.9],
    ],
    [
      "a day early is found on its day",
      [1224, 1210, 1209, 121.8, 120.9],
      tenForOne("2024-06-07"),
      [122.4, 121, 120.9, 121.8, 120.9],
    ],
    [
      "one new share for ten is a split, too",
      [0.94, 0.95, 0.96, 9.7, 9.8],
      { date: "2024-06-10", numerator: 1, denominator: 10 },
      [9.4, 9.5, 9.6, 9.7, 9.8],
    ],
    [
      "as mild as five for four is not mistaken for an ordinary day's rise",
      [120, 124, 125, 100.5, 101],
      { date: "2024-06-10", numerator: 5, denominator: 4 },
      [96, 99.2, 100, 100.5, 101],
    ],
    [
      "and that a day's move hides is taken to be applied",
      [100, 101, 100, 92, 93],
      { date: "2024-06-10", numerator: 11, denominator: 10 },
      [100, 101, 100, 92, 93],
    ],
    [
      "before all bars is in them",
      [122.4, 121, 120.9, 121.8, 120.9],
      tenForOne("2024-06-03"),
      [122.4, 121, 120.9, 121.8, 120.9],
    ],
  ])("%s", (_, given, split, right) => {
    const adjusted = applySplits(bars(...given), [split], later);
    expect(closesOf(adjusted)).toEqual(right);
    expect(adjusted.splits).toEqual([split]);
  });
});

describe("on the day of a split, before its first bar", () => {
  const split = tenForOne("2024-06-10");
  const on = (given: number[], own: { date: string; price: number } | null) =>
    applySplits(bars(...given), [split], { today: "2024-06-10", own });

  test("a price of the new day tells whether the bars are adjusted", () => {
    expect(closesOf(on([1224, 1210, 1209], { date: "2024-06-10", price: 121.3 }))).toEqual([122.4, 121, 120.9]);
    expect(closesOf(on([122.4, 121, 120.9], { date: "2024-06-10", price: 121.3 }))).toEqual([122.4, 121, 120.9]);
    expect(on([122.4, 121, 120.9], { date: "2024-06-10", price: 121.3 }).splits).toEqual([split]);
  });
  test("so does a price of the day before that was adjusted, or not, where the bars were not, or were", () => {
    const newBars = on([122.4, 121, 120.9], { date: "2024-06-07", price: 1209 });
    expect([closesOf(newBars), newBars.splits]).toEqual([[122.4, 121, 120.9], [split]]);
    const oldBars = on([1224, 1210, 1209], { date: "2024-06-07", price: 120.9 });
    expect([closesOf(oldBars), oldBars.splits]).toEqual([[122.4, 121, 120.9], [split]]);
  });
  test.each([null, { date: "2024-06-07", price: 120.9 }, { date: "2024-06-06", price: 12.1 }])(
    "a source with the price %j leaves it unknown",
    (own) => {
      const adjusted = on([122.4, 121, 120.9], own);
      expect([closesOf(adjusted), adjusted.splits]).toEqual([[122.4, 121, 120.9], null]);
    },
  );
});

test("a split that is applied before its day is taken back, by the source's own price", () => {
  const at = (price: number) => ({ today: "2024-06-07", own: { date: "2024-06-07", price } });
  const early = applySplits(bars(122.4, 121, 120.9), [tenForOne("2024-06-10")], at(1209));
  expect([closesOf(early), early.splits]).toEqual([[1224, 1210, 1209], []]);
  const halfEarly = applySplits(bars(122.4, 121, 1209), [tenForOne("2024-06-10")], at(1209));
  expect([closesOf(halfEarly), halfEarly.splits]).toEqual([[1224, 1210, 1209], []]);
  const older = { today: "2024-06-07", own: { date: "2024-06-06", price: 1210 } };
  expect(closesOf(applySplits(bars(122.4, 121, 120.9), [tenForOne("2024-06-10")], older))).toEqual([122.4, 121, 120.9]);
  const inTime = applySplits(bars(1224, 1210, 1209), [tenForOne("2024-06-10")], at(1209));
  expect([closesOf(inTime), inTime.splits]).toEqual([[1224, 1210, 1209], []]);
});

test("two splits are applied one after the other", () => {
  const splits = [tenForOne("2024-06-10"), { date: "2024-06-06", numerator: 2, denominator: 1 }];
  expect(closesOf(applySplits(bars(2448, 1210, 1209, 121.8, 120.9), splits, later))).toEqual([
    122.4, 121, 120.9, 121.8, 120.9,
  ]);
});

test.each(["2024-06-10", "2024-06-11"])("a split that the source names twice, again on %s, is one split", (date) => {
  const twice = [tenForOne("2024-06-10"), { date, numerator: 20, denominator: 2 }];
  const adjusted = applySplits(bars(122.4, 121, 120.9, 121.8, 120.9), twice, later);
  expect(adjusted.splits).toEqual([tenForOne("2024-06-10")]);
});

describe("a mild split, which an ordinary day's move may look like", () => {
  const fiveForFour = (date: string): Split => ({ date, numerator: 5, denominator: 4 });
  test.each<[string, number[], string]>([
    ["a fall of 13 % on its day", [100, 101, 100, 87, 88], "2024-06-10"],
    ["a fall of 14 % on the day after", [100, 101, 100, 100, 86], "2024-06-11"],
    ["a fall of 19 % on the day before", [100, 101, 82, 82, 83], "2024-06-07"],
  ])("may not be applied if there is %s", (_, given, day) => {
    const adjusted = applySplits(bars(...given), [fiveForFour("2024-06-10")], later);
    expect(closesOf(adjusted)).toEqual(given);
    expect(adjusted).toMatchObject({ splits: null, unsureAt: [day] });
  });
  test("is applied after a fall of 3 % on its day", () => {
    const adjusted = applySplits(bars(100, 101, 100, 97, 98), [fiveForFour("2024-06-10")], later);
    expect(adjusted).toMatchObject({ splits: [fiveForFour("2024-06-10")], unsureAt: [] });
  });
  test("leaves a rise before it in doubt, which may be where the source began to adjust", () => {
    const adjusted = applySplits(bars(100, 125, 124, 99.5, 100), [fiveForFour("2024-06-10")], later);
    expect(closesOf(adjusted).slice(1)).toEqual([100, 99.2, 99.5, 100]);
    expect(adjusted.unsureAt).toEqual(["2024-06-06"]);
  });
  test("leaves a rise before it in doubt if it is yet to come", () => {
    const context = { today: "2024-06-12", own: { date: "2024-06-11", price: 127 } };
    const adjusted = applySplits(bars(100, 125, 124, 126, 127), [fiveForFour("2024-06-17")], context);
    expect(closesOf(adjusted)).toEqual([100, 125, 124, 126, 127]);
    expect(adjusted).toMatchObject({ splits: [], unsureAt: ["2024-06-06"] });
  });
  test("is not told by a price of its day that may be a fall", () => {
    const context = { today: "2024-06-12", own: { date: "2024-06-12", price: 87 } };
    const adjusted = applySplits(bars(98, 99, 98, 99, 100), [fiveForFour("2024-06-12")], context);
    expect([closesOf(adjusted), adjusted.splits]).toEqual([[98, 99, 98, 99, 100], null]);
  });
});
