import { expect, test } from "vitest";
import { soundDividends } from "../../../../../src/domain/market/judgement/sound-dividends";

const bars = [
  ["2026-08-24", 100],
  ["2026-08-25", 100],
  ["2026-08-26", 99.5],
  ["2026-08-27", 80],
  ["2026-08-28", 81],
  ["2026-08-31", 81.5],
].map(([date, close]) => ({ date: String(date), close: Number(close) }));
const amounts = (...told: [date: string, amount: number | null][]) =>
  soundDividends(
    told.map(([date, amount]) => ({ date, amount })),
    bars,
  ).map(({ amount }) => amount);

test("a large dividend that the price does not follow is in another unit", () => {
  expect(amounts(["2026-08-26", 50])).toEqual([null]);
  expect(amounts(["2026-08-26", 0.5])).toEqual([0.5]);
  expect(amounts(["2026-08-26", 9])).toEqual([9]);
});

test("a large dividend that the price follows is a special one", () => {
  expect(amounts(["2026-08-27", 20])).toEqual([20]);
  expect(amounts(["2026-08-27", 35])).toEqual([35]);
});

test("a dividend named on two days within the week is known for neither, one paid each week is known", () => {
  expect(amounts(["2026-08-26", 0.5], ["2026-08-27", 0.5])).toEqual([null, null]);
  expect(amounts(["2026-08-26", 0.5], ["2026-08-27", 0.6])).toEqual([0.5, 0.6]);
  expect(amounts(["2026-08-24", 0.5], ["2026-08-31", 0.5])).toEqual([0.5, 0.5]);
});

test("amounts that are none are not known, and days before the period are left out", () => {
  expect(amounts(["2026-08-26", -1], ["2026-08-27", Number.NaN], ["2026-08-28", null])).toEqual([null, null, null]);
  expect(amounts(["2026-08-21", 0.5], ["2026-08-26", 0])).toEqual([]);
  expect(amounts(["2026-08-24", 50])).toEqual([50]);
});
