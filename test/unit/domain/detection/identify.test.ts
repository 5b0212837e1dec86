import { describe, expect, it } from "vitest";
import { openDirectory } from "../../../../src/background/directory/directory-image";
import { starterListings } from "../../../fakes/starter-listings";

const { identify } = openDirectory(starterListings(), []);

function found(surface: string, published?: string) {
  return (identify([surface], published)[surface] ?? []).map(({ start, end, ticker, form }) => [
    surface.slice(start, end),
    ticker,
    form,
  ]);
}

describe("what the directory finds in a surface", () => {
  it.each([
    ["NYSE: BABA", [["BABA", "BABA", "exchange"]]],
    ["NASDAQ:AAPL", [["AAPL", "AAPL", "exchange"]]],
    ["Nasdaq: MSFT", [["MSFT", "MSFT", "exchange"]]],
    ["TSCO:Nasdaq", [["TSCO", "TSCO", "exchange"]]],
    ["NYSE:BRK.A", [["BRK.A", "BRK.A", "exchange"]]],
    ["NYSE: BRK-B", [["BRK-B", "BRK.B", "exchange"]]],
    ["OTCMKTS: CRWE", [["CRWE", "CRWE", "exchange"]]],
    ["LSE: TSCO", [["TSCO", "TSCO.L", "exchange"]]],
    ["HKG: 0700", [["0700", "0700.HK", "exchange"]]],
    ["TSE: 7203", [["7203", "7203.T", "exchange"]]],
    ["Nasdaq Stockholm: VOLV-B", [["VOLV-B", "VOLV-B.ST", "exchange"]]],
    ["AAPL:US", [["AAPL", "AAPL", "exchange"]]],
    ["Time: NOW", []],
  ])("exchange-qualified: %s", (surface, wanted) => {
    expect(found(surface)).toEqual(wanted);
  });

  it.each([
    ["$BABA", [["$BABA", "BABA", "cashtag"]]],
    ["$JD.com(JD)$", [["JD", "JD", "cashtag"]]],
    ["$USD", []],
    ["$ZZZZZ", []],
  ])("cashtag: %s", (surface, wanted) => {
    expect(found(surface)).toEqual(wanted);
  });

  it.each([
    ["0700.HK", "0700.HK"],
    ["SHEL.L", "SHEL.L"],
    ["7203.T", "7203.T"],
    ["AAPL.O", "AAPL"],
    ["600519.SH", "600519.SS"],
  ])("suffixed: %s", (surface, ticker) => {
    expect(found(surface)).toEqual([[surface, ticker, "suffixed"]]);
  });

  it.each([
    ["https://finance.yahoo.com/quote/KO Coca-Cola", "KO"],
    ["https://finance.yahoo.com/quote/BRK-B?p=BRK-B Berkshire", "BRK.B"],
    ["https://www.google.com/finance/quote/AAPL:NASDAQ AAPL", "AAPL"],
    ["https://www.marketwatch.com/investing/stock/aapl Apple", "AAPL"],
    ["https://www.cnbc.com/quotes/MSFT MSFT", "MSFT"],
    ["https://www.bloomberg.com/quote/NFLX:US Netflix", "NFLX"],
    ["https://www.reuters.com/markets/companies/INTC.O Intel", "INTC"],
    ["https://www.nasdaq.com/market-activity/stocks/amd AMD", "AMD"],
    ["https://seekingalpha.com/symbol/NVDA NVDA", "NVDA"],
    ["https://www.tradingview.com/symbols/NASDAQ-TSLA/ Tesla", "TSLA"],
    ["https://stocktwits.com/symbol/GME GameStop", "GME"],
    ["https://finviz.com/quote.ashx?t=F Ford", "F"],
    ["https://www.wsj.com/market-data/quotes/DIS Disney", undefined],
    ["https://evil.example/quote/KO Coca-Cola", undefined],
  ])("quote link: %s", (surface, ticker) => {
    expect(found(surface)[0]?.[1]).toBe(ticker);
  });

  it.each([
    ["Alibaba Group Holding Ltd", "BABA", "Alibaba Group Holding Ltd"],
    ["Alibaba's", "BABA", "Alibaba"],
    ["Lowe’s", "LOW", "Lowe’s"],
    ["Procter and Gamble", "PG", "Procter and Gamble"],
    ["The Home Depot Inc", "HD", "Home Depot Inc"],
    ["J. P. Morgan", "JPM", "J. P. Morgan"],
    ["Amazon.com, Inc", "AMZN", "Amazon.com, Inc"],
    ["NVIDIA", "NVDA", "NVIDIA"],
  ])("name: %s", (surface, ticker, span) => {
    expect(found(surface)).toEqual([[span, ticker, "name"]]);
  });

  it.each(["S&P 500", "Dow Jones", "Fox News", "Audiência", "Über", "United Nations", "Black Friday"])(
    "nothing: %s",
    (surface) => {
      expect(found(surface)).toEqual([]);
    },
  );

  it("gives a ticker to the company that had it on the page's day", () => {
    expect(found("NASDAQ: FB", "2019-03-05")).toEqual([["FB", "META", "exchange"]]);
  });

  it("answers what every object inherits with nothing", () => {
    expect(Object.keys(identify(["toString", "__proto__", "constructor"]))).toEqual([]);
  });
});
