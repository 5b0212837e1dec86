import type { Listing } from "../../listing";
import type { Ticker } from "../../ticker";
import type { Doubt } from "../candidate";
import { beginsManyNames, isAmbiguous, isNoShortName, isOrdinaryCapitals } from "../words/word-lists";
import { simplify } from "./asian-words";
import { CAPITALS, isWrittenInCapitals } from "./capitals";
import { beginnings } from "./name-beginnings";
import {
  doubtOfBeginning,
  doubtOfKnown,
  doubtOfUnknown,
  isForeignOverTheCounter,
  isTelling,
  isTooShort,
  notSurer,
} from "./name-doubts";
import { coreKey, nameKey, shortKeys, splitKey } from "./name-keys";

/** What a name means, as plain data. */
export interface NameEntry {
  /** The listing that it names; null if it names none and is there so that its words do not name one either. */
  readonly ticker: Ticker | null;
  readonly doubt: Doubt;
  readonly full: boolean;
  /** Whether the name is always written in capitals (`GE`). A text that does not write it so means something else. */
  readonly capitals: boolean;
  /** Whether the name is written without accents. A text that writes it with accents means something else (`Über`). */
  readonly plain: boolean;
  /** Whether it is a short form that we made, and no name that the company is known to have. */
  readonly guessed: boolean;
}

/**
 * All names as plain data. It is made once for each version of the directory, because that takes longer than a reader's
 * dwell.
 */
export interface NameTable {
  /** The entries by their keys, see `name-keys.ts`. */
  readonly names: ReadonlyMap<string, NameEntry>;
  /** Names in other scripts, by the name itself. */
  readonly asian: ReadonlyMap<string, NameEntry>;
}

/** What is known of a name while the table is made. */
interface Entry {
  readonly listing: Listing | null;
  readonly doubt: Doubt;
  readonly full: boolean;
  readonly capitals: boolean;
  readonly plain: boolean;
  /** The core of the registered name that the key was made from. */
  readonly core: string;
  /** Where the name comes from; of two entries for a key, the one with the lower rank stays. */
  readonly rank: number;
}

/** Matches letters with accents and others that a name without accents does not have. */
export const ACCENTED = /[^\x20-\x7f’®™\s]/;
const ASIAN = /[\p{sc=Han}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** The ranks of entries: if several have the same key, the lowest stays. */
const RANK = { unlisted: 0, alias: 1, name: 1, short: 3, beginning: 3.5, rest: 4, restShort: 5 } as const;

/** A name that no listing has, and whose words therefore name none. */
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
 * Makes the table of names: of `starter` listings with all their aliases, and of `rest` (in order of size) with their
 * registered names and careful short forms.
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
      // An index is not a company. Its name is read as a whole and is no mention.
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
  for (const [key, own] of beginnings(starter)) {
    const doubt = doubtOfBeginning(key);
    put(names, key, { ...NOBODY, listing: primaryOf(own), doubt, core: key, rank: RANK.beginning });
  }
  for (const own of rest) for (const name of [own.name, ...own.aliases]) putRest(names, name, own, primaryOf(own));
  return { names: entriesOf(names), asian: entriesOf(asian) };
}

/** Adds a name. Of two companies with the same key, the surer one gets it, or neither. */
function put(names: Map<string, Entry>, key: string, entry: Entry): void {
  const known = names.get(key);
  if (!known) {
    names.set(key, entry);
    return;
  }
  const same = known.listing === entry.listing;
  if (known.rank < entry.rank || (same && known.rank === entry.rank)) return;
  if (known.rank === entry.rank && (entry.rank < RANK.rest || known.core === entry.core)) return;
  // If two companies have the same short name, it names neither.
  names.set(key, known.rank === entry.rank && !same ? { ...known, listing: null, doubt: 3 } : entry);
}

function putAsian(asian: Map<string, Entry>, written: string, listing: Listing | null): void {
  const name = simplify(written);
  const isShort = [...name].length < 3;
  const doubt = isAmbiguous(written) ? 2 : isShort ? 1 : 0;
  if (!asian.has(name)) asian.set(name, { ...NOBODY, listing, doubt, full: doubt === 0 });
}

/** Adds a registered name or an alias of the starter, and the short forms that the press uses. */
function putKnown(names: Map<string, Entry>, name: string, own: Listing, listing: Listing): void {
  const isRegistered = name === own.name;
  const core = coreKey(name);
  if (core.length < 2) return;
  const capitals = isWrittenInCapitals(core, own);
  const plain = !ACCENTED.test(name);
  const rank = RANK.name + (listing.ticker === own.ticker ? 0 : 0.5);
  const doubt = doubtOfKnown(core, capitals, own);
  put(names, core, { listing, doubt, full: isRegistered && core.includes(" "), capitals, plain, core, rank });
  // If the short name is another company's, the legal form tells them apart: Merck KGaA is not Merck. Another class of
  // the same company's shares is no other company.
  if (names.get(core)?.listing?.name !== listing.name) {
    put(names, nameKey(name), { listing, doubt: 0, full: true, capitals, plain, core, rank });
  }
  const short: Entry = { listing, doubt: 1, full: false, capitals: false, plain, core, rank: RANK.short };
  const split = splitKey(name);
  if (split?.includes(" ")) {
    // `the next decade` is not NextDecade.
    put(names, split, { ...short, doubt: 2, rank: RANK.alias });
  }
  if (own.kind === "etf") return;
  const letters = /^\p{Lu}{3}(?= )/u.exec(name)?.[0];
  if (isRegistered && letters && !own.ticker.includes(".") && !isOrdinaryCapitals(letters))
    put(names, nameKey(letters), { ...short, capitals: true, rank: RANK.beginning });
  for (const key of shortKeys(core)) {
    if (isTooShort(key)) {
      const isCapital = isRegistered && CAPITALS.test(name.split(/[\s,]/)[0] ?? name);
      if (isCapital && key.length > 1 && !isOrdinaryCapitals(key.toUpperCase()))
        put(names, key, { ...short, doubt: doubtOfKnown(key, true, own), capitals: true });
      continue;
    }
    // `United` can mean United Therapeutics as well as United Airlines.
    if (!isTelling(key, core, isRegistered) || beginsManyNames(key) || isNoShortName(key)) {
      if (isRegistered) put(names, key, { ...NOBODY, core, rank: RANK.short });
      continue;
    }
    const isMain = key.includes(" ") || !own.ticker.includes(".");
    put(names, key, { ...short, doubt: isMain ? doubtOfKnown(key, false, own) : doubtOfUnknown(key) });
  }
}

/** Adds a name of a company that only the full directory has. */
function putRest(names: Map<string, Entry>, name: string, own: Listing, listing: Listing): void {
  const core = coreKey(name);
  if (core.length < 2) return;
  const entry = { ...NOBODY, listing, core };
  const doubt = isForeignOverTheCounter(listing) ? 3 : doubtOfUnknown(core);
  put(names, core, { ...entry, full: core.includes(" "), doubt, rank: RANK.rest });
  if (own.kind === "etf") return;
  for (const short of shortKeys(core)) {
    if (!isTooShort(short))
      put(names, short, { ...entry, doubt: notSurer(doubtOfUnknown(short)), rank: RANK.restShort });
  }
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
      guessed: rank === RANK.restShort || rank === RANK.beginning,
    });
  }
  return entries;
}
