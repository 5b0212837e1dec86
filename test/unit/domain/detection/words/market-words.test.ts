import { expect, it } from "vitest";
import { isMarketAfter, isMarketBefore } from "../../../../../src/domain/detection/words/market-words";

it.each([
  [" shares", true],
  ["’s stock", true],
  [", also rose", true],
  [" is up", true],
  [" is  up", false],
  [" is upbeat", false],
  [" upside", false],
  [" the CEO", true],
  [" ceo", false],
  ["’s (−3.5 %)", true],
  ["-Aktien", false],
  ["-aktien", true],
  ["rose", false],
  ["", false],
])("what stands after a company, %j, is of the market: %s", (after, expected) => {
  expect(isMarketAfter(`Target${after}`, "Target".length)).toBe(expected);
});

it.each([
  ["Shares of ", true],
  ["stakes\n in  the ", true],
  ["long in on the ", true],
  ["long in on the at ", false],
  ["companies like ", true],
  ["They look like ", false],
  ["such as ", true],
  ["nonsuch as ", false],
  ["chip-maker ", true],
  ["Ticker: ", true],
  ["symbol ", true],
  ["symbol of ", false],
  ["stock", false],
  ["", false],
])("what stands before a company, %j, is of the market: %s", (before, expected) => {
  expect(isMarketBefore(`${before}Target`, before.length)).toBe(expected);
});
