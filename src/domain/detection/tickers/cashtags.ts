import type { Candidate } from "../candidate";
import { makeCandidate } from "../make-candidate";
import { isCoin, isCurrency } from "../words/currencies-and-coins";
import { isOrdinaryCapitals } from "../words/word-lists";
import { type DatedDirectory, knownAs, type SpelledTicker, suffixedTicker, tickerOn } from "./ticker-spellings";

/** `$BABA`, `$BRK.B`, and the form `$Alibaba(BABA)$`. */
export function cashtagCandidates(phrase: string, directory: DatedDirectory): Candidate[] {
  const inner = /\(([A-Z0-9.]+)\)\$$/.exec(phrase)?.[1];
  const symbol = inner ?? phrase.slice(1).replace("-", ".");
  if (isCurrency(symbol)) return [];
  const known = cashtagged(symbol, directory);
  if (!known) return [];
  if (inner !== undefined) {
    const end = phrase.length - 2;
    return [makeCandidate({ start: end - inner.length, end, form: "cashtag", doubt: 0 }, known, directory)];
  }
  const doubt = symbol.length === 1 || isCoin(symbol) ? 2 : isOrdinaryCapitals(symbol) ? 1 : 0;
  return [makeCandidate({ start: 0, end: phrase.length, form: "cashtag", doubt }, known, directory)];
}

function cashtagged(symbol: string, directory: DatedDirectory): SpelledTicker | null {
  const known = knownAs(symbol, directory);
  if (known) return known;
  if (symbol.includes(".")) return suffixedTicker(symbol, directory);
  return /^\d{4,5}$/.test(symbol) ? tickerOn(["HONGKONG"], symbol, directory) : null;
}
