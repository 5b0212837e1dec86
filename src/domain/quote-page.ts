import { isAmerican } from "./american-exchanges";
import type { ExchangeId } from "./exchange";
import type { Listing } from "./listing";
import type { QUOTE_PAGES } from "./settings";
import { yahooSpelling } from "./yahoo-spelling";

/** A site with pages about listings, one of `QUOTE_PAGES`. */
export type QuotePage = (typeof QUOTE_PAGES)[number];

/** The sites' own names. */
export const QUOTE_PAGE_NAMES: Readonly<Record<QuotePage, string>> = {
  yahoo: "Yahoo Finance",
  google: "Google Finance",
  marketwatch: "MarketWatch",
  tradingview: "TradingView",
  stockanalysis: "Stock Analysis",
};

/**
 * The address of a listing's page at a site. If the site's spelling of the ticker is not known, it is Yahoo's page,
 * which has every ticker of ours.
 */
export function quotePageFor(
  site: QuotePage,
  { ticker, exchange, kind }: Pick<Listing, "ticker"> & Partial<Pick<Listing, "exchange" | "kind">>,
): { readonly site: QuotePage; readonly url: string } {
  const url = exchange && ADDRESS[site]?.({ ticker, exchange, kind });
  if (url) return { site, url };
  return { site: "yahoo", url: `https://finance.yahoo.com/quote/${encodeURIComponent(yahooSpelling(ticker))}` };
}

interface Place {
  readonly ticker: string;
  readonly exchange: ExchangeId;
  readonly kind: Listing["kind"] | undefined;
}

/** The addresses at the sites other than Yahoo; null where the site's spelling of the ticker is not known. */
const ADDRESS: Readonly<Partial<Record<QuotePage, (place: Place) => string | null>>> = {
  google({ ticker, exchange }) {
    const code = GOOGLE_CODES[exchange];
    return code ? `https://www.google.com/finance/quote/${encodeURIComponent(local(ticker, exchange))}:${code}` : null;
  },
  marketwatch({ ticker, exchange, kind }) {
    if (!isAmerican(exchange)) return null;
    return `https://www.marketwatch.com/investing/${kind === "etf" ? "fund" : "stock"}/${encodeURIComponent(ticker.toLowerCase())}`;
  },
  tradingview({ ticker, exchange }) {
    const code = TRADINGVIEW_CODES[exchange];
    return code ? `https://www.tradingview.com/symbols/${code}-${encodeURIComponent(local(ticker, exchange))}/` : null;
  },
  stockanalysis({ ticker, exchange, kind }) {
    if (!isAmerican(exchange)) return null;
    return `https://stockanalysis.com/${kind === "etf" ? "etf" : "stocks"}/${encodeURIComponent(ticker.toLowerCase())}/`;
  },
};

/** The codes Google Finance puts behind a ticker. */
const GOOGLE_CODES: Readonly<Partial<Record<ExchangeId, string>>> = {
  NYSE: "NYSE",
  NASDAQ: "NASDAQ",
  AMEX: "NYSEAMERICAN",
  ARCA: "NYSEARCA",
  CBOE: "BATS",
  TSX: "TSE",
  LSE: "LON",
  XETRA: "ETR",
  PARIS: "EPA",
  AMSTERDAM: "AMS",
  SIX: "SWX",
  TOKYO: "TYO",
  SHANGHAI: "SHA",
  SHENZHEN: "SHE",
  KOREA: "KRX",
  NSE: "NSE",
  ASX: "ASX",
};

/** The codes TradingView puts before a ticker. */
const TRADINGVIEW_CODES: Readonly<Partial<Record<ExchangeId, string>>> = {
  NYSE: "NYSE",
  NASDAQ: "NASDAQ",
  AMEX: "AMEX",
  ARCA: "AMEX",
  TSX: "TSX",
  LSE: "LSE",
  XETRA: "XETR",
  PARIS: "EURONEXT",
  AMSTERDAM: "EURONEXT",
  SIX: "SIX",
  TOKYO: "TSE",
  SHANGHAI: "SSE",
  SHENZHEN: "SZSE",
  KOREA: "KRX",
  NSE: "NSE",
  ASX: "ASX",
};

/** The ticker without its suffix, which only tickers of other countries have; a class with a dot: `RCI.B`, `REI.UN`. */
function local(ticker: string, exchange: ExchangeId): string {
  return isAmerican(exchange) ? ticker : ticker.replace(/\.\w+$/, "").replace(/-(?=..?$)/, ".");
}
