import type { Listing } from "../../listing";
import type { Ticker } from "../../ticker";
import type { Doubt } from "../candidate";
import { isAmbiguous, isOrdinary, isOrdinaryCapitals } from "../words/word-lists";
import { simplify } from "./asian-words";
import { doubtOfKnown, doubtOfUnknown, isTelling, isTooShort, notSurer } from "./name-doubts";
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

/** Whose name it is when several claim a key: the lower stands. */
const RANK = { unlisted: 0, alias: 1, name: 1, short: 3, rest: 4, restShort: 5 } as const;

/** A name that no listing has, so that its words name none. */
const NOBODY: Entry = {
  listing: null,
  doubt: 0,
  full: false,
  capitals: false,
  plain: false,
  core: "",
  rank: RANK.unlisted,
};

/**
 * The table of names: `starter` listings with all their aliases; `rest` (in order of size) with their registered names
 * and careful short forms.
 */
export function makeNameTable(
  starter: readonly Listing[],
  rest: readonly Listing[],
  unlisted: readonly string[],
  primaryOf: (listing: Listing) => Listing,
): NameTable {
  const names = new Map<string, Entry>();
  const asian = new Map<string, Entry>();
  for (const name of unlisted) put(names, nameKey(name), NOBODY);
  for (const own of starter) {
    if (own.kind === "index") {
      // An index is a figure of the market, not a company: its name is read as one piece and marks nothing.
      for (const name of [own.name, ...own.aliases]) put(names, nameKey(name), NOBODY);
      continue;
    }
    const listing = primaryOf(own);
    for (const name of [own.name, ...own.aliases]) {
      if (ASIAN.test(name)) putAsian(asian, name, listing);
      else putKnown(names, name, own, listing);
    }
  }
  for (const name of unlisted) if (ASIAN.test(name)) putAsian(asian, name, null);
  for (const own of rest) for (const name of [own.name, ...own.aliases]) putRest(names, name, own, primaryOf(own));
  return { names: entriesOf(names), asian: entriesOf(asian) };
}

/** Adds a name; of two companies with one key the surer stands, or neither. */
function put(names: Map<string, Entry>, key: string, entry: Entry): void {
  const known = names.get(key);
  if (!known) {
    names.set(key, entry);
    return;
  }
  const same = known.listing === entry.listing;
  if (known.rank < entry.rank || (same && known.rank === entry.rank)) return;
  if (known.rank === entry.rank && (entry.rank < RANK.rest || known.core === entry.core)) return;
  // Two companies with one short name: it names neither.
  names.set(key, known.rank === entry.rank && !same ? { ...known, listing: null, doubt: 3 } : entry);
}

function putAsian(asian: Map<string, Entry>, written: string, listing: Listing | null): void {
  const name = simplify(written);
  const isShort = [...name].length < 3;
  const doubt = isAmbiguous(written) ? 2 : isShort ? 1 : 0;
  if (!asian.has(name)) asian.set(name, { ...NOBODY, listing, doubt, full: doubt === 0 });
}

/** A registered name or alias of the starter, and the short forms that the press makes of it. */
function putKnown(names: Map<string, Entry>, name: string, own: Listing, listing: Listing): void {
  const isRegistered = name === own.name;
  const core = coreKey(name);
  if (core.length < 2) return;
  const capitals = isWrittenInCapitals(core, own);
  const plain = !ACCENTED.test(name);
  const rank = RANK.name + (listing.ticker === own.ticker ? 0 : 0.5);
  const doubt = doubtOfKnown(core, capitals, own);
  put(names, core, { listing, doubt, full: isRegistered && core.includes(" "), capitals, plain, core, rank });
  // Where the short name is another company's, the legal form tells them apart: Merck KGaA is not Merck.
  if (names.get(core)?.listing !== listing) {
    put(names, nameKey(name), { listing, doubt: 0, full: true, capitals, plain, core, rank });
  }
  const short: Entry = { listing, doubt: 1, full: false, capitals: false, plain, core, rank: RANK.short };
  const split = splitKey(name);
  if (split?.includes(" ")) {
    // `the next decade` is not NextDecade.
    put(names, split, { ...short, doubt: 2, rank: RANK.alias });
  }
  if (own.kind === "etf") return;
  for (const key of shortKeys(core)) {
    if (isTooShort(key)) {
      const isCapital = isRegistered && CAPITALS.test(name.split(/[\s,]/)[0] ?? name);
      if (isCapital && key.length > 1 && !isOrdinaryCapitals(key.toUpperCase()))
        put(names, key, { ...short, doubt: doubtOfKnown(key, true, own), capitals: true });
      continue;
    }
    // `United` is as little United Therapeutics as United Airlines.
    if (!isTelling(key, core, isRegistered)) {
      if (isRegistered) put(names, key, { ...NOBODY, core, rank: RANK.short });
      continue;
    }
    const isMain = key.includes(" ") || !own.ticker.includes(".");
    put(names, key, { ...short, doubt: isMain ? doubtOfKnown(key, false, own) : doubtOfUnknown(key) });
  }
}

/** A name of a company that only the full directory knows. */
function putRest(names: Map<string, Entry>, name: string, own: Listing, listing: Listing): void {
  const core = coreKey(name);
  if (core.length < 2) return;
  const entry = { ...NOBODY, listing, core };
  put(names, core, { ...entry, full: core.includes(" "), doubt: doubtOfUnknown(core), rank: RANK.rest });
  if (own.kind === "etf") return;
  for (const short of shortKeys(core)) {
    if (!isTooShort(short))
      put(names, short, { ...entry, doubt: notSurer(doubtOfUnknown(short)), rank: RANK.restShort });
  }
}

/**
 * Whether a name is an abbreviation that a text which means it writes in capitals (`GE`): registers write words so too
 * (`NIKE, Inc.`).
 */
function isWrittenInCapitals(core: string, { name, aliases }: Listing): boolean {
  const spelled = [name, ...aliases]
    .filter((one) => coreKey(one) === core)
    .map((one) => (core.includes(" ") ? one : (one.split(/[\s,]/)[0] ?? one)));
  if (!spelled.every((one) => CAPITALS.test(one))) return false;
  const isWord =
    core.length > 3 && /[aeiou]/.test(core) && !isOrdinary(core) && !isOrdinaryCapitals(core.toUpperCase());
  return !isWord || core.includes(" ");
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
