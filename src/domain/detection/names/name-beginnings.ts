import type { Listing } from "../../listing";
import { beginsManyNames, isNoShortName, isOrdinary } from "../words/word-lists";
import { isLegalForm } from "./legal-forms";
import { coreKey } from "./name-keys";

/** Words before the telling part of a name: `Grupo Supervielle`, `Banco Macro`; keys. */
const GENERIC = new Set("grupo banco banca groupe gruppo".split(" "));
/** Words that no name begins or ends with. */
const OPEN = new Set("and of the de du do dos da del di la le el los for in on by to at et y e und von van".split(" "));
/** Initials before a surname: `C.H. Robinson`. */
const INITIALS = /^(?:\p{Lu}\.\s?){2,}/u;
/** The shortest beginning of one word; shorter ones abbreviate anything. */
const SHORTEST = 4;
const WESTERN_KEY = /^[\p{sc=Latin}\d ]+$/u;
const LATIN = /\p{sc=Latin}/u;

/**
 * The beginnings by which texts call companies (`Modine` of Modine Manufacturing, `Old Dominion` of Old Dominion
 * Freight Line), by key. One with which names of two companies begin is nobody's.
 */
export function beginnings(listings: readonly Listing[]): ReadonlyMap<string, Listing> {
  const found = new Map<string, Listing | null>();
  for (const listing of listings) {
    if (listing.kind === "etf" || listing.kind === "index") continue;
    for (const key of new Set([listing.name, ...listing.aliases].flatMap(beginningsOf))) {
      const other = found.get(key);
      found.set(key, other === undefined || isSameCompany(other, listing) ? (other ?? listing) : null);
    }
  }
  return new Map([...found].flatMap(([key, listing]) => (listing && isTelling(key) ? [[key, listing] as const] : [])));
}

function isSameCompany(one: Listing | null, other: Listing): boolean {
  return one !== null && (one === other || one.otherListing === other.ticker || other.otherListing === one.ticker);
}

function beginningsOf(name: string): string[] {
  const words = coreKey(name.replace(INITIALS, "")).split(" ");
  const start = GENERIC.has(words[0] ?? "") ? 1 : 0;
  const isWhole = start > 0 || INITIALS.test(name);
  const ends = Array.from({ length: Math.min(MOST_WORDS, words.length - start) }, (_, count) => start + count + 1);
  return ends
    .filter((end) => (isWhole || end < words.length) && !OPEN.has(words[end - 1] ?? "") && !isLegalForm(words[end - 1]))
    .map((end) => words.slice(start, end).join(" "))
    .filter((key) => WESTERN_KEY.test(key) && LATIN.test(key) && !OPEN.has(key.split(" ")[0] ?? ""));
}

/** A company is called by three words of its name at most. */
const MOST_WORDS = 3;

/** Whether a beginning can mean its company: one ordinary word cannot, nor can `National Health`. */
function isTelling(key: string): boolean {
  const [first = "", ...rest] = key.split(" ");
  if (rest.length === 0) return key.length >= SHORTEST && !isOrdinary(key) && !isNoShortName(key);
  return !beginsManyNames(first) || rest.some((word) => !isOrdinary(word));
}
