import type { Listing } from "../../listing";
import type { Ticker } from "../../ticker";
import type { Doubt } from "../candidate";
import { isGuarded } from "../words/word-lists";
import { isWholeWord } from "./asian-words";
import { isLegalFormIn, type NameToken } from "./name-keys";
import { ACCENTED, type NameEntry } from "./name-table";

/** The names of a directory, wherever they are kept. */
export interface Names {
  readonly entryOf: (key: string) => NameEntry | undefined;
  /** How long the longest name is that has this head; 0 for none. */
  readonly longestFrom: (head: string) => number;
}

/** How names are found in a text: by their head, the longest first. */
export interface Reading {
  readonly headOf: (name: string) => string;
  readonly lengthOf: (name: string) => number;
}

const MOST_TOKENS = 9;
/** `She'll` is no name. */
const CONTRACTED = /['’](?:ll|re|ve|d|t|m)$/i;

/** Names are read word by word; no text is asked about more words than any name is long. */
export const WORD_NAMES: Reading = {
  headOf: (key) => key.split(" ", 1)[0] ?? key,
  lengthOf: (key) => Math.min(key.split(" ").length, MOST_TOKENS),
};

/** In scripts without spaces names are read letter by letter; none is shorter than two. */
export const ASIAN_NAMES: Reading = { headOf: (name) => name.slice(0, 2), lengthOf: (name) => name.length };

/** A name found in a text: the listing, the tokens it covers, and how far to believe it. */
export interface NameFound {
  readonly listing: Listing;
  readonly tokens: number;
  readonly doubt: Doubt;
  /** The same without the legal form that follows the name. */
  readonly bareDoubt: Doubt;
  readonly full: boolean;
  /** The name itself ends in what looks like a possessive (`Lowe’s`). */
  readonly ownEnding: boolean;
}

export interface NameIndex {
  /**
   * The longest name that begins at a token; null also where a longer name that no listing has begins there, with its
   * length.
   */
  readonly at: (
    tokens: readonly NameToken[],
    index: number,
    text: string,
  ) => NameFound | { readonly tokens: number } | null;
  /**
   * The longest name in another script that begins at a place of the text; its listing is null where no listing has
   * it.
   */
  readonly asianAt: (
    text: string,
    index: number,
  ) => { readonly listing: Listing | null; readonly length: number; readonly doubt: Doubt } | null;
}

/**
 * Finds names in texts: those that are read word by word and the Asian ones; `listingOf` knows every ticker that they
 * stand for.
 */
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

/** Where a name stands among the words of a text. */
interface Span {
  readonly tokens: readonly NameToken[];
  readonly index: number;
  readonly length: number;
}

/**
 * The listing's name that stands there, with the legal forms behind it; null, or the number of
 * tokens to pass over, where those words are not the company.
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
  const legal = legalFormsFrom(tokens, index + length, text);
  // `New Zealand Company` is not New Zealand Energy Corp: a legal form vouches for a whole name only.
  const registered = legal > 0 && !entry.guessed;
  // A guarded name is the company with its legal form only.
  if (legal === 0 && length === 1 && isGuarded(first.bare ?? first.key)) return { tokens: length };
  return {
    listing,
    tokens: length + legal,
    doubt: registered ? 0 : entry.doubt,
    bareDoubt: entry.doubt,
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

/** An entry, and whether the name has the ending of its last word there, be it a possessive one, for its own. */
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
