import type { Listing } from "../../listing";
import type { Doubt } from "../candidate";
import { isAmbiguous, isFamous, isGuarded, isOrdinary, isOrdinaryCapitals } from "../words/word-lists";

/**
 * How far to believe a name that the starter knows. Abroad, four letters are a word of some language more often than
 * here.
 */
export function doubtOfKnown(key: string, capitals: boolean, { ticker }: Listing): Doubt {
  if (key.includes(" ")) return isAmbiguous(key) ? 2 : 0;
  if (isGuarded(key)) return 3;
  if (capitals && isSureAbbreviation(key)) return 0;
  if (isFamous(key)) return 1;
  if (capitals) return isOrdinaryCapitals(key.toUpperCase()) ? 2 : key.length < 4 ? 1 : 0;
  if (isOrdinary(key)) return 2;
  return key.length < (ticker.includes(".") ? 5 : 4) ? 1 : 0;
}

/** Abbreviations that, in capitals, mean the company everywhere. */
function isSureAbbreviation(key: string): boolean {
  return ["ibm", "amd", "sap", "ubs", "kfc"].includes(key);
}

/**
 * How far to believe a name that only the full directory knows, or that was made from a longer one: small companies
 * bear every word and surname there is.
 */
export function doubtOfUnknown(key: string): Doubt {
  if (!key.includes(" ")) return isOrdinary(key) || isGuarded(key) || key.length < 4 ? 3 : 2;
  return key.split(" ").every((word) => isOrdinary(word) || word.length < 3) ? 2 : 0;
}

/**
 * An ordinary word is a short name only of a company whose own name has one word more: `Vertex` of Vertex
 * Pharmaceuticals, not `American` of American International Group.
 */
export function isTelling(short: string, core: string, isRegistered: boolean): boolean {
  return short.includes(" ") || !isOrdinary(short) || (isRegistered && core.split(" ").length === 2);
}

/** A short form that we made ourselves may be a place (`New Zealand` of New Zealand Energy). */
export function notSurer(doubt: Doubt): Doubt {
  return doubt < 2 ? 2 : doubt;
}

/** Three letters left of a longer name are an abbreviation of anything. */
export function isTooShort(key: string): boolean {
  return key.length < 4;
}
