import { isLegalForm } from "./detection/names/legal-forms";
import type { Listing } from "./listing";

/** How well a listing answers a query, best first. */
const RANKS = ["ticker", "name", "ticker-start", "name-start", "words"] as const;
type Rank = (typeof RANKS)[number];

/** In shorter words no mistake is allowed, as they differ by one letter from too many others. */
const SHORTEST_MISTYPED = 4;

/** Words that readers write or leave out. */
const OPTIONAL = new Set(["and", "the", "y", "et", "und"]);

/** Signs that make another word of the letters beside them, and that no ticker has: `M&S`, `C++`, `C#`. */
export const SIGN_OF_OTHER_WORD = /[&+]|.#/;

/** A text that a reader may type for a listing, in a form that can be compared. */
interface Spelling {
  /** The words in lower case, without accents and punctuation. */
  readonly words: readonly string[];
  readonly joined: string;
  /** The words without a legal form at the end. */
  readonly core: string;
  /** Whether no sign makes another word of it: `M&S` is not Morgan Stanley. */
  readonly mayBeTicker: boolean;
}

/**
 * Finds the listings that a query names by ticker, name or alias: the best answers first, at most `most`; equally good
 * ones in the order of the directory, the best known first. Case, accents, legal forms and punctuation do not count
 * ("brk b"), nor does one wrong letter in a word if nothing else is found.
 */
export function findListings(listings: readonly Listing[], query: string, most: number): readonly Listing[] {
  const wanted = spellingOf(query);
  if (wanted.joined === "") return [];
  const found = listings.flatMap((listing, place) => {
    const rank = rankOf(listing, wanted);
    return rank === null ? [] : [{ listing, rank: RANKS.indexOf(rank), place }];
  });
  found.sort((a, b) => a.rank - b.rank || a.place - b.place);
  const answers = found.map(({ listing }) => listing);
  return (answers.length > 0 ? answers : listings.filter((listing) => isMistyped(listing, wanted))).slice(0, most);
}

/**
 * The listing that has this text for a ticker or for a whole name or alias. A word that only begins with a capital is
 * no ticker, nor are letters that a point divides elsewhere: `NATO` is not NA.TO, nor `e.g.` EG.
 */
export function exactListing(listings: readonly Listing[], text: string): Listing | undefined {
  const wanted = spellingOf(text);
  const isOneCase = text === text.toUpperCase() || text === text.toLowerCase();
  const written = withPoints(text.normalize("NFKC").toUpperCase());
  const isTicker = ({ ticker }: Listing) =>
    spellingOf(ticker).joined === wanted.joined && written.includes(withPoints(ticker));
  const byTicker = wanted.mayBeTicker && isOneCase && listings.find(isTicker);
  return byTicker || listings.find((listing) => hasName(listing, wanted));
}

/** A share's class is also written after a hyphen, a stroke or a space. */
function withPoints(ticker: string): string {
  return ticker.replace(/[-/ ]/g, ".");
}

function hasName(listing: Listing, wanted: Spelling): boolean {
  return namesOf(listing).some(({ joined, core }) => joined === wanted.joined || core === wanted.core);
}

function rankOf(listing: Listing, wanted: Spelling): Rank | null {
  const ticker = wanted.mayBeTicker ? spellingOf(listing.ticker).joined : "";
  if (ticker === wanted.joined) return "ticker";
  // Few readers write the sign before the ticker of an index.
  if (hasName(listing, wanted) || ticker === `^${wanted.joined}`) return "name";
  const names = namesOf(listing);
  if (ticker.startsWith(wanted.joined)) return "ticker-start";
  if (names.some(({ joined }) => joined.startsWith(wanted.joined))) return "name-start";
  const matches = (words: readonly string[]) => wanted.words.every((word) => words.some((one) => one.startsWith(word)));
  return names.some(({ words }) => matches(words)) ? "words" : null;
}

/** Whether each word of the query begins a word of one of the listing's names, or is such a word but for one letter. */
function isMistyped(listing: Listing, wanted: Spelling): boolean {
  return namesOf(listing).some(({ words }) =>
    wanted.words.every((word) =>
      words.some((one) => one.startsWith(word) || (word.length >= SHORTEST_MISTYPED && isWithinOneEdit(word, one))),
    ),
  );
}

function namesOf({ name, aliases }: Listing): readonly Spelling[] {
  return [name, ...aliases].map(spellingOf);
}

function spellingOf(text: string): Spelling {
  const folded = text
    .normalize("NFKD")
    .replace(/[\p{M}'’.]/gu, "")
    .toLowerCase();
  const all = folded.split(/[^\p{L}\p{N}^=]+/u).filter((word) => word !== "");
  const words = all.length > 1 ? all.filter((word) => !OPTIONAL.has(word)) : all;
  let last = words.length;
  while (last > 1 && isLegalForm(words[last - 1])) last -= 1;
  const mayBeTicker = !SIGN_OF_OTHER_WORD.test(folded);
  return { words, joined: words.join(""), core: words.slice(0, last).join(""), mayBeTicker };
}

/** Whether one letter added, left out, replaced or swapped with its neighbour makes one word of the other. */
function isWithinOneEdit(a: string, b: string): boolean {
  // Readers seldom mistype the first letter of a word.
  if (a[0] !== b[0]) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = (text: string, from: number) => text.slice(from);
  if (short.length < long.length) return rest(short, at) === rest(long, at + 1);
  if (rest(short, at + 1) === rest(long, at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && rest(short, at + 2) === rest(long, at + 2);
}
