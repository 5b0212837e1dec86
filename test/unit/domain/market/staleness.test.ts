import { describe, expect, test } from "vitest";
import { figuresOf } from "../../../../src/domain/market/figures";
import { staleness } from "../../../../src/domain/market/staleness";

/** What is called missing at `now` when the last close is of `latest` and the reply came at `now`. */
function missingAt(ticker: string, zone: string, latest: string, now: string): string | null {
  const at = Date.parse(now);
  const bars = [{ date: latest, close: 10 }];
  const figures = figuresOf({ ticker, currency: null, zone, bars, splits: null, provider: "yahoo", fetchedAt: at }, at);
  if (!figures) throw new Error("no settled close");
  return staleness(figures, at);
}

describe("old figures are called so when a session is known to have been held since", () => {
  test.each<[string, string, string, string, string, string | null]>([
    ["Riyadh on its Friday", "2222.SR", "Asia/Riyadh", "2026-02-26", "2026-02-27T18:00:00Z", null],
    ["Riyadh on its Saturday", "2222.SR", "Asia/Riyadh", "2026-02-26", "2026-02-28T18:00:00Z", null],
    ["Riyadh on a Sunday evening", "2222.SR", "Asia/Riyadh", "2026-02-26", "2026-03-01T18:00:00Z", "2026-03-01"],
    ["Tel Aviv on a Friday of its old week", "TEVA.TA", "Asia/Jerusalem", "2025-11-13", "2025-11-14T18:00:00Z", null],
    [
      "Tel Aviv on a Friday of its new week",
      "TEVA.TA",
      "Asia/Jerusalem",
      "2026-11-12",
      "2026-11-13T18:00:00Z",
      "2026-11-13",
    ],
    ["Frankfurt on the first of May", "SAP.DE", "Europe/Berlin", "2026-04-30", "2026-05-01T20:00:00Z", null],
    ["London on the first of May", "AZN.L", "Europe/London", "2026-04-30", "2026-05-01T20:00:00Z", "2026-05-01"],
    [
      "London ten minutes before its late sources have the auction",
      "AZN.L",
      "Europe/London",
      "2026-04-29",
      "2026-04-30T15:45:00Z",
      null,
    ],
    ["London once they have", "AZN.L", "Europe/London", "2026-04-29", "2026-04-30T15:55:00Z", "2026-04-30"],
    [
      "London on Christmas Eve's early afternoon",
      "AZN.L",
      "Europe/London",
      "2026-12-23",
      "2026-12-24T13:00:00Z",
      "2026-12-24",
    ],
    ["Shanghai in the New Year's break", "600519.SS", "Asia/Shanghai", "2026-02-13", "2026-02-23T12:00:00Z", null],
    ["Shanghai after it", "600519.SS", "Asia/Shanghai", "2026-02-13", "2026-02-24T12:00:00Z", "2026-02-24"],
    ["Mumbai on Budget Sunday", "TCS.NS", "Asia/Kolkata", "2026-01-30", "2026-02-01T12:00:00Z", "2026-02-01"],
    ["New York two days behind", "BABA", "America/New_York", "2026-11-23", "2026-11-25T23:00:00Z", "2026-11-24"],
    ["a year that no calendar knows", "AZN.L", "Europe/London", "2031-05-01", "2031-05-06T20:00:00Z", null],
    ["an exchange that no calendar knows", "X.AE", "Asia/Dubai", "2026-04-28", "2026-05-01T23:00:00Z", null],
    [
      "weeks without a close, whatever the holidays were",
      "X.AE",
      "Asia/Dubai",
      "2026-04-10",
      "2026-04-28T23:00:00Z",
      "2026-04-28",
    ],
  ])("%s", (_, ticker, zone, latest, now, missing) => {
    expect(missingAt(ticker, zone, latest, now)).toBe(missing);
  });
});
