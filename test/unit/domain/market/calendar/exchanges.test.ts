import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EXCHANGE_IDS, EXCHANGES, type ExchangeId } from "../../../../../src/domain/exchange";
import { addDays } from "../../../../../src/domain/market/calendar-day";
import { createZone } from "../../../../../src/domain/market/local-clock";
import { marketOf, marketOfExchange } from "../../../../../src/domain/market/market";
import { createTradingDays } from "../../../../../src/domain/market/trading-day";

const daysOf = (id: ExchangeId) => {
  const days = createTradingDays(marketOfExchange(id));
  if (!days) throw new Error(`no zone for ${id}`);
  return days;
};
const daysOfTicker = (ticker: string, zone: string) => {
  const days = createTradingDays(marketOf(ticker, zone));
  if (!days) throw new Error(`no zone ${zone}`);
  return days;
};
/** The local time at which a session ends, as the exchange's clock shows it. */
const closeOn = (id: ExchangeId, date: string) =>
  new Date(daysOf(id).closedAt(date)).toLocaleTimeString("en-GB", {
    timeZone: EXCHANGES[id].zone,
    hour: "2-digit",
    minute: "2-digit",
  });

describe("a session is held or not, as the exchange published it", () => {
  test.each<[ExchangeId, string, boolean, string]>([
    ["XETRA", "2025-05-01", false, "Labour Day"],
    ["LSE", "2025-05-01", true, "no holiday in London"],
    ["LSE", "2026-12-28", false, "Boxing Day is observed on Monday"],
    ["TOKYO", "2026-09-22", false, "a day between two holidays"],
    ["SHANGHAI", "2026-02-23", false, "the last day of the New Year's break"],
    ["SHANGHAI", "2026-02-24", true, "the first session after it"],
    ["STOCKHOLM", "2025-09-29", true, "an ordinary Monday"],
    ["HONGKONG", "2024-09-06", false, "a typhoon"],
    ["TAIPEI", "2024-07-24", false, "a typhoon"],
    ["KOREA", "2025-10-08", false, "Chuseok, observed"],
    ["KOSDAQ", "2026-02-17", false, "the lunar New Year"],
    ["TADAWUL", "2026-02-27", false, "a Friday in Riyadh"],
    ["TADAWUL", "2026-03-01", true, "a Sunday in Riyadh"],
    ["TELAVIV", "2025-12-28", true, "a Sunday of the old week"],
    ["TELAVIV", "2026-01-02", false, "the last Friday of the old week"],
    ["TELAVIV", "2026-01-04", true, "the last Sunday"],
    ["TELAVIV", "2026-01-09", true, "the first Friday of the new week"],
    ["TELAVIV", "2026-01-11", false, "the first Sunday of the new week"],
    ["NSE", "2026-02-01", true, "Budget Sunday"],
    ["BSE", "2025-02-01", true, "Budget Saturday"],
    ["BSE", "2026-02-08", false, "an ordinary Sunday"],
    ["NSE", "2025-10-21", true, "the Muhurat hour of Diwali"],
    ["BSE", "2026-11-08", true, "the Muhurat hour on a Sunday"],
    ["SAOPAULO", "2026-02-16", false, "Carnival"],
    ["NYSE", "2025-01-09", false, "the day of mourning for Jimmy Carter"],
  ])("%s %s: %s (%s)", (id, date, isHeld) => {
    expect(daysOf(id).isKnown(date)).toBe(true);
    expect(daysOf(id).expects(date)).toBe(isHeld);
  });

  test.each<[ExchangeId, string, string]>([
    ["LSE", "2025-12-23", "16:30"],
    ["LSE", "2025-12-24", "12:30"],
    ["PARIS", "2026-12-31", "14:05"],
    ["LISBON", "2026-12-31", "13:05"],
    ["XETRA", "2026-12-30", "14:00"],
    ["STOCKHOLM", "2026-04-30", "13:00"],
    ["HONGKONG", "2026-02-16", "12:10"],
    ["ASX", "2026-12-24", "14:10"],
    ["TSX", "2026-12-24", "13:00"],
    ["TELAVIV", "2025-11-09", "15:40"],
    ["TELAVIV", "2025-11-10", "17:15"],
    ["TELAVIV", "2026-11-13", "13:50"],
    ["NSE", "2025-10-21", "14:45"],
    ["SINGAPORE", "2026-12-23", "17:06"],
    ["SINGAPORE", "2026-12-24", "12:06"],
    ["SINGAPORE", "2026-02-16", "12:06"],
    ["MADRID", "2026-12-24", "14:05"],
    ["KOREA", "2026-11-18", "15:30"],
    ["KOREA", "2026-11-19", "16:30"],
    ["KOSDAQ", "2025-11-13", "16:30"],
    ["SAOPAULO", "2026-03-06", "18:00"],
    ["SAOPAULO", "2026-03-09", "17:00"],
    ["MEXICO", "2026-10-30", "14:00"],
    ["MEXICO", "2026-11-03", "15:00"],
    ["NASDAQ", "2026-11-27", "13:00"],
  ])("%s closes on %s at %s", (id, date, time) => expect(closeOn(id, date)).toBe(time));
});

test("the hour of a session that was announced without it is not known", () => {
  expect(["2026-11-06", "2026-11-08", "2026-11-09"].map(daysOf("NSE").isHourKnown)).toEqual([true, false, true]);
  expect(daysOfTicker("SMSN.IL", "Europe/London").isHourKnown("2026-11-09")).toBe(false);
});

describe("neighbouring sessions", () => {
  test.each<[ExchangeId, string, string]>([
    ["SHANGHAI", "2026-02-13", "2026-02-24"],
    ["TADAWUL", "2026-02-19", "2026-02-23"],
    ["TADAWUL", "2026-02-26", "2026-03-01"],
    ["XETRA", "2025-04-30", "2025-05-02"],
    ["NSE", "2026-01-30", "2026-02-01"],
    ["NSE", "2026-11-08", "2026-11-09"],
    ["TOKYO", "2026-09-18", "2026-09-24"],
    ["NYSE", "2026-11-25", "2026-11-27"],
  ])("in %s the session after %s is that of %s", (id, date, next) => {
    const days = daysOf(id);
    expect(days.next(date)).toBe(next);
    expect(days.previous(next)).toBe(date);
    expect(days.between(date, next)).toEqual([]);
  });
  test("the days between two others are those with sessions, both ends left out", () => {
    expect(daysOf("STOCKHOLM").between("2025-09-26", "2025-10-01")).toEqual(["2025-09-29", "2025-09-30"]);
  });
  test("before and after undo each other, whatever the exchange", () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((count) => addDays("2023-01-01", count));
    fc.assert(
      fc.property(fc.constantFrom(...EXCHANGE_IDS), day, (id, date) => {
        const days = daysOf(id);
        const next = days.next(date);
        expect(days.expects(next)).toBe(true);
        expect(next > date).toBe(true);
        expect(days.between(date, next)).toEqual([]);
        expect(days.next(days.previous(next))).toBe(next);
      }),
    );
  });
  test("each year of each exchange has between 225 and 262 sessions", () => {
    for (const id of EXCHANGE_IDS) {
      for (let year = 2024; year <= 2027; year += 1) {
        const count = daysOf(id).between(`${year - 1}-12-31`, `${year + 1}-01-01`).length;
        expect([id, year, count >= 225 && count <= 262]).toEqual([id, year, true]);
      }
    }
  });
});

describe("what nobody published", () => {
  test("weekdays are expected after the last known year, and none for sure", () => {
    const london = daysOf("LSE");
    expect(london.knownUntil).toBe("2027-12-31");
    expect(london.isKnown("2028-12-25")).toBe(false);
    expect(london.expects("2028-12-25")).toBe(true);
    expect(london.expects("2028-12-24")).toBe(false);
  });
  test("a calendar without a known year has no last known day", () => {
    expect(marketOf("QNBK.QA", "Asia/Qatar").calendar.knownUntil).toBeNull();
  });
  test("Riyadh's week outlives its calendar", () => {
    expect(daysOf("TADAWUL").expects("2028-12-24")).toBe(true);
    expect(daysOf("TADAWUL").expects("2028-12-22")).toBe(false);
  });
  test.each([
    ["SMSN.IL", "Europe/London", "2025-12-25", true, false],
    ["THYAO.IS", "Europe/Istanbul", "2025-05-19", true, false],
    ["BEP.NE", "America/Toronto", "2025-12-25", true, false],
    ["^VIX", "America/Chicago", "2025-12-25", false, false],
    ["SAP.MU", "Europe/Berlin", "2025-12-25", false, false],
    ["QNBK.QA", "Asia/Qatar", "2025-12-25", false, true],
    ["QNBK.QA", "Asia/Qatar", "2025-12-26", false, false],
    ["QNBK.QA", "Asia/Qatar", "2025-12-28", false, true],
    ["EMAAR.AE", "Asia/Dubai", "2025-12-26", false, true],
  ])("%s of %s: is %s known %s, expected %s", (ticker, zone, date, isKnown, isExpected) => {
    const days = daysOfTicker(ticker, zone);
    expect(days.isKnown(date)).toBe(isKnown);
    expect(days.expects(date)).toBe(isExpected);
    // The hour is nobody's guess: until the data tells, the local day has to be over.
    expect(days.closedAt("2025-11-11")).toBe(createZone(zone)?.instantOf("2025-11-11", "24:00"));
  });
});

describe("a stamp proves a close when the closing price stands", () => {
  const at = (id: ExchangeId, moment: string) => {
    const [date = "", time = ""] = moment.split(" ");
    return (createZone(EXCHANGES[id].zone)?.instantOf(date, time.slice(0, 5)) ?? 0) + Number(time.slice(6)) * 1000;
  };
  test.each<[string, ExchangeId, string, string, boolean]>([
    ["a price from before London's auction", "LSE", "2026-11-27 16:29:12", "2026-11-27 18:00:00", false],
    ["the same, kept until Monday", "LSE", "2026-11-27 16:29:12", "2026-11-30 07:00:00", false],
    ["the auction's price", "LSE", "2026-11-27 16:35:19", "2026-11-27 16:50:30", true],
    ["the auction's price, too early to be final", "LSE", "2026-11-27 16:35:19", "2026-11-27 16:44:00", false],
    ["a source that stamps the end of trading, read late", "LSE", "2026-11-27 16:30:00", "2026-11-27 17:00:00", true],
    ["a source that stamps the end of trading, read early", "LSE", "2026-11-27 16:30:00", "2026-11-27 16:50:00", false],
    ["Christmas Eve's price at noon", "LSE", "2026-12-24 12:10:00", "2026-12-24 16:00:00", false],
    ["Christmas Eve's auction", "LSE", "2026-12-24 12:35:02", "2026-12-24 12:50:00", true],
    ["New York's closing cross", "NASDAQ", "2026-11-25 16:00:01", "2026-11-25 16:15:00", true],
    ["a price of the early afternoon", "NYSE", "2026-11-25 14:22:00", "2026-11-25 22:00:00", false],
    ["Stockholm's random end of the auction", "STOCKHOLM", "2026-11-25 17:29:41", "2026-11-25 17:45:00", true],
    ["Hong Kong's random end of the auction", "HONGKONG", "2026-11-25 16:08:12", "2026-11-25 16:30:00", true],
    ["Hong Kong before the auction", "HONGKONG", "2026-11-25 15:59:58", "2026-11-25 18:00:00", false],
    ["Singapore's auction on Christmas Eve", "SINGAPORE", "2026-12-24 12:05:40", "2026-12-24 12:25:00", true],
    ["Singapore before that auction", "SINGAPORE", "2026-12-24 11:59:51", "2026-12-24 18:00:00", false],
    ["Madrid before its auction on Christmas Eve", "MADRID", "2026-12-24 13:59:58", "2026-12-24 18:00:00", false],
    ["Seoul's price at half past three on the exam day", "KOREA", "2026-11-19 15:31:00", "2026-11-19 15:55:00", false],
    ["Seoul's close on the exam day", "KOREA", "2026-11-19 16:30:20", "2026-11-19 16:50:00", true],
    ["a price of the next morning", "TOKYO", "2026-11-27 09:03:00", "2026-11-27 09:25:00", true],
  ])("%s", (_, id, stamp, now, isProven) => {
    const date = id === "TOKYO" ? "2026-11-26" : stamp.slice(0, 10);
    expect(daysOf(id).isProven(date, at(id, stamp), at(id, now))).toBe(isProven);
  });
  test.each<[ExchangeId, string]>([
    ["NYSE", "16:15"],
    ["LSE", "16:55"],
    ["OSLO", "16:45"],
    ["XETRA", "17:50"],
    ["STOCKHOLM", "17:45"],
    ["KOREA", "15:50"],
    ["TOKYO", "15:50"],
  ])("without a stamp %s has its close from %s on", (id, time) => {
    expect(daysOf(id).dueAt("2026-11-25")).toBe(at(id, `2026-11-25 ${time}:00`));
  });
});
