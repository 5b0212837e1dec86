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
  listing("TSLA", "Tesla, Inc."),
  listing("BRK.B", "Berkshire Hathaway Inc."),
  listing("005930.KS", "Samsung Electronics Co., Ltd.", "삼성전자"),
  listing("JNJ", "Johnson & Johnson"),
  listing("KO", "The Coca-Cola Company"),
  listing("MS", "Morgan Stanley"),
  listing("MKS.L", "Marks and Spencer Group plc", "M&S"),
  listing("VIXY", "ProShares VIX Short-Term Futures ETF"),
  listing("^VIX", "Cboe Volatility Index"),
  listing("^DJT", "Dow Jones Transportation Average"),
  listing("DJT", "Trump Media & Technology Group Corp."),
];

describe("finding listings", () => {
  it.each([
    ["met", ["MET", "META"]],
    ["facebook", ["META"]],
    ["nestle", ["NESN.SW"]],
    ["阿里", ["BABA"]],
    ["motors", ["GM"]],
    ["NESTLÉ", ["NESN.SW"]],
    ["tesla inc", ["TSLA"]],
    ["Tesla, Inc.", ["TSLA"]],
    ["tesla in", ["TSLA"]],
    ["brk b", ["BRK.B"]],
    ["brk-b", ["BRK.B"]],
    ["BRKB", ["BRK.B"]],
    ["$tsla", ["TSLA"]],
    ["005930", ["005930.KS"]],
    ["electronics samsung", ["005930.KS"]],
    ["johnson and johnson", ["JNJ"]],
    ["cocacola", ["KO"]],
    ["coca cola", ["KO"]],
    ["ms", ["MS", "MKS.L"]],
    ["m&s", ["MKS.L", "MS"]],
    ["vix", ["^VIX", "VIXY"]],
    ["^vix", ["^VIX"]],
    ["DJT", ["DJT", "^DJT"]],
    ["telsa", ["TSLA"]],
    ["tessla", ["TSLA"]],
    ["berkshir hathway", ["BRK.B"]],
    ["samsong", ["005930.KS"]],
    ["xesxa", []],
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
