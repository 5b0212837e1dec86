import { describe, expect, it } from "vitest";
import { findListings } from "../../../src/domain/find-listings";
import type { Listing } from "../../../src/domain/listing";

const listing = (ticker: string, name: string, ...aliases: string[]): Listing => ({
  ticker,
  name,
  exchange: "NYSE",
  kind: "stock",
  aliases,
  formerTickers: [],
});
const LISTINGS = [
  listing("META", "Meta Platforms, Inc.", "Facebook"),
  listing("MET", "MetLife, Inc."),
  listing("NESN.SW", "Nestlé S.A."),
  listing("BABA", "Alibaba Group Holding Limited", "阿里巴巴"),
  listing("GM", "General Motors Company"),
];

describe("finding listings", () => {
  it.each([
    ["met", ["MET", "META"]],
    ["facebook", ["META"]],
    ["nestle", ["NESN.SW"]],
    ["阿里", ["BABA"]],
    ["motors", ["GM"]],
    ["$", []],
    ["   ", []],
    ["otors", []],
  ])("%j gives %j", (query, tickers) => {
    expect(findListings(LISTINGS, query, 8).map(({ ticker }) => ticker)).toEqual(tickers);
  });

  it("gives no more than asked for", () => {
    expect(findListings(LISTINGS, "m", 2)).toHaveLength(2);
  });
});
