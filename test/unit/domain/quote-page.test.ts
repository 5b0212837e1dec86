import { describe, expect, it } from "vitest";
import type { ExchangeId } from "../../../src/domain/exchange";
import { type QuotePage, quotePageFor } from "../../../src/domain/quote-page";

describe("the address of a listing's quote page", () => {
  it.each<[QuotePage, string, ExchangeId | undefined, string]>([
    ["yahoo", "BRK.B", "NYSE", "https://finance.yahoo.com/quote/BRK-B"],
    ["google", "BRK.B", "NYSE", "https://www.google.com/finance/quote/BRK.B:NYSE"],
    ["google", "RCI-B.TO", "TSX", "https://www.google.com/finance/quote/RCI.B:TSE"],
    ["google", "BT-A.L", "LSE", "https://www.google.com/finance/quote/BT.A:LON"],
    ["google", "BAJAJ-AUTO.NS", "NSE", "https://www.google.com/finance/quote/BAJAJ-AUTO:NSE"],
    ["tradingview", "REI-UN.TO", "TSX", "https://www.tradingview.com/symbols/TSX-REI.UN/"],
    ["tradingview", "7203.T", "TOKYO", "https://www.tradingview.com/symbols/TSE-7203/"],
    ["marketwatch", "BRK.B", "NYSE", "https://www.marketwatch.com/investing/stock/brk.b"],
    ["stockanalysis", "BABA", "NYSE", "https://stockanalysis.com/stocks/baba/"],
    ["google", "BABA", undefined, "https://finance.yahoo.com/quote/BABA"],
    ["marketwatch", "0700.HK", "HONGKONG", "https://finance.yahoo.com/quote/0700.HK"],
  ])("at %s, of %s (%s)", (site, ticker, exchange, url) => {
    expect(quotePageFor(site, exchange === undefined ? { ticker } : { ticker, exchange }).url).toBe(url);
  });
});
