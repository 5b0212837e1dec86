import type { ExchangeId } from "../../exchange";
import type { Candidate } from "../candidate";
import { makeCandidate } from "../make-candidate";
import { nameTokens } from "../names/name-keys";
import { countrySuffix, exchangesSpelled } from "./exchange-codes";
import { exchangePart, tickerLabel } from "./exchange-part";
import { type DatedDirectory, knownAs, type SpelledTicker, tickerOn, tickerWithSuffix } from "./ticker-spellings";

/** A ticker with its class or, for preferred shares and warrants, its series after a space. */
const SYMBOLS = /[A-Za-z0-9][A-Za-z0-9.\-/]*(?: (?:PR[. ]?[A-Z]|WS|WT|RT|UN|[AB])\b)?/g;

/** What stands before a security's number in some register, and is no ticker: `NYSE: KO, WKN 850663`. */
const REGISTER_NUMBERS = new Set(["WKN", "ISIN", "CUSIP", "SEDOL", "CIK", "LEI", "FIGI", "VALOR", "VALOREN"]);

/**
 * The candidates for tickers with their exchange: `NYSE: BABA`, `NASDAQ: GOOG, GOOGL`, `TSCO:Nasdaq`, `AAPL:US`,
 * `Symbol: SPHQ`. `colon` is the colon's offset.
 */
export function qualifiedCandidates(phrase: string, colon: number, directory: DatedDirectory): Candidate[] {
  const symbols = [...phrase.slice(colon).matchAll(SYMBOLS)];
  const part = exchangePart(phrase.slice(0, colon));
  const label = part ? null : tickerLabel(phrase.slice(0, colon));
  if (!part && label === null) return reversedCandidates(phrase.slice(0, colon), symbols[0]?.[0] ?? "", directory);
  const found = symbols.flatMap(({ 0: symbol, index }, at) => {
    // `NYSE: AEM, TSX: AEM`: the second is the next exchange.
    if (at > 0 && exchangesSpelled(symbol).length > 0) return [];
    if (REGISTER_NUMBERS.has(symbol)) return [];
    const known = part ? tickerAmong(part.exchanges, symbol, directory) : knownAs(symbol, directory);
    // `About NYSE: NYSE is …`: the exchange, which has no ticker of its name.
    if (!known || (!known.listing && exchangesSpelled(symbol).length > 0)) return [];
    const start = colon + index;
    const doubt = known.listing && symbol.length > 1 && !(part?.isPlace ?? false) ? 0 : 1;
    return [makeCandidate({ start, end: start + symbol.length, form: "exchange", doubt }, known, directory)];
  });
  const [first] = found;
  return first ? [...nameBefore(phrase.slice(0, part?.start ?? label ?? 0), first), ...found] : [];
}

/** The ticker on one of the exchanges; on a slash list (`LSE/NYSE/AEX`) the first that lists it. */
function tickerAmong(
  exchanges: readonly ExchangeId[],
  symbol: string,
  directory: DatedDirectory,
): SpelledTicker | null {
  return /[a-z]/.test(symbol) ? null : tickerOn(exchanges, symbol, directory);
}

/** `United` of `United (NASDAQ: UAL)`: words right before the bracket that begin the name of the company in it. */
function nameBefore(left: string, { name, ...candidate }: Candidate): Candidate[] {
  const bracket = left.lastIndexOf("(");
  const words = bracket < 1 ? [] : nameTokens(left.slice(0, bracket));
  const keys = nameTokens(name).map(({ key }) => key);
  for (let count = Math.min(words.length, keys.length); count > 0; count -= 1) {
    const last = words.slice(-count);
    const [from, to] = [last[0], last.at(-1)];
    if (!from || !to || !last.every(({ key }, index) => key === keys[index])) continue;
    return [{ ...candidate, name, start: from.start, end: to.end, form: "name", doubt: 0 }];
  }
  return [];
}

function reversedCandidates(left: string, right: string, directory: DatedDirectory): Candidate[] {
  const ticker = /[A-Z0-9.]{1,8}$/.exec(left);
  if (!ticker) return [];
  const onExchange = exchangesSpelled(right.toUpperCase());
  const suffix = countrySuffix(right);
  const byCountry = suffix === undefined ? null : tickerWithSuffix(ticker[0], suffix, directory);
  const known = onExchange.length > 0 ? tickerOn(onExchange, ticker[0], directory) : byCountry;
  const place = { start: ticker.index, end: left.length, form: "exchange", doubt: 0 } as const;
  return known?.listing ? [makeCandidate(place, known, directory)] : [];
}
