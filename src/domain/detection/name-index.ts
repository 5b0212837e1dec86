import type { Listing } from "../listing";
import { isWholeWord } from "./asian-words";
import { isAmbiguous, isFamous, isGuarded, isOrdinary, isOrdinaryCapitals } from "./common-words";
import type { Doubt } from "./identification";
import { coreKey, isLegalFormIn, type NameToken, nameKey, shortKeys, splitKey } from "./name-keys";

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

interface Entry {
  readonly listing: Listing | null;
  readonly doubt: Doubt;
  readonly full: boolean;
  /** The name is written in capitals only (`GE`); a text that does not write it so means something else. */
  readonly capitals: boolean;
  /** The name is written without accents; a text that has them means something else (`Über`). */
  readonly plain: boolean;
  /** The core of the registered name that the key was made from. */
  readonly core: string;
  /** Where the name comes from; of two, the surer stands. */
  readonly rank: number;
}

const MOST_TOKENS = 9;
const ACCENTED = /[^\x20-\x7f’®™\s]/;
const ASIAN = /[\p{sc=Han}\p{sc=Katakana}\p{sc=Hangul}]/u;
const CAPITALS = /^[^\p{Ll}]{1,5}$/u;

/** Indexes names: `starter` listings with all their aliases; `rest` (in order of size) with their registered names and careful short forms. */
export function createNameIndex(
  starter: readonly Listing[],
  rest: readonly Listing[],
  unlisted: readonly string[],
  primaryOf: (listing: Listing) => Listing,
): NameIndex {
  const byKey = new Map<string, Entry>();
  const longest = new Map<string, number>();
  const asian = new Map<string, Entry>();
  const asianHeads = new Map<string, number>();

  const put = (key: string, entry: Entry) => {
    const known = byKey.get(key);
    if (known) {
      const same = known.listing === entry.listing;
      if (
        known.rank < entry.rank ||
        (same && known.rank === entry.rank) ||
        (known.rank === entry.rank && (entry.rank < RANK.rest || known.core === entry.core))
      )
        return;
      // Two companies with one short name: it names neither.
      if (known.rank === entry.rank && !same) {
        byKey.set(key, { ...known, listing: null, doubt: 3 });
        return;
      }
    }
    byKey.set(key, entry);
    const words = key.split(" ");
    const first = words[0] ?? "";
    if (words.length > (longest.get(first) ?? 0)) longest.set(first, Math.min(words.length, MOST_TOKENS));
  };
  const putAsian = (name: string, listing: Listing | null) => {
    if (asian.has(name)) return;
    const short = [...name].length < 3;
    asian.set(name, { listing, doubt: short ? 1 : 0, full: !short, capitals: false, plain: false, core: "", rank: 0 });
    const head = name.slice(0, 2);
    asianHeads.set(head, Math.max(asianHeads.get(head) ?? 0, name.length));
  };

  const nobody: Entry = {
    listing: null,
    doubt: 0,
    full: false,
    capitals: false,
    plain: false,
    core: "",
    rank: RANK.unlisted,
  };
  for (const name of unlisted) put(nameKey(name), nobody);
  for (const own of starter) {
    const listing = primaryOf(own);
    const foreign = listing.ticker !== own.ticker;
    if (own.kind === "index") {
      // An index is a figure of the market, not a company: its name is read as one piece and marks nothing.
      for (const name of [own.name, ...own.aliases]) put(nameKey(name), nobody);
      continue;
    }
    for (const [index, name] of [own.name, ...own.aliases].entries()) {
      if (ASIAN.test(name)) {
        putAsian(name, listing);
        continue;
      }
      const rank = (index === 0 ? RANK.name : RANK.alias) + (foreign ? 0.5 : 0);
      const core = coreKey(name);
      if (core.length < 2) continue;
      const capitals = CAPITALS.test(name);
      const plain = !ACCENTED.test(name);
      put(core, {
        listing,
        doubt: doubtOfKnown(core, capitals, own),
        full: index === 0 && core.includes(" "),
        capitals,
        plain,
        core,
        rank,
      });
      // Where the short name is another company's, the legal form tells them apart: Merck KGaA is not Merck.
      if (byKey.get(core)?.listing !== listing) {
        put(nameKey(name), { listing, doubt: 0, full: true, capitals, plain, core, rank });
      }
      const split = splitKey(name);
      if (split?.includes(" "))
        put(split, { listing, doubt: 1, full: false, capitals: false, plain, core, rank: RANK.alias });
      if (own.kind === "etf") continue;
      for (const short of shortKeys(core)) {
        if (isTooShort(short) || !isTelling(short, core, index)) continue;
        const isMain = short.includes(" ") || !own.ticker.includes(".");
        const doubt = isMain ? doubtOfKnown(short, false, own) : doubtOfUnknown(short);
        put(short, { listing, doubt, full: false, capitals: false, plain, core, rank: RANK.short });
      }
    }
  }
  for (const name of unlisted) if (ASIAN.test(name)) putAsian(name, null);
  for (const own of rest) {
    const listing = primaryOf(own);
    for (const name of [own.name, ...own.aliases]) {
      const core = coreKey(name);
      if (core.length < 2) continue;
      const entry = { listing, full: core.includes(" "), capitals: false, plain: false, core };
      put(core, { ...entry, doubt: doubtOfUnknown(core), rank: RANK.rest });
      if (own.kind === "etf") continue;
      for (const short of shortKeys(core)) {
        if (!isTooShort(short))
          put(short, { ...entry, full: false, doubt: notSurer(doubtOfUnknown(short)), rank: RANK.restShort });
      }
    }
  }

  const found = (
    entry: Entry,
    tokens: readonly NameToken[],
    index: number,
    length: number,
    text: string,
  ): NameFound | { tokens: number } | null => {
    if (!entry.listing) return { tokens: length };
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
    const registered = legal > 0 && entry.rank !== RANK.restShort;
    // A guarded name is the company with its legal form only.
    if (legal === 0 && length === 1 && isGuarded(first.bare ?? first.key)) return { tokens: length };
    return {
      listing: entry.listing,
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
          return { listing: entry.listing, length, doubt: entry.doubt };
      }
      return null;
    },
  };
}

/** Whose name it is when several claim a key: the lower stands. */
const RANK = { unlisted: 0, alias: 1, name: 1, short: 3, rest: 4, restShort: 5 } as const;

function lookUp(
  byKey: ReadonlyMap<string, Entry>,
  tokens: readonly NameToken[],
  index: number,
  length: number,
): Entry | undefined {
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

/** How far to believe a name that the starter knows. Abroad, four letters are a word of some language more often than here. */
function doubtOfKnown(key: string, capitals: boolean, { ticker }: Listing): Doubt {
  if (key.includes(" ")) return isAmbiguous(key) ? 2 : 0;
  if (isGuarded(key)) return 3;
  if (isFamous(key)) return 1;
  if (isOrdinary(key)) return 2;
  if (capitals) return isOrdinaryCapitals(key.toUpperCase()) ? 2 : key.length < 4 && !isSureAbbreviation(key) ? 1 : 0;
  return key.length < (ticker.includes(".") ? 5 : 4) ? 1 : 0;
}

/** Abbreviations that mean the company everywhere. */
function isSureAbbreviation(key: string): boolean {
  return ["ibm", "amd", "bmw", "sap", "ubs", "kfc"].includes(key);
}

/** How far to believe a name that only the full directory knows, or that was made from a longer one: small companies bear every word and surname there is. */
function doubtOfUnknown(key: string): Doubt {
  if (!key.includes(" ")) return isOrdinary(key) || isGuarded(key) || key.length < 4 ? 3 : 2;
  return key.split(" ").every((word) => isOrdinary(word) || word.length < 3) ? 2 : 0;
}

/** An ordinary word is a short name only of a company whose own name has one word more: `Vertex` of Vertex Pharmaceuticals, not `American` of American International Group. */
function isTelling(short: string, core: string, nameIndex: number): boolean {
  return short.includes(" ") || !isOrdinary(short) || (nameIndex === 0 && core.split(" ").length === 2);
}

/** A short form that we made ourselves may be a place (`New Zealand` of New Zealand Energy). */
function notSurer(doubt: Doubt): Doubt {
  return doubt < 2 ? 2 : doubt;
}

/** Three letters left of a longer name are an abbreviation of anything. */
function isTooShort(key: string): boolean {
  return key.length < 4;
}
