import { describe, expect, test } from "vitest";
import type { Closes } from "../../../../src/domain/market/closes";
import { compare } from "../../../../src/domain/market/compare";
import { marketOf } from "../../../../src/domain/market/market";
import { closesNeededFrom } from "../../../../src/domain/market/since-article";
import { createTradingDays } from "../../../../src/domain/market/trading-day";

/** Closes of each session from 2 March to 17 April 2026 but `without`; each day another price. */
function closesOf(ticker: string, zone: string, without: readonly string[] = []): Closes {
  const days = createTradingDays(marketOf(ticker, zone));
  const dates = (days?.between("2026-03-01", "2026-04-18") ?? []).filter((date) => !without.includes(date));
  const bars = dates.map((date) => ({ date, close: priceOn(date) }));
  return { ticker, currency: "USD", zone, bars, splits: [], provider: "yahoo", fetchedAt: NOW };
}
const NOW = Date.parse("2026-04-19T12:00:00Z");
const priceOn = (date: string) => 100 + Number(date.slice(8)) + 40 * Number(date.slice(5, 7));

function since(listing: Closes, day: string, at: string | null) {
  const benchmark = closesOf("^GSPC", "America/New_York");
  const published = { day, at: at === null ? null : Date.parse(at) };
  return compare({ listing, benchmark, now: NOW, published })?.sinceArticle;
}

describe("the change since an article starts from the last close its author could know", () => {
  const newYork = closesOf("BABA", "America/New_York");
  const london = closesOf("AZN.L", "Europe/London");
  const tokyo = closesOf("7203.T", "Asia/Tokyo");
  const riyadh = closesOf("2222.SR", "Asia/Riyadh");
  test.each<[string, Closes, string, string | null, string]>([
    ["written before the open", newYork, "2026-04-15", "2026-04-15T12:00:00Z", "2026-04-14"],
    ["written inside the session", newYork, "2026-04-15", "2026-04-15T18:30:00Z", "2026-04-14"],
    ["written after the close", newYork, "2026-04-15", "2026-04-15T22:30:00Z", "2026-04-15"],
    ["written that day, at an hour not stated", newYork, "2026-04-15", null, "2026-04-14"],
    ["written on a Sunday", newYork, "2026-04-12", "2026-04-12T15:00:00Z", "2026-04-10"],
    ["written on Good Friday", newYork, "2026-04-03", "2026-04-03T15:00:00Z", "2026-04-02"],
    ["written in New York's evening, of a share in Tokyo", tokyo, "2026-04-14", "2026-04-15T01:00:00Z", "2026-04-14"],
    ["written in Tokyo's evening", tokyo, "2026-04-15", "2026-04-15T09:00:00Z", "2026-04-15"],
    ["written on Easter Tuesday, of a share in London", london, "2026-04-07", "2026-04-07T08:00:00Z", "2026-04-02"],
    ["written after London's close", london, "2026-04-15", "2026-04-15T17:00:00Z", "2026-04-15"],
    ["written on a Sunday, after Riyadh's close", riyadh, "2026-04-12", "2026-04-12T14:00:00Z", "2026-04-12"],
  ])("%s", (_, listing, day, at, from) => {
    const latest = listing.bars.at(-1)?.date ?? "";
    expect(since(listing, day, at)).toMatchObject({
      from,
      published: day,
      change: priceOn(latest) / priceOn(from) - 1,
      printedClose: priceOn(from),
    });
  });
  test.each([
    ["nothing has traded since it was written after the last close", "2026-04-17", "2026-04-17T22:30:00Z"],
    ["nothing has traded since that Saturday", "2026-04-18", "2026-04-18T09:00:00Z"],
    ["it is of days to come", "2030-01-01", null],
  ])("no figure where %s", (_, day, at) => expect(since(newYork, day, at)).toBeUndefined());
  test("no figure where the close that the author knew is missing", () => {
    const holey = closesOf("AZN.L", "Europe/London", ["2026-04-14"]);
    expect(since(holey, "2026-04-15", "2026-04-15T08:00:00Z")).toBeUndefined();
    expect(since(holey, "2026-04-16", "2026-04-16T08:00:00Z")).toMatchObject({ from: "2026-04-15" });
  });
  test("an article within the closes needs no more of them, an older one a whole year's first day", () => {
    const heldFrom = "2026-03-02";
    expect(closesNeededFrom("2026-04-15", heldFrom)).toBeNull();
    expect(closesNeededFrom("2026-03-10", heldFrom)).toBe("2026-01-01");
    expect(closesNeededFrom("2014-12-24", heldFrom)).toBe("2014-01-01");
    expect(closesNeededFrom("2025-01-03", heldFrom)).toBe("2024-01-01");
  });
});
