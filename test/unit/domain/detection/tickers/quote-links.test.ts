import { describe, expect, it } from "vitest";
import { linkedTicker, mayNameTicker } from "../../../../../src/domain/detection/tickers/quote-links";

describe("the address of a quote page names its ticker", () => {
  it.each([
    ["https://finance.yahoo.com/quote/BABA", "BABA"],
    ["https://finance.yahoo.com/quote/BRK-B/history?p=BRK-B", "BRK.B"],
    ["https://finance.yahoo.com/quote/0700.HK/", "0700.HK"],
    ["https://finance.yahoo.com/quote/%5EGSPC", "^GSPC"],
    ["https://uk.finance.yahoo.com/quote/SHEL.L", "SHEL.L"],
    ["https://www.google.com/finance/quote/BABA:NYSE", "BABA"],
    ["https://www.google.com/finance/quote/BRK.B:NYSE?hl=en", "BRK.B"],
    ["https://www.marketwatch.com/investing/stock/baba?mod=mw_quote", "BABA"],
    ["https://www.marketwatch.com/investing/fund/spy", "SPY"],
    ["https://www.marketwatch.com/investing/index/spx", "SPX"],
    ["https://www.cnbc.com/quotes/BABA", "BABA"],
    ["https://www.cnbc.com/quotes/BABA?qsearchterm=", "BABA"],
    ["https://www.bloomberg.com/quote/BABA:US", "BABA"],
    ["https://www.reuters.com/markets/companies/BABA.N", "BABA.N"],
    ["https://www.reuters.com/companies/SAP.DE", "SAP.DE"],
    ["https://www.reuters.com/finance/stocks/overview/AAPL.O", "AAPL.O"],
    ["https://www.nasdaq.com/market-activity/stocks/baba", "BABA"],
    ["https://www.nasdaq.com/market-activity/etf/qqq", "QQQ"],
    ["https://www.nasdaq.com/symbol/amd", "AMD"],
    ["https://seekingalpha.com/symbol/BABA?source=news", "BABA"],
    ["https://www.tradingview.com/symbols/NYSE-BABA/", "BABA"],
    ["https://www.tradingview.com/symbols/BABA/", "BABA"],
    ["https://stocktwits.com/symbol/BABA", "BABA"],
    ["https://finviz.com/quote.ashx?t=BABA&p=d", "BABA"],
    ["https://finviz.com/quote.ashx?p=d&t=BABA", "BABA"],
    ["https://www.barrons.com/market-data/stocks/baba", "BABA"],
    ["https://www.barrons.com/market-data/stocks/us/xnys/baba", "BABA"],
    ["https://www.barrons.com/quote/stock/baba", "BABA"],
    ["https://www.wsj.com/market-data/quotes/BABA", "BABA"],
    ["https://www.wsj.com/market-data/quotes/BABA/financials", "BABA"],
    ["https://quotes.wsj.com/BABA", "BABA"],
    ["https://www.morningstar.com/stocks/xnys/baba/quote", "BABA"],
    ["https://www.fool.com/quote/nyse/baba/", "BABA"],
    ["https://stockanalysis.com/stocks/baba/", "BABA"],
    ["https://stockanalysis.com/etf/spy/", "SPY"],
    ["https://money.cnn.com/quote/quote.html?symb=BABA", "BABA"],
    ["https://www.zacks.com/stock/quote/BABA", "BABA"],
    ["https://www.benzinga.com/quote/BABA", "BABA"],
    ["https://www.benzinga.com/stock/baba", "BABA"],
    ["https://markets.businessinsider.com/stocks/baba-stock", "BABA"],
    ["http://finance.yahoo.com/quote/BABA#news", "BABA"],
  ])("%s: %s", (address, ticker) => {
    expect(linkedTicker(address)).toBe(ticker);
    expect(mayNameTicker(address)).toBe(true);
  });
});

describe("no ticker is in", () => {
  it.each([
    // Investing.com has companies' names in its addresses, no tickers.
    "https://www.investing.com/equities/alibaba",
    "https://www.investing.com/equities/apple-computer-inc",
    "https://finance.yahoo.com/news/alibaba-slides-210000.html",
    "https://finance.yahoo.com/quote/",
    "https://www.google.com/search?q=BABA",
    "https://www.cnbc.com/2025/11/11/alibaba.html",
    "https://www.bloomberg.com/news/articles/2025-11-11/alibaba",
    "https://www.reuters.com/markets/companies/",
    "https://www.wsj.com/articles/BABA",
    "https://www.marketwatch.com/story/BABA",
    "https://seekingalpha.com/article/4500000-baba",
    "https://stockanalysis.com/stocks/",
    "https://finance.yahoo.com.evil.example/quote/BABA",
    "https://evil.example/finance.yahoo.com/quote/BABA",
    "https://notcnbc.com/quotes/BABA",
    "https://finance.yahoo.com/quote/%E0%A4%A",
    "https://finance.yahoo.com/quote/BABA%20rises",
    "https://finance.yahoo.com/quote/AVERYLONGSYMBOLINDEED",
    "javascript:BABA",
    "BABA",
    "",
  ])("%j", (address) => {
    expect(linkedTicker(address)).toBeNull();
  });
});

describe("no closer look pays at", () => {
  it.each([
    "https://www.cnbc.com/2025/11/11/alibaba.html",
    "https://www.bloomberg.com/news/articles/2025-11-11/alibaba",
    "https://www.google.com/search?q=BABA",
    "https://www.investing.com/equities/alibaba",
    "mailto:desk@example.com",
    "",
  ])("%j", (address) => {
    expect(mayNameTicker(address)).toBe(false);
  });
});
