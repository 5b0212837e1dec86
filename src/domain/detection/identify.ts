import type { Directory } from "../directory";
import type { Listing } from "../listing";
import { ASIAN_LETTER, otherPieces } from "./asian-words";
import { isOrdinaryCapitals } from "./common-words";
import type { Doubt, Identification, SurfaceMatch } from "./identification";
import type { NameFound, NameIndex } from "./name-index";
import { type NameToken, nameTokens } from "./name-keys";
import { linkedTicker } from "./quote-links";
import { isPartOfLongerName } from "./surroundings";
import {
  countrySuffix,
  exchangesSpelled,
  knownAs,
  type SpelledTicker,
  suffixedTicker,
  tickerOn,
  tickerWithSuffix,
} from "./ticker-spellings";

/** Answers which of the surfaces hold listings. */
export type Identify = (surfaces: Iterable<string>) => Identification;

export function createIdentify(directory: Directory, names: NameIndex): Identify {
  return (surfaces) => {
    const found: Record<string, readonly SurfaceMatch[]> = Object.create(null);
    for (const surface of surfaces) {
      const matches = matchesIn(surface, directory, names);
      if (matches.length > 0) found[surface] = matches;
    }
    return { ...found };
  };
}

function matchesIn(surface: string, directory: Directory, names: NameIndex): SurfaceMatch[] {
  if (surface.startsWith("https:")) return linkMatches(surface, directory);
  if (surface.startsWith("$")) return cashtagMatches(surface, directory);
  if (/^\d+\.[A-Z]+$/.test(surface)) return suffixedMatch(surface, 0, surface, directory);
  const colon = surface.search(/[:：|]/);
  if (colon > 0) return qualifiedMatches(surface, colon, directory);
  return ASIAN_LETTER.test(surface) ? asianMatches(surface, directory, names) : runMatches(surface, directory, names);
}

function linkMatches(address: string, directory: Directory): SurfaceMatch[] {
  const symbol = linkedTicker(address);
  const known = symbol === null ? null : (knownAs(symbol, directory)[0] ?? suffixedTicker(symbol, directory));
  return known ? [match(0, address.length, known, "link", 0)] : [];
}

const CURRENCIES = new Set(
  "USD EUR GBP JPY CNY CAD AUD NZD HKD SGD CHF SEK NOK DKK MXN BRL INR KRW TWD ZAR RUB TRY PLN THB MYR IDR PHP".split(
    " ",
  ),
);
/** Coins whose letters are also tickers; a cashtag means the coin. */
const COINS = new Set(
  "BTC ETH SOL XRP DOGE ADA DOT LTC BCH LINK AVAX SHIB UNI ATOM TRX NEAR APT ARB OP BNB USDT USDC".split(" "),
);

function cashtagMatches(surface: string, directory: Directory): SurfaceMatch[] {
  const inner = /\(([A-Z0-9.]+)\)\$$/.exec(surface);
  const symbol = inner?.[1] ?? surface.slice(1).replace("-", ".");
  if (CURRENCIES.has(symbol)) return [];
  const known =
    knownAs(symbol, directory)[0] ??
    (symbol.includes(".") ? suffixedTicker(symbol, directory) : null) ??
    (/^\d{4,5}$/.test(symbol) ? tickerOn(["HONGKONG"], symbol, directory) : null);
  if (!known) return [];
  const doubt = inner ? 0 : symbol.length === 1 || COINS.has(symbol) ? 2 : isOrdinaryCapitals(symbol) ? 1 : 0;
  const start = inner ? surface.length - 2 - symbol.length : 0;
  return [match(start, inner ? start + symbol.length : surface.length, known, "cashtag", doubt)];
}

function suffixedMatch(text: string, start: number, spelling: string, directory: Directory): SurfaceMatch[] {
  const known = suffixedTicker(spelling, directory);
  return known
    ? [match(start, start + text.length, known, "suffixed", known.listing && !/\.[A-Z]$/.test(spelling) ? 0 : 1)]
    : [];
}

/** Names in Asian letters, alone or mixed (`LG전자`), and names in Latin ones to which an ending is written on (`TSMC는`). */
function asianMatches(surface: string, directory: Directory, names: NameIndex): SurfaceMatch[] {
  const pieces = otherPieces(surface);
  const matches = pieces.flatMap(({ text, start }) =>
    runMatches(text, directory, names)
      .filter(({ as }) => as === "name")
      .map((found) => ({ ...found, start: found.start + start, end: found.end + start })),
  );
  // Letters that stand free among the words may be a ticker; those with an ending written on are too seldom one.
  if (pieces.length > 0) matches.push(...runMatches(surface, directory, names).filter(({ as }) => as !== "name"));
  for (let at = 0; at < surface.length - 1; ) {
    const found = names.asianAt(surface, at);
    if (found?.listing) matches.push(match(at, at + found.length, { listing: found.listing }, "name", found.doubt));
    at += found?.length ?? 1;
  }
  return matches.sort((a, b) => a.start - b.start);
}

/** `NYSE: BABA`, `NASDAQ: GOOG, GOOGL`, `TSCO:Nasdaq`, `AAPL:US`. */
function qualifiedMatches(surface: string, colon: number, directory: Directory): SurfaceMatch[] {
  const left = surface.slice(0, colon).replace(/(?: (?:ticker|symbol|stock|common|under|shares)){1,2}\s{0,2}$/, "");
  const exchanges = exchangesAtEnd(left);
  const symbols = [...surface.slice(colon).matchAll(/[A-Za-z0-9][A-Za-z0-9.\-/]*/g)];
  if (exchanges.length > 0) {
    return symbols.flatMap(({ 0: symbol, index }) => {
      if (!/^[A-Z0-9][A-Z0-9.\-/]*$/.test(symbol)) return [];
      const known = tickerOn(exchanges, symbol, directory);
      return known
        ? [
            match(
              colon + index,
              colon + index + symbol.length,
              known,
              "exchange",
              known.listing && symbol.length > 1 ? 0 : 1,
            ),
          ]
        : [];
    });
  }
  const ticker = /[A-Z0-9.]{1,8}$/.exec(left);
  const right = symbols[0]?.[0];
  if (!ticker || right === undefined) return [];
  const onExchange = exchangesSpelled(right.toUpperCase());
  const suffix = countrySuffix(right);
  const known =
    onExchange.length > 0
      ? tickerOn(onExchange, ticker[0], directory)
      : suffix === undefined
        ? null
        : tickerWithSuffix(ticker[0], suffix, directory);
  return known?.listing ? [match(ticker.index, ticker.index + ticker[0].length, known, "exchange", 0)] : [];
}

/** The exchanges named by the last words before a colon, the longest name first (`Nasdaq Stockholm` before `Stockholm`). */
function exchangesAtEnd(text: string) {
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

function runMatches(surface: string, directory: Directory, names: NameIndex): SurfaceMatch[] {
  const tokens = nameTokens(surface);
  const matches: SurfaceMatch[] = [];
  const named: { found: NameFound; index: number }[] = [];
  for (let index = 0; index < tokens.length; ) {
    const name = names.at(tokens, index, surface);
    if (name && "listing" in name) {
      named.push({ found: name, index });
      const first = tokens[index];
      const bare = name.tokens === 1 && first ? tickerMatch(first, surface, directory)[0] : undefined;
      if (bare && bare.ticker !== name.listing.ticker) matches.push(bare);
    } else if (!name) matches.push(...tickerMatch(tokens[index], surface, directory));
    index += name?.tokens ?? 1;
  }
  const isName = (at: number) => named.some(({ found, index }) => index <= at && at < index + found.tokens);
  for (const { found, index } of named) {
    const first = tokens[index];
    const last = tokens[index + found.tokens - 1];
    if (!first || !last) continue;
    const inName = found.doubt > 0 && isPartOfLongerName(tokens, index, index + found.tokens, surface, isName);
    matches.push({
      ...match(first.start, endOf(last, surface), found, "name", found.doubt),
      ...(found.full ? { full: true as const } : {}),
      ...(inName ? { inName: true as const } : {}),
    });
  }
  return matches;
}

/** The end of a name's last word, without a possessive ending. */
function endOf(token: NameToken, surface: string): number {
  return token.bare === undefined
    ? token.end
    : token.start + surface.slice(token.start, token.end).replace(/['’][sS]$/, "").length;
}

function tickerMatch(token: NameToken | undefined, surface: string, directory: Directory): SurfaceMatch[] {
  if (!token) return [];
  const word = /^[A-Z0-9]{1,10}(?:[.-][A-Z]{1,2}(?![A-Za-z]))?/.exec(surface.slice(token.start))?.[0] ?? "";
  if (word.includes(".")) {
    const dotted = suffixedMatch(word, token.start, word, directory);
    if (dotted.length > 0) return dotted;
  }
  const symbol = word.replace("-", ".");
  const plain = surface.slice(token.start, endOf(token, surface));
  const own = symbol.includes(".") ? symbol : plain;
  if (!/^[A-Z]{1,5}(?:\.[A-Z])?$/.test(own)) return [];
  const doubt: Doubt = isOrdinaryCapitals(own) ? 3 : own.length < 3 ? 2 : 1;
  return knownAs(own, directory).map((known) => match(token.start, token.start + own.length, known, "ticker", doubt));
}

function match(
  start: number,
  end: number,
  found: SpelledTicker | { readonly listing: Listing },
  as: SurfaceMatch["as"],
  doubt: Doubt,
): SurfaceMatch {
  const { listing } = found;
  const spelled = "ticker" in found ? found : null;
  const other = listing?.otherListing;
  return {
    start,
    end,
    ticker: listing?.ticker ?? spelled?.ticker ?? "",
    name: listing?.name ?? spelled?.ticker ?? "",
    kind: listing?.kind ?? "stock",
    as,
    doubt,
    ...(other === undefined ? {} : { other }),
    ...(spelled?.until === undefined ? {} : { until: spelled.until }),
  };
}
