import { expect, it } from "vitest";
import { isMarketAfter, isMarketBefore } from "../../../../../src/domain/detection/words/market-words";

it.each([
  [" shares", true],
  ["’s stock", true],
  [", also rose", true],
  [" is up", true],
  [" is  up", true],
  [" is upbeat", false],
  [" upside", false],
  [" the CEO", true],
  [" ceo", true],
  ["’s (−3.5 %)", true],
  ["-Aktien", true],
  ["-aktien", true],
  ["rose", false],
  [" stieg um 4 Prozent", true],
  [" cède 2 %", true],
  [" se disparó", true],
  [" recuou 3%", true],
  [" crolla dopo i conti", true],
  [" daalde", true],
  [" mit Sitz in Köln", false],
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
  ["Papiere von ", true],
  ["l’action ", true],
  ["las acciones de ", true],
  ["as ações da ", true],
  ["i titoli ", true],
  ["het aandeel ", true],
  ["He sold. ", false],
  ["", false],
])("what stands before a company, %j, is of the market: %s", (before, expected) => {
  expect(isMarketBefore(`${before}Target`, before.length)).toBe(expected);
});
