import { describe, expect, it } from "vitest";
import { BENCHMARKS } from "../../../src/domain/market/benchmarks";
import { isIndex, isTicker } from "../../../src/domain/ticker";
import { starterListings } from "../../fakes/starter-listings";

describe("isTicker", () => {
  it.each(["BABA", "BRK.B", "0700.HK", "^GSPC", "BTC-USD"])("accepts %s", (text) => {
    expect(isTicker(text)).toBe(true);
  });
  it.each(["", "baba", "A B", "ABCDEFGHIJKLMNOP", "__proto__", 7, null])("refuses %s", (text) => {
    expect(isTicker(text)).toBe(false);
  });
});

describe("isIndex", () => {
  it("knows the indices of the starter, and no other listing, by their tickers", () => {
    const wrong = starterListings().filter(({ ticker, kind }) => isIndex(ticker) !== (kind === "index"));
    expect(wrong.map(({ ticker }) => ticker)).toEqual([]);
  });
  it("knows the benchmarks, with and without a caret", () => {
    const indices = BENCHMARKS.filter(({ kind }) => kind === "index");
    expect(indices.every(({ ticker }) => isIndex(ticker))).toBe(true);
    expect(["PSI20.LS", "HSTECH.HK", "000688.SS"].every(isIndex)).toBe(true);
  });
  it.each(["000001.SZ", "600519.SS", "0700.HK", "EDP.LS", "VT"])("takes %s for none", (ticker) => {
    expect(isIndex(ticker)).toBe(false);
  });
});
