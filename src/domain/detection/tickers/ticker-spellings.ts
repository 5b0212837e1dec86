import type { Directory } from "../../directory";
import { EXCHANGES, type ExchangeId } from "../../exchange";
import type { Listing } from "../../listing";
import type { Ticker } from "../../ticker";
import { suffixOf } from "./exchange-codes";
import { spelledSymbol } from "./share-classes";

/** The directory as a page of some day (`YYYY-MM-DD`) sees it. */
export interface DatedDirectory extends Directory {
  readonly published?: string | undefined;
}

/**
 * What a spelled ticker stands for; `listing` is absent where the directory does not know it but the spelling leaves
 * no doubt.
 */
export interface SpelledTicker {
  readonly ticker: Ticker;
  readonly listing?: Listing;
}

/** Exchanges whose tickers carry no suffix. */
const US = new Set<ExchangeId>(["NYSE", "NASDAQ", "AMEX", "ARCA", "CBOE", "IEX", "OTC", "INDEX"]);

/**
 * The ticker that `symbol` is on one of the exchanges. Explicit by its exchange, so it stands even where the directory
 * is silent, as long as its shape is right.
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
      // Another company has the ticker today; whose it was on the page's day no list says.
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

/** The ticker with that suffix (`""`: none); known to the directory only. */
export function tickerWithSuffix(symbol: string, suffix: string, directory: DatedDirectory): SpelledTicker | null {
  return knownAs(suffix === "" ? symbol : `${padded(symbol, suffix)}.${suffix}`, directory);
}

/**
 * A ticker with its exchange or agency suffix (`0700.HK`, `SHEL.L`, `AAPL.O`); one with digits and a known suffix
 * stands by its shape.
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

/**
 * Whose ticker it was on a page's day: of today's listing and the one that had it before, today's where the page has
 * no date.
 */
export function knownAs(ticker: Ticker, directory: DatedDirectory): SpelledTicker | null {
  const listing = directory.byTicker(ticker);
  const former = directory.byFormerTicker(ticker);
  const { published } = directory;
  const wasFormers = former && (!listing || (published !== undefined && published <= former.until));
  if (wasFormers) return { ticker: former.listing.ticker, listing: former.listing };
  return listing && !isTooEarly(listing, published) ? { ticker, listing } : null;
}

/** Whether the company had another ticker on the page's day, so that this one was somebody else's. */
function isTooEarly({ formerTickers }: Listing, published: string | undefined): boolean {
  return published !== undefined && formerTickers.some(({ until }) => published <= until);
}

/** How our tickers may spell `symbol` on an exchange, likeliest first. */
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
