import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addListing,
  hasChanged,
  mergeWatchlists,
  moveListing,
  removeListing,
  restoreListing,
  WATCHLIST_LIMIT,
  type Watchlist,
  watchedListings,
} from "../../../src/domain/watchlist";

const tickersOf = (list: Watchlist) => watchedListings(list).map(({ ticker }) => ticker);
const listOf = (...tickers: string[]) =>
  tickers.reduce((list, ticker, index) => addListing(list, { ticker, name: `${ticker} Inc.` }, index), {} as Watchlist);

describe("editing the watchlist", () => {
  it("adds at the end, once", () => {
    expect(tickersOf(addListing(listOf("BABA", "AAPL"), { ticker: "BABA", name: "" }, 9))).toEqual(["BABA", "AAPL"]);
  });

  it("takes a removed listing back to its old place", () => {
    const removed = removeListing(listOf("A", "B", "C"), "B", 10);
    expect(tickersOf(removed)).toEqual(["A", "C"]);
    expect(tickersOf(restoreListing(removed, "B", 11))).toEqual(["A", "B", "C"]);
  });

  it.each<[string, number, string[]]>([
    ["C", 0, ["C", "A", "B", "D"]],
    ["A", 3, ["B", "C", "D", "A"]],
    ["A", 1, ["B", "A", "C", "D"]],
    ["D", 99, ["A", "B", "C", "D"]],
    ["B", -5, ["B", "A", "C", "D"]],
  ])("moves %s to %i", (ticker, index, expected) => {
    expect(tickersOf(moveListing(listOf("A", "B", "C", "D"), ticker, index, 20))).toEqual(expected);
  });

  it("moves between neighbours for as long as the reader likes", () => {
    let list = listOf("A", "B", "C");
    for (let round = 0; round < 500; round += 1) {
      list = moveListing(list, tickersOf(list)[2] ?? "", 1, 30 + round);
      expect(new Set(tickersOf(list)).size).toBe(3);
    }
    const [, second, third] = tickersOf(list);
    expect(tickersOf(moveListing(list, third ?? "", 1, 999))[1]).toBe(third);
    expect(second).not.toBe(third);
  });

  it("stops at its limit", () => {
    const full = listOf(...Array.from({ length: WATCHLIST_LIMIT + 5 }, (_, index) => `T${index}`));
    expect(watchedListings(full)).toHaveLength(WATCHLIST_LIMIT);
  });

  it("is filled up again by a removal that is undone", () => {
    const full = listOf(...Array.from({ length: WATCHLIST_LIMIT }, (_, index) => `T${index}`));
    expect(tickersOf(restoreListing(removeListing(full, "T7", 300), "T7", 301))).toEqual(tickersOf(full));
  });

  it("stops at its limit when a removal is undone after the place was taken", () => {
    const full = listOf(...Array.from({ length: WATCHLIST_LIMIT }, (_, index) => `T${index}`));
    const refilled = addListing(removeListing(full, "T7", 300), { ticker: "LATE", name: "" }, 301);
    expect(watchedListings(refilled)).toHaveLength(WATCHLIST_LIMIT);
    expect(restoreListing(refilled, "T7", 302)).toBe(refilled);
  });

  it("tells whether a change was made", () => {
    const listings = watchedListings(listOf("A"));
    const listing = (ticker: string) => ({ ticker, name: "" });
    expect(hasChanged(listings, { change: "add", listing: listing("A") })).toBe(true);
    expect(hasChanged(listings, { change: "add", listing: listing("B") })).toBe(false);
    expect(hasChanged(listings, { change: "restore", ticker: "B" })).toBe(false);
    expect(hasChanged(listings, { change: "remove", ticker: "A" })).toBe(false);
    expect(hasChanged(listings, { change: "remove", ticker: "B" })).toBe(true);
  });
});

const ticker = fc.constantFrom("A", "B", "C", "D");
const item = fc.record({
  name: fc.constantFrom("", "One", "Two"),
  place: fc.integer({ min: 0, max: 5 }),
  changedAt: fc.integer({ min: 0, max: 5 }),
});
const list = fc.dictionary(
  ticker,
  fc.oneof(
    item,
    item.map((kept) => ({ ...kept, removed: true as const })),
  ),
);

describe("merging two computers' watchlists", () => {
  it("keeps what each added", () => {
    expect(tickersOf(mergeWatchlists(listOf("A", "B"), listOf("C"), 50)).sort()).toEqual(["A", "B", "C"]);
  });

  it("does not bring back what one removed later", () => {
    expect(tickersOf(mergeWatchlists(removeListing(listOf("A", "B"), "A", 10), listOf("A"), 50))).toEqual(["B"]);
  });

  it("gives the same list whichever way round, and for every grouping", () => {
    fc.assert(
      fc.property(list, list, list, (a, b, c) => {
        expect(mergeWatchlists(a, b, 6)).toEqual(mergeWatchlists(b, a, 6));
        expect(mergeWatchlists(mergeWatchlists(a, b, 6), c, 6)).toEqual(
          mergeWatchlists(a, mergeWatchlists(b, c, 6), 6),
        );
        expect(mergeWatchlists(a, a, 6)).toEqual(a);
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps as many as the list may hold, the first in the reader's order, whichever way round", () => {
    const name = (prefix: string) => Array.from({ length: WATCHLIST_LIMIT }, (_, index) => `${prefix}${index}`);
    const [desk, laptop] = [listOf(...name("D")), listOf(...name("L"))];
    const merged = mergeWatchlists(desk, laptop, 500);
    expect(tickersOf(merged)).toHaveLength(WATCHLIST_LIMIT);
    expect(tickersOf(merged).slice(0, 4)).toEqual(["D0", "L0", "D1", "L1"]);
    expect(mergeWatchlists(laptop, desk, 500)).toEqual(merged);
    expect(mergeWatchlists(merged, laptop, 500)).toEqual(merged);
  });

  it("remembers a bounded number of removals, the latest", () => {
    const removed = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, at) => [
        `T${at}`,
        { name: "", place: at, changedAt: at, removed: true as const },
      ]),
    );
    const merged = mergeWatchlists(removed, {}, 2_000);
    expect(Object.keys(merged)).toHaveLength(200);
    expect(merged).toHaveProperty("T999");
  });

  it("lets every later change win over what a clock ahead of time has dated", () => {
    const ahead = addListing({}, { ticker: "A", name: "" }, 1_000_000);
    for (const later of [
      removeListing(ahead, "A", 10),
      addListing(removeListing(ahead, "A", 10), { ticker: "A", name: "again" }, 11),
      restoreListing(removeListing(ahead, "A", 10), "A", 11),
      moveListing(ahead, "A", 0, 10),
    ]) {
      expect(mergeWatchlists(later, ahead, 20)).toEqual(later);
      expect(mergeWatchlists(ahead, later, 20)).toEqual(later);
    }
  });

  it("forgets removals after ninety days", () => {
    const removed = removeListing(listOf("A"), "A", 0);
    expect(Object.keys(mergeWatchlists(removed, {}, 89 * 86_400_000))).toEqual(["A"]);
    expect(Object.keys(mergeWatchlists(removed, {}, 91 * 86_400_000))).toEqual([]);
  });
});
