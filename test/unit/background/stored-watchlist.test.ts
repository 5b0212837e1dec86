import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWatchlist } from "../../../src/background/stored-watchlist";

describe("reading a stored watchlist", () => {
  it.each([["text"], [null], [[1]], [7]])("makes nothing of %s", (stored) => {
    expect(readWatchlist(stored).list).toEqual({});
  });

  it("keeps the good items beside broken ones", () => {
    const good = { name: "Alibaba", place: 1, changedAt: 2 };
    const stored = JSON.parse(
      JSON.stringify({ BABA: good, baba: good, AAPL: { place: "1" }, MSFT: null, NVDA: { ...good, name: 7 } }),
    );
    expect(readWatchlist(stored).list).toEqual({ BABA: good, NVDA: { ...good, name: "" } });
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.anything(), (stored) => typeof readWatchlist(stored).list === "object"));
  });
});
