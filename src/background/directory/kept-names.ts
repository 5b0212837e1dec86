import type { Doubt } from "../../domain/detection/candidate";
import { ASIAN_NAMES, type Names, type Reading, WORD_NAMES } from "../../domain/detection/names/name-index";
import type { NameEntry, NameTable } from "../../domain/detection/names/name-table";
import { type KeptTable, keepTable, placeOf, textAt } from "./kept-table";

/** A table of names as a browser keeps it. */
export interface KeptNames {
  readonly names: KeptTable;
  readonly asian: KeptTable;
}

/**
 * A row is one character for the length of the longest name that begins with the key. If the key is a name itself, one
 * character for its flags and then its ticker follow. Characters count from "0".
 */
const ZERO = "0".charCodeAt(0);
const FULL = 4;
const CAPITALS = 8;
const PLAIN = 16;
const GUESSED = 32;

/** Keeps a table of names, with what a text must be asked for to find them. */
export function keepNames({ names, asian }: NameTable): KeptNames {
  return { names: keepEntries(names, WORD_NAMES), asian: keepEntries(asian, ASIAN_NAMES) };
}

/** The kept names; a row is read when it is asked for. */
export function openNames({ names, asian }: KeptNames): { readonly names: Names; readonly asian: Names } {
  return { names: openEntries(names), asian: openEntries(asian) };
}

function keepEntries(entries: ReadonlyMap<string, NameEntry>, { headOf, lengthOf }: Reading): KeptTable {
  const longest = new Map<string, number>();
  for (const name of entries.keys()) {
    const head = headOf(name);
    longest.set(head, Math.max(longest.get(head) ?? 0, lengthOf(name)));
  }
  const keys = new Set([...entries.keys(), ...longest.keys()]);
  return keepTable(
    Array.from(keys, (key) => {
      const entry = entries.get(key);
      return [
        key,
        characterOf(longest.get(key) ?? 0) + (entry ? characterOf(bitsOf(entry)) + (entry.ticker ?? "") : ""),
      ];
    }),
  );
}

function openEntries(table: KeptTable): Names {
  return {
    entryOf: (key) => {
      const place = placeOf(table, key);
      const entry = place === 0 ? "" : textAt(table, place + 1);
      return entry === "" ? undefined : entryOf(entry);
    },
    // Asked for every word of a page, so only the one byte is read.
    longestFrom: (head) => {
      const place = placeOf(table, head);
      return place === 0 ? 0 : (table.bytes[place] ?? ZERO) - ZERO;
    },
  };
}

function characterOf(number: number): string {
  return String.fromCharCode(ZERO + number);
}

function bitsOf({ doubt, full, capitals, plain, guessed }: NameEntry): number {
  return doubt + (full ? FULL : 0) + (capitals ? CAPITALS : 0) + (plain ? PLAIN : 0) + (guessed ? GUESSED : 0);
}

function entryOf(entry: string): NameEntry {
  const bits = entry.charCodeAt(0) - ZERO;
  return {
    ticker: entry.slice(1) || null,
    doubt: (bits & 3) as Doubt,
    full: (bits & FULL) !== 0,
    capitals: (bits & CAPITALS) !== 0,
    plain: (bits & PLAIN) !== 0,
    guessed: (bits & GUESSED) !== 0,
  };
}
