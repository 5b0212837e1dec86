import type { ExchangeId } from "../exchange";
import { isOrdinaryCapitals } from "./common-words";
import type { SurfaceMatch } from "./identification";
import { nameTokens } from "./name-keys";
import { linkedTicker } from "./quote-links";
import { surfaceMatch } from "./surface-match";
import {
  countrySuffix,
  type DatedDirectory,
  exchangesSpelled,
  knownAs,
  type SpelledTicker,
  suffixedTicker,
  tickerOn,
  tickerWithSuffix,
} from "./ticker-spellings";

const CURRENCIES = new Set(
  "USD EUR GBP JPY CNY CAD AUD NZD HKD SGD CHF SEK NOK DKK MXN BRL INR KRW TWD ZAR RUB TRY PLN THB MYR IDR PHP".split(
    " ",
  ),
);

/** Coins whose letters are also tickers; a cashtag means the coin. */
const COINS = new Set(
  "BTC ETH SOL XRP DOGE ADA DOT LTC BCH LINK AVAX SHIB UNI ATOM TRX NEAR APT ARB OP BNB USDT USDC".split(" "),
);

/** Whether letters are a coin's before they are a listing's. */
export function isCoin(symbol: string): boolean {
  return COINS.has(symbol);
}

/** The listing whose quote page a link leads to, where the link's text names it; the surface is the address, a space and the text. */
export function linkMatches(surface: string, directory: DatedDirectory): SurfaceMatch[] {
  const space = surface.indexOf(" ");
  const symbol = space < 0 ? null : linkedTicker(surface.slice(0, space));
  const known = symbol === null ? null : (knownAs(symbol, directory) ?? suffixedTicker(symbol, directory));
  const named = known?.listing && namedIn(surface.slice(space + 1), known.ticker, known.listing.name);
  if (!known || !named) return [];
  const [start, end] = [space + 1 + named.start, space + 1 + named.end];
  return [surfaceMatch({ start, end, as: "link", doubt: 0 }, known, directory)];
}

/** Longest text of a link that still names its company and does not tell a story about it. */
const LONGEST_LINK_TEXT = 60;

/** Where a link's text names its company: by ticker, or from the first word of its name to the end. */
function namedIn(text: string, ticker: string, name: string): { start: number; end: number } | null {
  if (text.length > LONGEST_LINK_TEXT) return null;
  const symbol = text.indexOf(ticker);
  if (symbol >= 0 && !/[\p{L}\p{N}]/u.test(text.charAt(symbol - 1) + text.charAt(symbol + ticker.length))) {
    return { start: symbol, end: symbol + ticker.length };
  }
  const [first = ""] = name.replace(/^The /, "").split(/[^\p{L}\p{N}]+/u);
  const start = text.length - text.trimStart().length;
  const begins = first.length > 2 && text.slice(start).toLowerCase().startsWith(first.toLowerCase());
  return begins ? { start, end: text.trimEnd().length } : null;
}

/** `$BABA`, `$BRK.B`, and the form `$Alibaba(BABA)$`. */
export function cashtagMatches(surface: string, directory: DatedDirectory): SurfaceMatch[] {
  const inner = /\(([A-Z0-9.]+)\)\$$/.exec(surface)?.[1];
  const symbol = inner ?? surface.slice(1).replace("-", ".");
  if (CURRENCIES.has(symbol)) return [];
  const known = cashtagged(symbol, directory);
  if (!known) return [];
  if (inner !== undefined) {
    const end = surface.length - 2;
    return [surfaceMatch({ start: end - inner.length, end, as: "cashtag", doubt: 0 }, known, directory)];
  }
  const doubt = symbol.length === 1 || COINS.has(symbol) ? 2 : isOrdinaryCapitals(symbol) ? 1 : 0;
  return [surfaceMatch({ start: 0, end: surface.length, as: "cashtag", doubt }, known, directory)];
}

function cashtagged(symbol: string, directory: DatedDirectory): SpelledTicker | null {
  const known = knownAs(symbol, directory);
  if (known) return known;
  if (symbol.includes(".")) return suffixedTicker(symbol, directory);
  return /^\d{4,5}$/.test(symbol) ? tickerOn(["HONGKONG"], symbol, directory) : null;
}

/** `0700.HK`, `SHEL.L`; `start` is where it stands in the surface. */
export function suffixedMatches(spelling: string, start: number, directory: DatedDirectory): SurfaceMatch[] {
  const known = suffixedTicker(spelling, directory);
  const isOwnSpelling = directory.byTicker(spelling) !== undefined || /\.[A-Z]{2}$/.test(spelling);
  const doubt = known?.listing && isOwnSpelling ? 0 : 1;
  const place = { start, end: start + spelling.length, as: "suffixed", doubt } as const;
  return known ? [surfaceMatch(place, known, directory)] : [];
}

/** `NYSE: BABA`, `NASDAQ: GOOG, GOOGL`, `TSCO:Nasdaq`, `AAPL:US`; `colon` is where the colon stands. */
export function qualifiedMatches(surface: string, colon: number, directory: DatedDirectory): SurfaceMatch[] {
  const left = surface.slice(0, colon).replace(/(?: (?:ticker|symbol|stock|common|under|shares)){1,2}\s{0,9}$/, "");
  const symbols = [...surface.slice(colon).matchAll(/[A-Za-z0-9][A-Za-z0-9.\-/]*/g)];
  const exchanges = exchangesAtEnd(left);
  if (exchanges.length === 0) return reversedMatches(left, symbols[0]?.[0] ?? "", directory);
  const found = symbols.flatMap(({ 0: symbol, index }, at) => {
    // `NYSE: AEM, TSX: AEM`: the second is the next exchange.
    if (at > 0 && exchangesSpelled(symbol).length > 0) return [];
    const known = /[a-z]/.test(symbol) ? null : tickerOn(exchanges, symbol, directory);
    if (!known) return [];
    const start = colon + index;
    const doubt = known.listing && symbol.length > 1 ? 0 : 1;
    return [surfaceMatch({ start, end: start + symbol.length, as: "exchange", doubt }, known, directory)];
  });
  const [first] = found;
  return first ? [...nameBefore(left, first), ...found] : [];
}

/** `United` of `United (NASDAQ: UAL)`: words right before the bracket that begin the name of the company in it. */
function nameBefore(left: string, { name, ...match }: SurfaceMatch): SurfaceMatch[] {
  const bracket = left.lastIndexOf("(");
  const words = bracket < 1 ? [] : nameTokens(left.slice(0, bracket));
  const keys = nameTokens(name).map(({ key }) => key);
  for (let count = Math.min(words.length, keys.length); count > 0; count -= 1) {
    const last = words.slice(-count);
    const [from, to] = [last[0], last.at(-1)];
    if (!from || !to || !last.every(({ key }, index) => key === keys[index])) continue;
    return [{ ...match, name, start: from.start, end: to.end, as: "name", doubt: 0 }];
  }
  return [];
}

function reversedMatches(left: string, right: string, directory: DatedDirectory): SurfaceMatch[] {
  const ticker = /[A-Z0-9.]{1,8}$/.exec(left);
  if (!ticker) return [];
  const onExchange = exchangesSpelled(right.toUpperCase());
  const suffix = countrySuffix(right);
  const byCountry = suffix === undefined ? null : tickerWithSuffix(ticker[0], suffix, directory);
  const known = onExchange.length > 0 ? tickerOn(onExchange, ticker[0], directory) : byCountry;
  const place = { start: ticker.index, end: left.length, as: "exchange", doubt: 0 } as const;
  return known?.listing ? [surfaceMatch(place, known, directory)] : [];
}

/** The exchanges named by the last words before a colon, the longest name first (`Nasdaq Stockholm` before `Stockholm`). */
function exchangesAtEnd(text: string): readonly ExchangeId[] {
  const words = text
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter(Boolean);
  for (let count = Math.min(4, words.length); count > 0; count -= 1) {
    const exchanges = exchangesSpelled(words.slice(-count).join(""));
    if (exchanges.length > 0) return exchanges;
  }
  return [];
}
