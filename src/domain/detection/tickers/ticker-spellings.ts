import type { Directory } from "../../directory";
import { EXCHANGES, type ExchangeId } from "../../exchange";
import type { Listing } from "../../listing";
import type { Ticker } from "../../ticker";
import { suffixOf } from "./exchange-codes";
import { spelledSymbol } from "./share-classes";

/** The directory, and the day of the page (`YYYY-MM-DD`), on which tickers may have belonged to other companies. */
export interface DatedDirectory extends Directory {
  readonly published?: string | undefined;
}

/**
 * The listing that a written ticker stands for. `listing` is absent if the directory does not have it, but the spelling
 * leaves no doubt.
 */
export interface SpelledTicker {
  readonly ticker: Ticker;
  readonly listing?: Listing;
}

/** Exchanges whose tickers carry no suffix. */
const US = new Set<ExchangeId>(["NYSE", "NASDAQ", "AMEX", "ARCA", "CBOE", "IEX", "OTC", "INDEX"]);

/**
 * The ticker of `symbol` on one of the exchanges. Since the exchange is named, it counts even if the directory does not
 * have it, as long as its shape is right.
 */
export function tickerOn(
  exchanges: readonly ExchangeId[],
  symbol: string,
  directory: DatedDirectory,
): SpelledTicker | null {
  for (const id of exchanges) {
    const spelled = spellings(symbol, id);
    if (US.has(id) && spelledSymbol(symbol).derived) return derivedTicker(symbol, directory);
    for (const ticker of spelled) {
      const known = knownAs(ticker, directory);
      if (known) return known;
      // Another company has the ticker today, and no list says whose it was on the page's day.
      if (directory.byTicker(ticker)) return null;
    }
  }
  for (const id of exchanges) {
    const [ticker] = spellings(symbol, id);
    if (ticker && (US.has(id) ? /^[A-Z]{2,5}(?:\.[A-Z])?$/ : /^[A-Z0-9-]{2,10}\.[A-Z]{1,2}$/).test(ticker))
      return { ticker };
  }
  return null;
}

/** A preferred share, warrant, unit or right has a ticker of its own; it is never the company's common share. */
function derivedTicker(symbol: string, directory: DatedDirectory): SpelledTicker {
  const { symbol: ticker } = spelledSymbol(symbol);
  const listing = directory.byTicker(ticker);
  return listing ? { ticker, listing } : { ticker };
}

/** The ticker with this suffix (`""`: none), if the directory has it. */
export function tickerWithSuffix(symbol: string, suffix: string, directory: DatedDirectory): SpelledTicker | null {
  return knownAs(suffix === "" ? symbol : `${padded(symbol, suffix)}.${suffix}`, directory);
}

/**
 * A ticker with the suffix of its exchange or of an agency (`0700.HK`, `SHEL.L`, `AAPL.O`). One with digits and a known
 * suffix counts by its shape.
 */
export function suffixedTicker(text: string, directory: DatedDirectory): SpelledTicker | null {
  const dot = text.lastIndexOf(".");
  const base = text.slice(0, dot);
  const code = text.slice(dot + 1);
  if (dot < 1) return null;
  const exact = knownAs(text, directory);
  if (exact) return exact;
  const suffix = suffixOf(code);
  if (suffix === undefined) return null;
  const known = base.length > 1 ? tickerWithSuffix(base, suffix, directory) : null;
  if (known) return known;
  return /^\d{4,6}$/.test(base) && suffix.length === 2 ? { ticker: `${padded(base, suffix)}.${suffix}` } : null;
}

/** The listing that had the ticker on the page's day, today's or the one before it; today's if the page has no date. */
export function knownAs(ticker: Ticker, directory: DatedDirectory): SpelledTicker | null {
  const listing = directory.byTicker(ticker);
  const former = directory.byFormerTicker(ticker);
  const { published } = directory;
  const wasFormers = former && (!listing || (published !== undefined && published <= former.until));
  if (wasFormers) return { ticker: former.listing.ticker, listing: former.listing };
  return listing && !isTooEarly(listing, published) ? { ticker, listing } : null;
}

/** Whether the company had another ticker on the page's day, so that this one was another company's. */
function isTooEarly({ formerTickers }: Listing, published: string | undefined): boolean {
  return published !== undefined && formerTickers.some(({ until }) => published <= until);
}

/** The ways in which our tickers may write `symbol` on an exchange, the likeliest first. */
function spellings(symbol: string, id: ExchangeId): string[] {
  const { suffix } = EXCHANGES[id];
  const upper = symbol.toUpperCase().replace(/\.$/, "");
  if (suffix === "") {
    const dotted = spelledSymbol(upper).symbol;
    const joined = /^([A-Z]{2,4})([AB])$/.exec(upper);
    return id === "INDEX" ? [`^${upper}`, dotted] : joined ? [dotted, `${joined[1]}.${joined[2]}`] : [dotted];
  }
  const digitsFit = NUMBERED.has(id) ? /^\d/.test(upper) : id === "BSE" || !/^\d+$/.test(upper);
  return digitsFit ? [`${padded(upper, suffix).replace(/[./ ]/, "-")}.${suffix}`] : [];
}

/** Exchanges that number their listings. */
const NUMBERED = new Set<ExchangeId>([
  "TOKYO",
  "HONGKONG",
  "SHANGHAI",
  "SHENZHEN",
  "KOREA",
  "KOSDAQ",
  "TAIPEI",
  "TADAWUL",
]);

function padded(symbol: string, suffix: string): string {
  if (!/^\d+$/.test(symbol)) return symbol;
  const bare = symbol.replace(/^0+(?=\d)/, "");
  if (suffix === "HK") return bare.padStart(4, "0");
  return suffix === "SS" || suffix === "SZ" || suffix === "KS" || suffix === "KQ" ? bare.padStart(6, "0") : symbol;
}
