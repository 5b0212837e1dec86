import type { Listing } from "../../listing";
import type { Doubt } from "../candidate";
import { isAmbiguous, isFamous, isGuarded, isOrdinary, isOrdinaryCapitals } from "../words/word-lists";

/**
 * The doubt about a name that the starter has. A name of four letters abroad is more often a word of some language than
 * one in the United States.
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

/** Whether an abbreviation in capitals means the company everywhere. */
function isSureAbbreviation(key: string): boolean {
  return ["ibm", "amd", "sap", "ubs", "kfc", "byd", "vw"].includes(key);
}

/**
 * The doubt about a name that only the full directory has, or that was made from a longer one: small companies are
 * called by every word and surname there is.
 */
export function doubtOfUnknown(key: string): Doubt {
  if (!key.includes(" ")) return isOrdinary(key) || isGuarded(key) || key.length < 4 ? 3 : 2;
  if (isLineOfBusiness(key.split(" ").at(-1))) return 0;
  return key.split(" ").every((word) => isOrdinary(word) || word.length < 3) ? 2 : 0;
}

/** Last words of registered names that hardly anything else than a company ends in, whatever ordinary words precede. */
const LINES_OF_BUSINESS = new Set(
  (
    "therapeutics pharmaceuticals biosciences biopharma biotherapeutics bancorp bancshares bankshares technologies semiconductor " +
    "semiconductors holdings holding industries enterprises laboratories foods airlines aerospace brands reit realty software networks"
  ).split(" "),
);

function isLineOfBusiness(word: string | undefined): boolean {
  return word !== undefined && LINES_OF_BUSINESS.has(word);
}

/**
 * Whether a short name can mean its company: an ordinary word can only if the company's name has one word more, as
 * `Vertex` of Vertex Pharmaceuticals, but not `American` of American International Group.
 */
export function isTelling(short: string, core: string, isRegistered: boolean): boolean {
  return short.includes(" ") || !isOrdinary(short) || (isRegistered && core.split(" ").length === 2);
}

/** The doubt about a short form that we made ourselves, which may be a place (`New Zealand` of New Zealand Energy). */
export function notSurer(doubt: Doubt): Doubt {
  return doubt < 2 ? 2 : doubt;
}

/** The doubt about a beginning of a name that the starter has: words of the language may be anything. */
export function doubtOfBeginning(key: string): Doubt {
  return key.split(" ").every((word) => isOrdinary(word) || word.length < 3) ? 2 : 1;
}

/** Whether a short form is too short: three letters can abbreviate anything. */
export function isTooShort(key: string): boolean {
  return key.length < 4;
}

/**
 * Whether a listing is a foreign company's share that is only traded over the counter (`SMFSY`). Texts that name the
 * company mean its listing at home, which no list has.
 */
export function isForeignOverTheCounter({ exchange, ticker }: Listing): boolean {
  return exchange === "OTC" && /^[A-Z]{4}[FY]$/.test(ticker);
}
