import type { Listing } from "../../listing";
import type { Ticker } from "../../ticker";
import type { Doubt } from "../candidate";
import { isAmbiguous, isFamous, isGuarded, isOrdinary, isOrdinaryCapitals } from "../words/word-lists";
import { coreKey, nameKey, shortKeys, splitKey } from "./name-keys";

/** What a name stands for, as plain data. */
export interface NameEntry {
  /** Whose name it is; null where it names no listing and keeps its words from naming one. */
  readonly ticker: Ticker | null;
  readonly doubt: Doubt;
  readonly full: boolean;
  /** The name is written in capitals only (`GE`); a text that does not write it so means something else. */
  readonly capitals: boolean;
  /** The name is written without accents; a text that has them means something else (`Über`). */
  readonly plain: boolean;
  /** A short form of ours, of a company that only the full directory knows. */
  readonly guessed: boolean;
}

/** All names as plain data: made once per version of the directory, as making it takes longer than a reader's dwell. */
export interface NameTable {
  /** By key, as `name-keys` makes it. */
  readonly names: ReadonlyMap<string, NameEntry>;
  /** Names in other scripts, by themselves. */
  readonly asian: ReadonlyMap<string, NameEntry>;
}

/** A name while the table is made. */
interface Entry {
  readonly listing: Listing | null;
  readonly doubt: Doubt;
  readonly full: boolean;
  readonly capitals: boolean;
  readonly plain: boolean;
  /** The core of the registered name that the key was made from. */
  readonly core: string;
  /** Where the name comes from; of two, the surer stands. */
  readonly rank: number;
}

/** Letters that a plain name does not have. */
export const ACCENTED = /[^\x20-\x7f’®™\s]/;
const ASIAN = /[\p{sc=Han}\p{sc=Katakana}\p{sc=Hangul}]/u;
const CAPITALS = /^[^\p{Ll}]{1,5}$/u;

/** The table of names: `starter` listings with all their aliases; `rest` (in order of size) with their registered names and careful short forms. */
export function makeNameTable(
  starter: readonly Listing[],
  rest: readonly Listing[],
  unlisted: readonly string[],
  primaryOf: (listing: Listing) => Listing,
): NameTable {
  const byKey = new Map<string, Entry>();
  const asian = new Map<string, Entry>();

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
  };
  const putAsian = (name: string, listing: Listing | null) => {
    if (asian.has(name)) return;
    const short = [...name].length < 3;
    asian.set(name, { listing, doubt: short ? 1 : 0, full: !short, capitals: false, plain: false, core: "", rank: 0 });
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
      const capitals = CAPITALS.test(core.includes(" ") ? name : (name.split(/[\s,]/)[0] ?? name));
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
        if (isTooShort(short)) continue;
        // `United` is as little United Therapeutics as United Airlines.
        if (!isTelling(short, core, index)) {
          if (index === 0) put(short, { ...nobody, core, rank: RANK.short });
          continue;
        }
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
  return { names: entriesOf(byKey), asian: entriesOf(asian) };
}

function entriesOf(names: ReadonlyMap<string, Entry>): Map<string, NameEntry> {
  const entries = new Map<string, NameEntry>();
  for (const [name, { listing, doubt, full, capitals, plain, rank }] of names) {
    entries.set(name, {
      ticker: listing?.ticker ?? null,
      doubt,
      full,
      capitals,
      plain,
      guessed: rank === RANK.restShort,
    });
  }
  return entries;
}

/** Whose name it is when several candidate a key: the lower stands. */
const RANK = { unlisted: 0, alias: 1, name: 1, short: 3, rest: 4, restShort: 5 } as const;

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
  return ["ibm", "amd", "sap", "ubs", "kfc"].includes(key);
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
