import { expect, it } from "vitest";
import { openDirectory } from "../../../../../src/background/directory/directory-image";
import { findMentions, searchBlocks } from "../../../../../src/domain/detection/mentions";
import type { Listing } from "../../../../../src/domain/listing";
import { DEFAULT_SETTINGS } from "../../../../../src/domain/settings";
import { starterListings } from "../../../../fakes/starter-listings";

/** Funds that only the official lists have. */
const FUNDS = ["PBOC", "ZDRQ"].map(
  (ticker): Listing => ({
    ticker,
    name: `Northlake ${ticker} Buffer ETF`,
    exchange: "CBOE",
    kind: "etf",
    aliases: [],
    formerTickers: [],
  }),
);
const { identify } = openDirectory(starterListings(), FUNDS);

function tickersIn(text: string): string[] {
  const found = findMentions(searchBlocks([{ text, links: [] }]), { identify, settings: DEFAULT_SETTINGS.detection });
  return found.flatMap((mentions) => (mentions ?? []).map(({ ticker }) => ticker));
}

it.each([
  ["an authority that is also a fund's ticker", "Shares rose after PBOC officials spoke; the PBOC cut rates."],
  ["any letters after an article", "Shares rose after the ZDRQ cut rates, and investors bought stocks."],
  ["a private company", "Investors said PLAID shares would list soon, and stocks rose."],
])("leaves %s alone", (_, text) => {
  expect(tickersIn(text)).toEqual([]);
});

it.each([
  ["a fund that everybody trades", "The SPY fell 2% as investors sold stocks.", ["SPY"]],
  ["a fund of the lists in a row", "Stocks rose; I hold VOO, ZDRQ and QQQ.", ["VOO", "ZDRQ", "QQQ"]],
])("finds %s", (_, text, tickers) => {
  expect(tickersIn(text)).toEqual(tickers);
});
