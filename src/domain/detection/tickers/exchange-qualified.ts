import type { ExchangeId } from "../../exchange";
import type { Candidate } from "../candidate";
import { makeCandidate } from "../make-candidate";
import { nameTokens } from "../names/name-keys";
import { countrySuffix, type DatedDirectory, exchangesSpelled, tickerOn, tickerWithSuffix } from "./ticker-spellings";

/** `NYSE: BABA`, `NASDAQ: GOOG, GOOGL`, `TSCO:Nasdaq`, `AAPL:US`; `colon` is where the colon stands. */
export function qualifiedCandidates(phrase: string, colon: number, directory: DatedDirectory): Candidate[] {
  const left = phrase.slice(0, colon).replace(/(?: (?:ticker|symbol|stock|common|under|shares)){1,2}\s{0,9}$/, "");
  const symbols = [...phrase.slice(colon).matchAll(/[A-Za-z0-9][A-Za-z0-9.\-/]*/g)];
  const exchanges = exchangesAtEnd(left);
  if (exchanges.length === 0) return reversedCandidates(left, symbols[0]?.[0] ?? "", directory);
  const found = symbols.flatMap(({ 0: symbol, index }, at) => {
    // `NYSE: AEM, TSX: AEM`: the second is the next exchange.
    if (at > 0 && exchangesSpelled(symbol).length > 0) return [];
    const known = /[a-z]/.test(symbol) ? null : tickerOn(exchanges, symbol, directory);
    if (!known) return [];
    const start = colon + index;
    const doubt = known.listing && symbol.length > 1 ? 0 : 1;
    return [makeCandidate({ start, end: start + symbol.length, form: "exchange", doubt }, known, directory)];
  });
  const [first] = found;
  return first ? [...nameBefore(left, first), ...found] : [];
}

/** `United` of `United (NASDAQ: UAL)`: words right before the bracket that begin the name of the company in it. */
function nameBefore(left: string, { name, ...match }: Candidate): Candidate[] {
  const bracket = left.lastIndexOf("(");
  const words = bracket < 1 ? [] : nameTokens(left.slice(0, bracket));
  const keys = nameTokens(name).map(({ key }) => key);
  for (let count = Math.min(words.length, keys.length); count > 0; count -= 1) {
    const last = words.slice(-count);
    const [from, to] = [last[0], last.at(-1)];
    if (!from || !to || !last.every(({ key }, index) => key === keys[index])) continue;
    return [{ ...match, name, start: from.start, end: to.end, form: "name", doubt: 0 }];
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
