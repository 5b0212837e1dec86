import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, isLocalDate, monthsBefore, weekday } from "../../../../src/domain/market/calendar-day";
import type { Closes } from "../../../../src/domain/market/closes";
import { createZone } from "../../../../src/domain/market/local-clock";
import { marketOf, NEW_YORK } from "../../../../src/domain/market/market";
import { newYorkClose } from "../../../../src/domain/market/new-york-sessions";
import { createTradingDays, latestClose, nextCloseDue } from "../../../../src/domain/market/trading-day";

/** NYSE Group's published calendars. */
const HOLIDAYS = {
  2025: "01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25",
  2026: "01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25",
  2027: "01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24",
  2028: "01-17 02-21 04-14 05-29 06-19 07-04 09-04 11-23 12-25",
};
const EARLY = [
  "2025-07-03",
  "2025-11-28",
  "2025-12-24",
  "2026-11-27",
  "2026-12-24",
  "2027-11-26",
  "2028-07-03",
  "2028-11-24",
];

const daysOf = (ticker: string, zone: string) => {
  const days = createTradingDays(marketOf(ticker, zone));
  if (!days) throw new Error(`no zone ${zone}`);
  return days;
};
const newYork = daysOf("BABA", "America/New_York");
const day = fc.integer({ min: 0, max: 15_000 }).map((count) => addDays("1999-01-01", count));

describe("New York's calendar", () => {
  test.each(Object.entries(HOLIDAYS))("%s as published, day by day", (year, holidays) => {
    const closed = new Set(holidays.split(" ").map((rest) => `${year}-${rest}`));
    for (let date = `${year}-01-01`; date.startsWith(year); date = addDays(date, 1)) {
      const expected = weekday(date) % 6 === 0 || closed.has(date) ? null : EARLY.includes(date) ? "13:00" : "16:00";
      expect([date, newYorkClose(date)]).toEqual([date, expected]);
    }
  });
  test.each([
    ["2024-03-29", null],
    ["2024-06-19", null],
    ["2021-06-18", "16:00"],
    ["2021-12-31", "16:00"],
    ["2022-01-17", null],
    ["2018-12-05", null],
    ["2012-10-29", null],
    ["2023-07-03", "13:00"],
    ["2029-03-30", null],
    ["2030-07-03", "13:00"],
  ])("another year's rule: %s", (date, expected) => {
    expect(newYorkClose(date)).toBe(expected);
  });
  test("a year has 250 to 253 sessions, whichever year", () => {
    for (let year = 2013; year <= 2060; year += 1) {
      let sessions = 0;
      for (let date = `${year}-01-01`; date.startsWith(String(year)); date = addDays(date, 1))
        if (newYorkClose(date)) sessions += 1;
      expect(sessions).toBeGreaterThanOrEqual(250);
      expect(sessions).toBeLessThanOrEqual(253);
    }
  });
});

describe("zones", () => {
  test.each([
    ["America/New_York", "2025-11-11", "16:00", "2025-11-11T21:00:00Z"],
    ["America/New_York", "2025-07-11", "16:00", "2025-07-11T20:00:00Z"],
    ["America/New_York", "2025-11-02", "16:00", "2025-11-02T21:00:00Z"],
    ["Europe/London", "2026-03-30", "16:30", "2026-03-30T15:30:00Z"],
    ["Asia/Hong_Kong", "2025-11-11", "16:10", "2025-11-11T08:10:00Z"],
    ["Australia/Sydney", "2025-11-11", "16:10", "2025-11-11T05:10:00Z"],
    ["Asia/Kolkata", "2025-11-11", "15:30", "2025-11-11T10:00:00Z"],
    ["UTC", "2025-11-11", "24:00", "2025-11-12T00:00:00Z"],
  ])("%s %s %s is %s", (zone, date, time, instant) => {
    expect(createZone(zone)?.instantOf(date, time)).toBe(Date.parse(instant));
  });
  test("an unknown zone is none", () => expect(createZone("Mars/Olympus")).toBeNull());
  test("an instant's local day contains it", () => {
    const zones = ["America/New_York", "Asia/Tokyo", "Pacific/Auckland", "America/Sao_Paulo", "Europe/London"];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 2_000_000_000 }), (name, seconds) => {
        const zone = createZone(name);
        const date = zone?.dateOf(seconds * 1000) ?? "";
        return (
          (zone?.instantOf(date, "00:00") ?? 0) <= seconds * 1000 &&
          seconds * 1000 < (zone?.instantOf(date, "24:00") ?? 0) + 3_600_000
        );
      }),
    );
  });
});

describe("exchanges abroad close by their own clocks", () => {
  test.each([
    ["0700.HK", "Asia/Hong_Kong", "2025-11-11T08:10:00Z"],
    ["7203.T", "Asia/Tokyo", "2025-11-11T06:30:00Z"],
    ["SHOP.TO", "America/Toronto", "2025-11-11T21:00:00Z"],
    ["SAP.DE", "Europe/Berlin", "2025-11-11T16:30:00Z"],
    ["^GDAXI", "Europe/Berlin", "2025-11-11T16:30:00Z"],
    ["BRK.B", "America/New_York", "2025-11-11T21:00:00Z"],
    ["WSKT.JK", "Asia/Jakarta", "2025-11-11T17:00:00Z"],
    ["BTC-USD", "UTC", "2025-11-12T00:00:00Z"],
  ])("%s", (ticker, zone, instant) => {
    expect(daysOf(ticker, zone).closedAt("2025-11-11")).toBe(Date.parse(instant));
  });
});

describe("latest close and next close due", () => {
  const closes = (dates: readonly string[], fetchedAt: string): Closes => ({
    ticker: "BABA",
    currency: "USD",
    zone: "America/New_York",
    bars: dates.map((date) => ({ date, close: 10 })),
    splits: null,
    provider: "yahoo",
    fetchedAt: Date.parse(fetchedAt),
  });
  test.each([
    ["Friday's close lasts until Monday", ["2025-11-14"], "2025-11-15T12:00:00Z", "2025-11-14", "2025-11-17T21:15:00Z"],
    [
      "Wednesday's before Thanksgiving until the early Friday",
      ["2025-11-26"],
      "2025-11-27T12:00:00Z",
      "2025-11-26",
      "2025-11-28T18:15:00Z",
    ],
    ["across the change of the clocks", ["2025-10-31"], "2025-11-01T12:00:00Z", "2025-10-31", "2025-11-03T21:15:00Z"],
    ["a missing close was due already", ["2025-11-10"], "2025-11-12T12:00:00Z", "2025-11-10", "2025-11-11T21:15:00Z"],
  ])("%s", (_, dates, now, latest, due) => {
    const kept = closes(dates, now);
    expect(latestClose(kept, newYork, Date.parse(now))?.date).toBe(latest);
    expect(nextCloseDue(kept, newYork, Date.parse(now))).toBe(Date.parse(due));
  });
  test("what arrived during the session does not become a close by waiting", () => {
    const kept = closes(["2025-11-10", "2025-11-11"], "2025-11-11T20:00:00Z");
    expect(latestClose(kept, newYork, Date.parse("2025-11-12T12:00:00Z"))?.date).toBe("2025-11-10");
  });
  test("the latest close is never of the future, and the next one due is later than it", () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1 }), day, fc.integer({ min: 0, max: 86_399 }), (dates, today, second) => {
        const now = Date.parse(`${today}T00:00:00Z`) + second * 1000;
        const kept = closes([...new Set(dates)].sort(), new Date(now).toISOString());
        const latest = latestClose(kept, newYork, now);
        if (!latest) return;
        expect(newYork.closedAt(latest.date)).toBeLessThan(now);
        expect(nextCloseDue(kept, newYork, now)).toBeGreaterThan(newYork.closedAt(latest.date));
      }),
    );
  });
  test("the latest day due is a session whose close is settled, and the one after it is not", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 86_399 }), (today, second) => {
        const now = Date.parse(`${today}T00:00:00Z`) + second * 1000;
        const due = newYork.latestDue(now);
        expect(newYorkClose(due)).not.toBeNull();
        expect(newYork.isSettled(due, now)).toBe(true);
        expect(newYork.isSettled(newYork.next(due), now)).toBe(false);
      }),
    );
  });
});

describe("days", () => {
  test.each([
    ["2025-03-31", 1, "2025-02-28"],
    ["2024-03-31", 1, "2024-02-29"],
    ["2025-11-11", 12, "2024-11-11"],
    ["2025-01-15", 3, "2024-10-15"],
    ["2024-02-29", 12, "2023-02-28"],
  ])("%s less %d months is %s", (date, months, expected) => expect(monthsBefore(date, months)).toBe(expected));
  test.each(["2025-02-30", "2025-13-01", "25-01-01", "2025-1-1", "", "2025-11-11T00:00"])("%s is no day", (text) =>
    expect(isLocalDate(text)).toBe(false),
  );
  test("New York is the market of its zone", () => expect(marketOf("BABA", "America/New_York")).toBe(NEW_YORK));
});
