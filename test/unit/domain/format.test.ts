import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFormat, wayOf } from "../../../src/domain/format";

const english = createFormat("en-US");

describe("prices", () => {
  it.each([
    [160.8, "USD", 2, "$160.80"],
    [6846.61, null, 2, "6,846.61"],
    [0.5321, "USD", 4, "$0.5321"],
    [0.00003, "USD", 5, "$0.00003"],
    [337.05, "GBp", 2, "337.05p"],
    [12_400, "GBX", 0, "12,400p"],
    [18_500, "ZAc", 0, "18,500c"],
    [1234, "ILA", 0, "1,234\u00a0ag"],
    [149.6, "JPY", 1, "¥149.6"],
    [3120, "JPY", 0, "¥3,120"],
    [2.684, "EUR", 3, "€2.684"],
    [1.205, "AUD", 3, "A$1.205"],
    [71_200, "KRW", 0, "₩71,200"],
    [612, "HKD", 2, "HK$612.00"],
    [12.5, "not a code", 2, "12.50"],
  ])("writes %s %s with %d decimals as %s", (close, currency, decimals, text) => {
    expect(english.price(close, currency, decimals)).toBe(text);
    expect(english.price(close, currency)).toBe(text);
  });
  it.each([
    [337.05, "GBp", 2, "£3.3705"],
    [12_400, "GBX", 0, "£124.00"],
    [18_500, "ZAc", 0, "ZAR\u00a0185.00"],
    [1234, "ILA", 0, "₪12.34"],
    [160.8, "USD", 2, "$160.80"],
  ])("writes %s %s in the whole currency where the reader asks for it: %s", (close, currency, decimals, text) => {
    expect(createFormat("en-US", "main").price(close, currency, decimals)).toBe(text);
  });
  it.each([
    [165.89, 160.8, "USD", 2, "−5.09"],
    [160.0, 160.8, "USD", 2, "+0.80"],
    [0.5, 0.5321, "USD", 4, "+0.0321"],
    [337.05, 337.1, "GBp", 2, "+0.05"],
    [101.4, 100.5, "JPY", 1, "−0.9"],
    [1.204, 1.205, "AUD", 3, "+0.001"],
    // Each of the two is written rounded; so is their difference.
    [10.004, 10.005, "USD", 2, "+0.01"],
    [10.0049, 10.0001, "USD", 2, "0.00"],
  ])("from %s to %s %s the written closes differ by %5$s", (previous, close, currency, decimals, text) => {
    expect(english.priceChange(previous, close, currency, decimals)).toBe(text);
  });
  it("writes the change in the whole currency beside such a price", () => {
    expect(createFormat("en-US", "main").priceChange(337.05, 337.1, "GBp", 2)).toBe("+0.0005");
  });
  it("the written change is the difference of the written closes", () => {
    const price = fc.double({ min: 0.0001, max: 100_000, noNaN: true });
    const read = (text: string) => Number(text.replaceAll(",", "").replace("−", "-"));
    fc.assert(
      fc.property(price, price, fc.integer({ min: 0, max: 6 }), (previous, close, decimals) => {
        const written = [previous, close].map((one) => read(english.price(one, null, decimals)));
        const difference = (written[1] ?? 0) - (written[0] ?? 0);
        expect(read(english.priceChange(previous, close, null, decimals))).toBeCloseTo(difference, decimals + 2);
      }),
    );
  });
});

describe("percentages", () => {
  it.each([
    [-0.0307, "−3.07%"],
    [0.0021, "+0.21%"],
    [0.00004, "0.00%"],
    [-0.00004, "0.00%"],
    [0, "0.00%"],
  ])("writes %s as %s", (fraction, text) => {
    expect(english.percent(fraction)).toBe(text);
  });
  it("writes points with a sign and without a unit", () => {
    expect(english.points(-0.0328)).toBe("−3.28");
    expect(english.size(-0.0328)).toBe("3.28");
  });
  it("follows the locale's separators and keeps the same minus", () => {
    expect(createFormat("de").percent(-0.0307)).toBe("−3,07\u00a0%");
    expect(createFormat("pt_BR").points(-0.0328)).toBe("−3,28");
  });
  it.each([
    [0.0001, "up"],
    [-0.0001, "down"],
    [0.00004, "flat"],
    [-0.00004, "flat"],
  ])("points %s %s, as it is shown", (fraction, way) => {
    expect(wayOf(fraction)).toBe(way);
  });
});

describe("dates", () => {
  it.each([
    ["en-US", "2025-11-11T21:00Z", "America/New_York", "Tue, Nov 11, 2025, 4:00 PM EST"],
    ["en-US", "2025-07-11T20:00Z", "America/New_York", "Fri, Jul 11, 2025, 4:00 PM EDT"],
    ["en-US", "2025-07-11T15:30Z", "Europe/London", "Fri, Jul 11, 2025, 4:30 PM BST"],
    ["en-US", "2025-12-30T13:00Z", "Europe/Berlin", "Tue, Dec 30, 2025, 2:00 PM CET"],
    ["en-US", "2025-11-11T06:30Z", "Asia/Tokyo", "Tue, Nov 11, 2025, 3:30 PM Japan Standard Time"],
    ["en-US", "2025-11-11T05:10Z", "Australia/Sydney", "Tue, Nov 11, 2025, 4:10 PM AEDT"],
    ["de", "2025-11-11T21:00Z", "America/New_York", "Di., 11. Nov. 2025, 16:00 EST"],
    ["de", "2025-12-30T13:00Z", "Europe/Berlin", "Di., 30. Dez. 2025, 14:00 MEZ"],
    ["ja", "2025-11-11T06:30Z", "Asia/Tokyo", "2025年11月11日(火) 15:30 JST"],
    ["fr", "2025-11-11T06:30Z", "Asia/Tokyo", "mar. 11 nov. 2025, 15:30 heure normale du Japon"],
  ])("%s writes %s in %s as %s", (locale, instant, zone, text) => {
    expect(createFormat(locale).moment(Date.parse(instant), zone)).toBe(text);
  });
  it("writes a trading day with its weekday where no hour is known", () => {
    expect(english.weekdayAndDay("2025-11-11")).toBe("Tue, Nov 11, 2025");
    expect(createFormat("es").weekdayAndDay("2025-11-11")).toBe("mar, 11 nov 2025");
  });
  it("writes a trading day as that day in every time zone", () => {
    expect(english.day("2025-11-11")).toBe("Nov 11, 2025");
    expect(createFormat("ja").day("2025-11-11")).toBe("2025年11月11日");
  });
  it("falls back to English for a tag nobody knows", () => {
    expect(createFormat("!!").day("2025-11-11")).toBe("Nov 11, 2025");
  });
});
