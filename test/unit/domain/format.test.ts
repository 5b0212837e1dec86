import { describe, expect, it } from "vitest";
import { createFormat, wayOf } from "../../../src/domain/format";

const english = createFormat("en-US");

describe("prices", () => {
  it.each([
    [160.8, "USD", "$160.80"],
    [6846.61, null, "6,846.61"],
    [0.5321, "USD", "$0.5321"],
    [2543, "GBp", "£25.43"],
    [2543, "GBX", "£25.43"],
    [185_00, "ZAc", "ZAR\u00a0185.00"],
    [3120, "JPY", "¥3,120"],
    [71_200, "KRW", "₩71,200"],
    [612, "HKD", "HK$612.00"],
    [12.5, "not a code", "12.50"],
  ])("writes %s %s as %s", (close, currency, text) => {
    expect(english.price(close, currency)).toBe(text);
  });
  it("writes the change between two closes with the decimals of the latter", () => {
    expect(english.priceChange(165.89, 160.8, "USD")).toBe("−5.09");
    expect(english.priceChange(160.0, 160.8, "USD")).toBe("+0.80");
    expect(english.priceChange(0.5, 0.5321, "USD")).toBe("+0.0321");
    expect(english.priceChange(2543, 2793, "GBp")).toBe("+2.50");
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
  it("writes the close in the exchange's zone", () => {
    expect(english.moment(Date.UTC(2025, 10, 11, 21), "America/New_York")).toBe("Nov 11, 2025, 4:00 PM EST");
  });
  it("names New York's zone as New York does in every locale", () => {
    expect(createFormat("de").moment(Date.UTC(2025, 10, 11, 21), "America/New_York")).toBe("11. Nov. 2025, 16:00 EST");
    expect(english.moment(Date.UTC(2025, 6, 11, 20), "America/New_York")).toBe("Jul 11, 2025, 4:00 PM EDT");
  });
  it("writes a trading day as that day in every time zone", () => {
    expect(english.day("2025-11-11")).toBe("Nov 11, 2025");
    expect(createFormat("ja").day("2025-11-11")).toBe("2025年11月11日");
  });
  it("falls back to English for a tag nobody knows", () => {
    expect(createFormat("!!").day("2025-11-11")).toBe("Nov 11, 2025");
  });
});
