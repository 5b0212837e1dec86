import { describe, expect, test } from "vitest";
import type { Closes } from "../../../../src/domain/market/closes";
import { quoteDecimals } from "../../../../src/domain/market/quote-decimals";

function decimals(ticker: string, currency: string | null, prices: readonly number[], splits: Closes["splits"] = []) {
  const bars = prices.map((close, at) => ({ date: `2026-03-${String(at + 1).padStart(2, "0")}`, close }));
  const closes: Closes = { ticker, currency, zone: "UTC", bars, splits, provider: "yahoo", fetchedAt: 0 };
  return quoteDecimals(closes, bars);
}

describe("a listing is written with the decimals its market quotes", () => {
  test.each<[string, string, string | null, readonly number[], number]>([
    ["a dollar share", "BABA", "USD", [165.8, 160], 2],
    ["what a source's adjusting left behind it", "AAPL", "USD", [333.923, 333.825], 2],
    ["a share below a dollar", "SNDL", "USD", [0.98, 0.9], 4],
    ["a share that rose over the dollar", "SNDL", "USD", [0.985, 1.02], 4],
    ["a penny stock", "ABCD", "USD", [0.00002, 0.00003], 5],
    ["whole yen", "7203.T", "JPY", [2893, 2905], 0],
    ["tenths of a yen", "9432.T", "JPY", [149.6, 151], 1],
    ["the same as a 32-bit number", "9432.T", "JPY", [Math.fround(149.6), Math.fround(151.3)], 1],
    ["pence", "AZN.L", "GBp", [12_400, 12_350], 0],
    ["hundredths of a penny", "VOD.L", "GBp", [337.05, 337.1], 2],
    ["thousandths of a euro", "TIT.MI", "EUR", [2.684, 2.7], 3],
    ["thousandths of a dollar in Sydney", "ABC.AX", "AUD", [1.205, 1.21], 3],
    ["a dollar share in London", "DOLLAR.L", "USD", [12.345, 12.5], 3],
    ["won", "005930.KS", "KRW", [71_200, 71_500], 0],
    ["an index", "^GSPC", null, [6832.43, 6846.6], 2],
    ["an index with many decimals", "^N225", "JPY", [50_842.9297, 50_911.76], 2],
    ["a yield", "^IRX", null, [3.788, 3.79], 3],
    ["a long decimal, cut to six digits", "FUND.PA", "EUR", [123.456_789, 123.4], 3],
    ["a currency nobody stated", "X.PA", null, [12.5, 12.4], 2],
  ])("%s: %s in %s, %j", (_, ticker, currency, prices, expected) => {
    expect(decimals(ticker, currency, prices)).toBe(expected);
  });
  test("closes before a split do not count: adjusting them made their decimals", () => {
    const splits = [{ date: "2026-03-03", numerator: 7, denominator: 1 }];
    expect(decimals("ABC.PA", "EUR", [17.142_857, 17.285_714, 17.3, 17.25], splits)).toBe(2);
    expect(decimals("ABC.PA", "EUR", [17.142_857, 17.285_714, 17.3, 17.25])).toBe(4);
  });
});
