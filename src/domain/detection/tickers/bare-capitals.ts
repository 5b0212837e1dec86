import type { Candidate, Doubt } from "../candidate";
import type { Lookup } from "../lookup";
import { makeCandidate } from "../make-candidate";
import { endOf, type NameToken } from "../names/name-keys";
import { isCoin } from "../words/currencies-and-coins";
import { isOrdinaryCapitals } from "../words/word-lists";
import { shapedCandidates, suffixedCandidates } from "./suffixed";
import { knownAs } from "./ticker-spellings";

/** Longer than any ticker with its country or class and the character after it. */
const LONGEST_CODE = 12;

/** Finds a ticker in capitals, with or without a suffix, at the beginning of a word of a phrase. */
export function bareCandidates(token: NameToken, phrase: string, { directory, isKnown }: Lookup): Candidate[] {
  const { start } = token;
  const word = /^[A-Z0-9]{1,10}(?:[.-][A-Z]{1,2}(?!\.?[A-Za-z]))?/.exec(phrase.slice(start))?.[0] ?? "";
  const suffixed = word.includes(".") ? suffixedCandidates(word, start, directory) : [];
  if (suffixed.length > 0) return suffixed;
  const shaped = shapedCandidates(phrase.slice(start, start + LONGEST_CODE), start, directory);
  if (shaped.length > 0) return shaped;
  const symbol = /[.-]/.test(word) ? word.replace("-", ".") : phrase.slice(start, endOf(token, phrase));
  const known = /^[A-Z]{1,5}(?:\.[A-Z])?$/.test(symbol) ? knownAs(symbol, directory) : null;
  if (!known) return [];
  const doubt: Doubt =
    isOrdinaryCapitals(symbol) || isCoin(symbol) ? 3 : symbol.length < 3 || !isKnown(known.ticker) ? 2 : 1;
  return [makeCandidate({ start, end: start + symbol.length, form: "ticker", doubt }, known, directory)];
}
