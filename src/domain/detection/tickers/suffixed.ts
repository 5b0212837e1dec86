import type { Candidate } from "../candidate";
import { makeCandidate } from "../make-candidate";
import { countrySuffix } from "./exchange-codes";
import { brazilianRoot } from "./share-classes";
import { type DatedDirectory, knownAs, suffixedTicker, tickerWithSuffix } from "./ticker-spellings";

/** The candidate for a ticker with its suffix (`0700.HK`, `SHEL.L`); `start` is its offset in the phrase. */
export function suffixedCandidates(spelling: string, start: number, directory: DatedDirectory): Candidate[] {
  const known = suffixedTicker(spelling, directory);
  const isOwnSpelling = directory.byTicker(spelling) !== undefined || /\.[A-Z]{2}$/.test(spelling);
  const doubt = known?.listing && isOwnSpelling ? 0 : 1;
  const place = { start, end: start + spelling.length, form: "suffixed", doubt } as const;
  return known ? [makeCandidate(place, known, directory)] : [];
}

/**
 * The candidate for a ticker and its country, as trading terminals write it: `SAN FP`, `700 HK`. The directory must
 * have it.
 */
export function countryCandidates(phrase: string, directory: DatedDirectory): Candidate[] {
  const [, symbol = "", country = ""] = /^([A-Z0-9]{1,6}) ([A-Z]{2})$/.exec(phrase) ?? [];
  const suffix = countrySuffix(country);
  const known = suffix === undefined ? null : tickerWithSuffix(symbol, suffix, directory);
  if (!known?.listing) return [];
  // Digits before a country are nothing else; letters may be two abbreviations.
  const doubt = /^\d{3,}$/.test(symbol) ? 0 : 1;
  return [makeCandidate({ start: 0, end: phrase.length, form: "suffixed", doubt }, known, directory)];
}

/** Codes of countries that Asian pages put before a ticker (`US.NVDA`, `HK.00700`), with the suffix each stands for. */
const BEFORE: Readonly<Record<string, string>> = { US: "", HK: "HK", SH: "SS", SZ: "SZ", SG: "SI", JP: "T" };

/**
 * The candidate at the beginning of a word of a phrase that its shape shows to be a ticker: after its country
 * (`US.NVDA`), or as a Brazilian share (`PETR4`).
 */
export function shapedCandidates(text: string, start: number, directory: DatedDirectory): Candidate[] {
  const [countried, country = "", symbol = ""] = /^([A-Z]{2})\.([A-Z0-9]{1,6})(?![A-Za-z0-9])/.exec(text) ?? [];
  if (countried !== undefined && Object.hasOwn(BEFORE, country)) {
    const known = tickerWithSuffix(symbol, BEFORE[country] ?? "", directory);
    const place = { start, end: start + countried.length, form: "suffixed", doubt: 0 } as const;
    return known?.listing ? [makeCandidate(place, known, directory)] : [];
  }
  const code = /^[A-Z]{4}(?:3|4|5|6|11)(?![A-Za-z0-9])/.exec(text)?.[0] ?? "";
  const known = code === "" ? null : brazilianShare(code, directory);
  const place = { start, end: start + code.length, form: "suffixed", doubt: 1 } as const;
  return known ? [makeCandidate(place, known, directory)] : [];
}

/** The share of that class, or the company's other one that the directory knows. */
function brazilianShare(code: string, directory: DatedDirectory) {
  const own = knownAs(`${code}.SA`, directory);
  if (own?.listing) return own;
  const isListed = ["3", "4", "11"].some((end) => directory.byTicker(`${brazilianRoot(code)}${end}.SA`));
  return isListed ? { ticker: `${code}.SA` } : null;
}
