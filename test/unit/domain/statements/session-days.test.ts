import { describe, expect, it } from "vitest";
import { marketOf } from "../../../../src/domain/market/market";
import { createTradingDays } from "../../../../src/domain/market/trading-day";
import { findStatements } from "../../../../src/domain/statements/find-statements";
import { type SessionCalendar, sessionDays } from "../../../../src/domain/statements/session-days";
import type { SessionWords } from "../../../../src/domain/statements/session-words";
import type { LanguageCode } from "../../../../src/domain/statements/words/languages";

function calendar(ticker: string, zone: string): SessionCalendar {
  const days = createTradingDays(marketOf(ticker, zone));
  if (!days) throw new Error(zone);
  return days;
}
const newYork = calendar("ACME", "America/New_York");
const hongKong = calendar("0700.HK", "Asia/Hong_Kong");
const tokyo = calendar("7203.T", "Asia/Tokyo");

const weekday = (day: number): SessionWords => ({ stated: "", day: { kind: "weekday", weekday: day } });
const words = (kind: "today" | "yesterday" | "latest" | "next"): SessionWords => ({
  stated: kind,
  day: { kind },
});
const previous = (of: SessionWords | null): SessionWords => ({
  stated: "",
  day: { kind: "previous", of: of?.day ?? null },
});
const date = (day: number, month: number | null = null, year: number | null = null): SessionWords => ({
  stated: "",
  day: { kind: "date", day, month, year },
});

describe("the session that words mean", () => {
  it.each<[string, SessionWords | null, string, SessionCalendar, string | null]>([
    ["a weekday is the latest such day", weekday(2), "2025-11-14", newYork, "2025-11-11"],
    ["the weekday of publication is that day itself", weekday(5), "2025-11-14", newYork, "2025-11-14"],
    ["Friday, told on a Monday, is that of last week", weekday(5), "2025-11-17", newYork, "2025-11-14"],
    ["a weekday that was a holiday names nothing", weekday(4), "2025-11-28", newYork, null],
    ["a day off in Hong Kong names nothing there", weekday(3), "2025-10-02", hongKong, null],
    ["no word is the published day", null, "2025-11-14", newYork, "2025-11-14"],
    ["no word on a Sunday is Friday", null, "2025-11-16", newYork, "2025-11-14"],
    ["no word on Thanksgiving is the day before", null, "2025-11-27", newYork, "2025-11-26"],
    [
      "today on a Saturday, by a clock ahead of New York, is Friday",
      words("today"),
      "2025-11-15",
      newYork,
      "2025-11-14",
    ],
    ["yesterday on a Monday is Friday", words("yesterday"), "2025-11-17", newYork, "2025-11-14"],
    ["yesterday after a holiday is the session before it", words("yesterday"), "2025-11-28", newYork, "2025-11-26"],
    ["the previous close is of the session before", previous(null), "2025-11-14", newYork, "2025-11-13"],
    ["the close before that of a named day", previous(weekday(2)), "2025-11-14", newYork, "2025-11-10"],
    ["yesterday on a Saturday is Friday", words("yesterday"), "2025-11-15", newYork, "2025-11-14"],
    ["a date without its year is the latest", date(31, 12), "2026-01-02", newYork, "2025-12-31"],
    ["a day of the month alone is the latest", date(24), "2019-01-29", newYork, "2019-01-24"],
    ["a date in full is itself", date(28, 4, 2014), "2014-05-01", newYork, "2014-04-28"],
    ["Tuesday, told in January of a year's end", weekday(2), "2026-01-02", newYork, "2025-12-30"],
    ["Thursday, the first of January, names nothing", weekday(4), "2026-01-02", newYork, null],
    ["Friday in New York, told on a Saturday in Tokyo", weekday(5), "2025-11-15", newYork, "2025-11-14"],
    ["today after a long weekend in Tokyo", words("today"), "2025-11-04", tokyo, "2025-11-04"],
    ["yesterday after a long weekend in Tokyo", words("yesterday"), "2025-11-04", tokyo, "2025-10-31"],
    ["no word on a day off in Hong Kong", null, "2025-10-01", hongKong, "2025-09-30"],
    ["a date a day ahead of the author's clock", date(15, 11), "2025-11-14", newYork, null],
    ["the close before that of a date", previous(date(11, 11)), "2025-11-14", newYork, "2025-11-10"],
    ["the session before a half day after Thanksgiving", previous(weekday(5)), "2025-11-28", newYork, "2025-11-26"],
    ["a latest session, told on a holiday", words("latest"), "2025-11-27", newYork, "2025-11-26"],
    ["a leap day is itself", date(29, 2), "2024-03-04", newYork, "2024-02-29"],
    ["a Tokyo holiday is no session", date(3, 11, 2025), "2025-11-05", tokyo, null],
  ])("%s", (_, said, published, days, expected) => {
    expect(sessionDays(said, published, days)?.likely ?? null).toBe(expected);
  });

  it("is either of two with last Tuesday, and a week ago with last Friday, told on a Friday", () => {
    const last = (day: number): SessionWords => ({ stated: "", day: { kind: "weekday", weekday: day, isPast: true } });
    expect(sessionDays(last(2), "2025-11-14", newYork)).toEqual({
      likely: "2025-11-11",
      expected: ["2025-11-11", "2025-11-04"],
      isCertain: false,
    });
    expect(sessionDays(last(5), "2025-11-14", newYork)?.expected).toEqual(["2025-11-07"]);
  });

  it("may be one day earlier than today or yesterday, as a page's day in UTC may be tomorrow's", () => {
    const expected = (said: SessionWords) => sessionDays(said, "2025-11-12", newYork)?.expected;
    expect(expected(words("today"))).toEqual(["2025-11-12", "2025-11-11"]);
    expect(expected(words("yesterday"))).toEqual(["2025-11-11", "2025-11-10"]);
  });

  it("is certain only for a weekday or a date", () => {
    const certain = [weekday(2), date(11, 11), null, words("today"), words("latest"), words("yesterday")].map(
      (said) => sessionDays(said, "2025-11-14", newYork)?.isCertain,
    );
    expect(certain).toEqual([true, true, false, false, false, false]);
  });

  it("may be the published day or the one before where no word says it", () => {
    expect(sessionDays(null, "2025-11-14", newYork)?.expected).toEqual(["2025-11-14", "2025-11-13"]);
  });
});

it.each<[LanguageCode, string]>([
  ["en", "Acme closed at $41.20 the day before yesterday."],
  ["de", "Acme schloss vorgestern bei 41,20 Dollar."],
  ["fr", "Acme a clôturé avant-hier à 41,20 dollars."],
  ["es", "Acme cerró anteayer en 41,20 dólares."],
  ["pt", "Acme fechou anteontem a 41,20 dólares."],
  ["it", "Acme ha chiuso l'altro ieri a 41,20 dollari."],
  ["ja", "Acmeは一昨日、41.20ドルで取引を終えた。"],
  ["ko", "Acme는 그저께 41.20달러에 마감했다."],
  ["zh", "Acme前天收于41.20美元。"],
])("the day before yesterday is not yesterday: %s: %s", (language, text) => {
  const [statement] = findStatements([{ text, named: [{ ticker: "ACME", start: 0, end: 4 }] }], language).flat();
  expect(statement?.session?.day).toEqual({ kind: "previous", of: { kind: "yesterday" } });
});
