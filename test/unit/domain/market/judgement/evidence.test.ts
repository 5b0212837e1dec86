import { describe, expect, test } from "vitest";
import { isClose } from "../../../../../src/domain/market/judgement/evidence";
import { sessionDates, sessionDating } from "../../../../../src/domain/market/judgement/session-dates";
import { createZone, type Zone } from "../../../../../src/domain/market/local-clock";
import { marketOf } from "../../../../../src/domain/market/market";
import { createTradingDays, type TradingDays } from "../../../../../src/domain/market/trading-day";

const daysOf = (ticker: string, zone: string) => createTradingDays(marketOf(ticker, zone)) as TradingDays;
const at = (instant: string) => Date.parse(instant);

describe("a bar is a close", () => {
  test.each<[string, string, string, string | null, string, boolean]>([
    [
      "BABA",
      "America/New_York",
      "stamped after the close, read a quarter of an hour later",
      "20:00:02",
      "20:15:00",
      true,
    ],
    ["BABA", "America/New_York", "stamped after the close, read at once", "20:00:02", "20:05:00", false],
    ["BABA", "America/New_York", "stamped inside the session, read in the evening", "18:22:00", "23:00:00", false],
    ["BABA", "America/New_York", "of a source without a clock, once it is due", null, "20:15:00", true],
    ["BABA", "America/New_York", "of a source without a clock, before it is due", null, "20:10:00", false],
    ["AZN.L", "Europe/London", "stamped before London's auction", "15:29:12", "20:00:00", false],
    ["AZN.L", "Europe/London", "stamped with London's auction", "15:35:19", "15:50:00", true],
    ["SAP.DE", "Europe/Berlin", "stamped before Xetra's auction", "15:29:58", "20:00:00", false],
    [
      "SMSN.IL",
      "Europe/London",
      "of a market without a known hour, its price an hour old",
      "15:09:00",
      "16:30:00",
      true,
    ],
    [
      "SMSN.IL",
      "Europe/London",
      "of a market without a known hour, its price a moment old",
      "15:09:00",
      "15:40:00",
      false,
    ],
    [
      "SMSN.IL",
      "Europe/London",
      "of a market without a known hour, of a source without a clock, that day",
      null,
      "21:30:00",
      false,
    ],
  ])("%s (%s), %s", (ticker, zone, _, stamp, read, expected) => {
    const stated = stamp === null ? {} : { at: at(`2026-08-28T${stamp}Z`) };
    const reply = { fetchedAt: at(`2026-08-28T${read}Z`), stated };
    expect(isClose("2026-08-28", reply, daysOf(ticker, zone))).toBe(expected);
  });

  const israel = daysOf("SMSN.IL", "Europe/London");
  const stated = (instant: string) => ({ at: at(instant), sessionEnds: "16:30" });
  test("in a market whose source states the hour, once stamp and reading lie behind it", () => {
    const read = (stamp: string, fetched: string) =>
      isClose("2026-08-28", { fetchedAt: at(fetched), stated: stated(stamp) }, israel);
    expect(read("2026-08-28T15:30:01Z", "2026-08-28T15:50:00Z")).toBe(true);
    expect(read("2026-08-28T15:29:59Z", "2026-08-28T15:50:00Z")).toBe(false);
    expect(read("2026-08-28T15:30:01Z", "2026-08-28T15:40:00Z")).toBe(false);
  });
  test("by the hour of another day, which may be a short one, only once the price is an hour old", () => {
    const short = { at: at("2026-08-28T13:00:00Z"), sessionEnds: "12:30", sessionEndsOn: "2026-08-27" };
    const read = (fetched: string) => isClose("2026-08-28", { fetchedAt: at(fetched), stated: short }, israel);
    expect(read("2026-08-28T13:16:00Z")).toBe(false);
    expect(read("2026-08-28T14:01:00Z")).toBe(true);
  });
  test("on a later day only where the reply was not made inside that session", () => {
    const fetchedAt = at("2026-09-01T12:00:00Z");
    const read = (instant: string) => isClose("2026-08-28", { fetchedAt, stated: stated(instant) }, israel);
    expect(read("2026-08-28T14:00:00Z")).toBe(false);
    expect(read("2026-08-28T15:35:00Z")).toBe(true);
    expect(read("2026-09-01T11:00:00Z")).toBe(true);
    expect(isClose("2026-08-28", { fetchedAt, stated: {} }, israel)).toBe(true);
  });
});

describe("the day of a stamp", () => {
  const newYork = createZone("America/New_York") as Zone;
  const week = ["2026-08-24", "2026-08-25", "2026-08-26", "2026-08-27", "2026-08-28"];
  const stamps = (time: string, shift = 0) => week.map((day) => newYork.instantOf(day, time) + shift * 3_600_000);
  test.each([
    ["the open", stamps("09:30")],
    ["midnight", stamps("00:00")],
    ["ten in the evening before", stamps("00:00", -2)],
    ["eleven in the evening before", stamps("00:00", -1)],
  ])("is the session's, stamped at %s", (_, given) => {
    expect(sessionDates(given, newYork, undefined)).toEqual(week);
  });
  test("of a dividend is read like those of the bars", () => {
    const dateOf = sessionDating(stamps("00:00", -2), newYork, undefined);
    expect(dateOf(newYork.instantOf("2026-08-26", "22:00"))).toBe("2026-08-27");
  });
  test("of the source's own latest price is its own, whatever the bars' stamps are", () => {
    const own = newYork.instantOf("2026-08-28", "22:30");
    expect(sessionDates([...stamps("00:00", -1).slice(0, 4), own], newYork, own)).toEqual(week);
  });
  test("of a single late bar among many is its own", () => {
    const given = [...stamps("09:30").slice(0, 4), newYork.instantOf("2026-08-28", "21:00")];
    expect(sessionDates(given, newYork, undefined)).toEqual(week);
  });
});
