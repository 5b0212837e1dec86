import type { Listing } from "../../listing";
import type { Ticker } from "../../ticker";
import type { Doubt } from "../candidate";
import { isGuarded } from "../words/word-lists";
import { isWholeWord } from "./asian-words";
import { isLegalForm, isPartnership, legalForm } from "./legal-forms";
import { isLegalFormIn, type NameToken, nameTokens } from "./name-keys";
import { ACCENTED, type NameEntry } from "./name-table";

/** The names of a directory. */
export interface Names {
  readonly entryOf: (key: string) => NameEntry | undefined;
  /** The length of the longest name that begins with this head; 0 if none does. */
  readonly longestFrom: (head: string) => number;
}

/** How names are found in a text: by their head (how they begin), the longest name first. */
export interface Reading {
  readonly headOf: (name: string) => string;
  readonly lengthOf: (name: string) => number;
}

const MOST_TOKENS = 9;
/** Words such as `She'll`, which are no names. */
const CONTRACTED = /['’](?:ll|re|ve|d|t|m)$/i;

/**
 * Western names: the head is the first word, and the length is counted in words. A text is never searched for more
 * words than the longest name has.
 */
export const WORD_NAMES: Reading = {
  headOf: (key) => key.split(" ", 1)[0] ?? key,
  lengthOf: (key) => Math.min(key.split(" ").length, MOST_TOKENS),
};

/**
 * Names in scripts without spaces: the head is two letters, and the length is counted in letters. No name is shorter
 * than two.
 */
export const ASIAN_NAMES: Reading = { headOf: (name) => name.slice(0, 2), lengthOf: (name) => name.length };

/** A name found in a text: the listing, the number of its tokens, and the doubt about it. */
export interface NameFound {
  readonly listing: Listing;
  readonly tokens: number;
  readonly doubt: Doubt;
  readonly full: boolean;
  /** What the directory has for the name, without the legal form after it. */
  readonly entry: NameEntry;
  /** Whether the name itself ends in what looks like a possessive (`Lowe’s`). */
  readonly ownEnding: boolean;
}

/** Finds the names of a directory in texts. */
export interface NameIndex {
  /**
   * The longest name that begins at a token; null if there is none. If a longer name begins there that belongs to no
   * listing, only its length is given.
   */
  readonly at: (
    tokens: readonly NameToken[],
    index: number,
    text: string,
  ) => NameFound | { readonly tokens: number } | null;
  /**
   * The longest name in another script that begins at an offset of the text; its listing is null if no listing has it.
   */
  readonly asianAt: (
    text: string,
    index: number,
  ) => { readonly listing: Listing | null; readonly length: number; readonly doubt: Doubt } | null;
}

/** Finds names in texts, western and Asian ones; `listingOf` gives the listing of a ticker that names stand for. */
export function createNameIndex(
  { names, asian }: { readonly names: Names; readonly asian: Names },
  listingOf: (ticker: Ticker) => Listing | undefined,
): NameIndex {
  return {
    at: (tokens, index, text) => {
      const head = tokens[index];
      if (!head) return null;
      const most = Math.max(names.longestFrom(head.key), head.bare ? names.longestFrom(head.bare) : 0);
      for (let length = Math.min(most, tokens.length - index); length > 0; length -= 1) {
        const entry = lookUp(names, tokens, index, length);
        if (!entry) continue;
        const listing = entry.entry.ticker === null ? undefined : listingOf(entry.entry.ticker);
        return listing ? nameFound(entry, listing, { tokens, index, length }, text) : { tokens: length };
      }
      return null;
    },
    asianAt: (text, index) => {
      const most = asian.longestFrom(ASIAN_NAMES.headOf(text.slice(index, index + 2)));
      for (let length = Math.min(most, text.length - index); length > 1; length -= 1) {
        const entry = asian.entryOf(text.slice(index, index + length));
        if (entry && isWholeWord(text, index, index + length))
          return {
            listing: entry.ticker === null ? null : (listingOf(entry.ticker) ?? null),
            length,
            doubt: entry.doubt,
          };
      }
      return null;
    },
  };
}

/** The words of a text that a name consists of. */
interface Span {
  readonly tokens: readonly NameToken[];
  readonly index: number;
  readonly length: number;
}

/**
 * The name of a listing that is there, with the legal forms after it; null, or the number of tokens to skip, if those
 * words do not mean the company.
 */
function nameFound(
  { entry, ownEnding }: Entry,
  listing: Listing,
  { tokens, index, length }: Span,
  text: string,
): NameFound | { tokens: number } | null {
  const first = tokens[index];
  const last = tokens[index + length - 1];
  if (!first || !last) return null;
  if (!isWrittenAsNamed(entry, text.slice(first.start, last.end))) return null;
  const forms = legalFormsFrom(tokens, index + length, text);
  // No listed company is a partnership of lawyers or accountants.
  if (forms > 0 && isPartnership(tokens[index + length]?.key)) return { tokens: length + forms };
  // `Fresenius, SA` is not Fresenius SE & Co. KGaA: what follows is another company's legal form.
  const legal = isFormOf(tokens.slice(index + length, index + length + forms), listing.name) ? forms : 0;
  // `New Zealand Company` is not New Zealand Energy Corp: a legal form confirms only a whole name.
  const registered = legal > 0 && !entry.guessed;
  // A name on the guarded list means the company only with its legal form.
  if (legal === 0 && length === 1 && isGuarded(first.bare ?? first.key)) return { tokens: length };
  return {
    listing,
    tokens: length + legal,
    doubt: registered ? 0 : entry.doubt,
    entry,
    ownEnding,
    full: entry.full || registered,
  };
}

function isWrittenAsNamed(entry: NameEntry, written: string): boolean {
  if (CONTRACTED.test(written)) return false;
  // `J. M. Barrie` is not the company JM.
  if (entry.capitals && /[.\s]/.test(written)) return false;
  if (entry.plain && ACCENTED.test(written)) return false;
  return !(entry.capitals && /\p{Ll}/u.test(written.replace(/['’]s$/, "")));
}

/** Whether legal forms as written are those of the registered name, as far as it has any. */
function isFormOf(written: readonly NameToken[], name: string): boolean {
  const registered = nameTokens(name).flatMap(({ key }) => (isLegalForm(key) ? legalForm(key) : []));
  return registered.length === 0 || written.some(({ key }) => registered.includes(legalForm(key)));
}

/** How many tokens from `at` on are legal forms (`Inc`, `and Co`). */
function legalFormsFrom(tokens: readonly NameToken[], at: number, text: string): number {
  let next = at;
  while (
    next < tokens.length &&
    !tokens[next]?.breaks &&
    (isLegalFormIn(text, tokens[next]) || (tokens[next]?.key === "and" && isLegalFormIn(text, tokens[next + 1])))
  ) {
    next += 1;
  }
  return next - at;
}

/** An entry, and whether the ending of its last word, which may look like a possessive, belongs to the name. */
interface Entry {
  readonly entry: NameEntry;
  readonly ownEnding: boolean;
}

function lookUp(names: Names, tokens: readonly NameToken[], index: number, length: number): Entry | undefined {
  let prefix = "";
  for (let at = index; at < index + length; at += 1) {
    const token = tokens[at];
    if (!token || (at > index && token.breaks)) return undefined;
    if (at < index + length - 1) {
      prefix += `${token.key} `;
      continue;
    }
    const own = names.entryOf(prefix + token.key);
    if (own) return { entry: own, ownEnding: true };
    const bare = token.bare ? names.entryOf(prefix + token.bare) : undefined;
    return bare && { entry: bare, ownEnding: false };
  }
  return undefined;
}
