import { expect, test } from "vitest";
import { foreignTrait, needsCurrency } from "../../../../../src/domain/market/judgement/listed-in";
import { isImplausible, isNearSplitRatio, mayBeSplit } from "../../../../../src/domain/market/judgement/split-ratio";

test.each<[string, string | null, string, string | null]>([
  ["LIN", "USD", "America/New_York", null],
  ["LIN", "EUR", "America/New_York", "currency"],
  ["LIN", "EUR", "Europe/Berlin", "zone"],
  ["AZN.L", "GBp", "Europe/London", null],
  ["AZN.L", "INR", "Europe/London", "currency"],
  ["7203.T", "USD", "Asia/Tokyo", "currency"],
  ["7203.T", "JPY", "Japan", null],
  ["PETR4.SA", "USD", "America/Sao_Paulo", "currency"],
  ["TEVA.TA", "ILA", "Asia/Jerusalem", null],
  ["RY.TO", "USD", "America/Toronto", "currency"],
  ["DLR-U.TO", "USD", "America/Toronto", null],
  ["0700.HK", "CNY", "Asia/Hong_Kong", "currency"],
  ["80700.HK", "CNY", "Asia/Hong_Kong", null],
  ["9834.HK", "USD", "Asia/Hong_Kong", null],
  ["^GSPC", "EUR", "Europe/Berlin", null],
])("a reply for %s in %s on the clock of %s: %s", (ticker, currency, zone, trait) => {
  const found = foreignTrait(ticker, { currency, zone }, "2026-08-31");
  expect(found).toEqual(trait === null ? null : expect.stringContaining(trait));
});

test.each([
  ["AZN.L", true],
  ["7203.T", true],
  ["BABA", false],
  ["^N225", false],
])("whether a close of %s means nothing without its currency: %s", (ticker, needed) =>
  expect(needsCurrency(ticker)).toBe(needed),
);

test.each([
  [0.1, true, true],
  [0.095, true, true],
  [0.5, true, true],
  [2 / 3, true, true],
  [10, true, true],
  [17.3, true, true],
  [1 / 35, true, true],
  [0.64, true, false],
  [0.45, true, false],
  [0.71, false, false],
  [1.39, false, false],
])("a step by the factor %d may be a split: %s, and is near a split's ratio: %s", (factor, may, near) => {
  expect([mayBeSplit(factor), isNearSplitRatio(factor)]).toEqual([may, near]);
});

test("no share moves more than fiftyfold in a day", () => {
  expect([51, 1 / 51, 49, 1 / 49].map(isImplausible)).toEqual([true, true, false, false]);
});
