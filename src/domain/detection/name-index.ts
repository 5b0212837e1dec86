import type { Listing } from "../listing";
import type { Ticker } from "../ticker";
import { isWholeWord } from "./asian-words";
import { isGuarded } from "./common-words";
import type { Doubt } from "./identification";
import { isLegalFormIn, type NameToken } from "./name-keys";
import { ACCENTED, type NameEntry, type NameTable } from "./name-table";

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
  /** The longest name that begins at a token; null also where a longer name that no listing has begins there, with its length. */
  readonly at: (
    tokens: readonly NameToken[],
    index: number,
    text: string,
  ) => NameFound | { readonly tokens: number } | null;
  /** The longest name in another script that begins at a place of the text; its listing is null where no listing has it. */
  readonly asianAt: (
    text: string,
    index: number,
  ) => { readonly listing: Listing | null; readonly length: number; readonly doubt: Doubt } | null;
}

const MOST_TOKENS = 9;

/** Finds the names of a table in texts; `listingOf` knows every ticker that the table names. */
export function createNameIndex(
  { names: byKey, asian }: NameTable,
  listingOf: (ticker: Ticker) => Listing | undefined,
): NameIndex {
  const longest = new Map<string, number>();
  for (const key of byKey.keys()) {
    let words = 1;
    const end = key.indexOf(" ");
    for (let space = end; space >= 0; space = key.indexOf(" ", space + 1)) words += 1;
    const first = end < 0 ? key : key.slice(0, end);
    if (words > (longest.get(first) ?? 0)) longest.set(first, Math.min(words, MOST_TOKENS));
  }
  const asianHeads = new Map<string, number>();
  for (const name of asian.keys()) {
    const head = name.slice(0, 2);
    asianHeads.set(head, Math.max(asianHeads.get(head) ?? 0, name.length));
  }

  const found = (
    entry: NameEntry,
    tokens: readonly NameToken[],
    index: number,
    length: number,
    text: string,
  ): NameFound | { tokens: number } | null => {
    const listing = entry.ticker === null ? undefined : listingOf(entry.ticker);
    if (!listing) return { tokens: length };
    const first = tokens[index];
    const last = tokens[index + length - 1];
    if (!first || !last) return null;
    const written = text.slice(first.start, last.end);
    // `J. M. Barrie` is not the company JM.
    if (entry.capitals && /[.\s]/.test(written)) return null;
    if (entry.plain && ACCENTED.test(written)) return null;
    if (entry.capitals && /\p{Ll}/u.test(written.replace(/['’]s$/, ""))) return null;
    let legal = 0;
    let at = index + length;
    while (
      at < tokens.length &&
      !tokens[at]?.breaks &&
      (isLegalFormIn(text, tokens[at]) || (tokens[at]?.key === "and" && isLegalFormIn(text, tokens[at + 1])))
    ) {
      at += 1;
      legal += 1;
    }
    // `New Zealand Company` is not New Zealand Energy Corp: a legal form vouches for a whole name only.
    const registered = legal > 0 && !entry.guessed;
    // A guarded name is the company with its legal form only.
    if (legal === 0 && length === 1 && isGuarded(first.bare ?? first.key)) return { tokens: length };
    return {
      listing,
      tokens: length + legal,
      doubt: registered ? 0 : entry.doubt,
      bareDoubt: entry.doubt,
      ownEnding: byKey.get(keyOf(tokens, index, length)) === entry,
      full: entry.full || registered,
    };
  };

  return {
    at: (tokens, index, text) => {
      const head = tokens[index];
      if (!head) return null;
      const most = Math.max(longest.get(head.key) ?? 0, head.bare ? (longest.get(head.bare) ?? 0) : 0);
      for (let length = Math.min(most, tokens.length - index); length > 0; length -= 1) {
        const entry = lookUp(byKey, tokens, index, length);
        if (entry) return found(entry, tokens, index, length, text);
      }
      return null;
    },
    asianAt: (text, index) => {
      const most = asianHeads.get(text.slice(index, index + 2)) ?? 0;
      for (let length = Math.min(most, text.length - index); length > 1; length -= 1) {
        const entry = asian.get(text.slice(index, index + length));
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

function lookUp(
  byKey: ReadonlyMap<string, NameEntry>,
  tokens: readonly NameToken[],
  index: number,
  length: number,
): NameEntry | undefined {
  let key = "";
  for (let at = index; at < index + length; at += 1) {
    const token = tokens[at];
    if (!token || (at > index && token.breaks)) return undefined;
    if (at === index + length - 1) {
      const prefix = key === "" ? "" : `${key} `;
      return byKey.get(prefix + token.key) ?? (token.bare ? byKey.get(prefix + token.bare) : undefined);
    }
    key = key === "" ? token.key : `${key} ${token.key}`;
  }
  return undefined;
}

function keyOf(tokens: readonly NameToken[], index: number, length: number): string {
  return tokens
    .slice(index, index + length)
    .map(({ key }) => key)
    .join(" ");
}
