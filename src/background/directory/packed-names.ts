import type { Doubt } from "../../domain/detection/identification";
import type { NameEntry } from "../../domain/detection/name-table";

/** Entries by name in three texts: names and tickers a line each, and one character of bits per entry. */
export interface PackedNames {
  readonly names: string;
  readonly tickers: string;
  readonly bits: string;
}

/** The bits begin above the characters that JSON escapes. */
const ZERO = 0x100;
const FULL = 4;
const CAPITALS = 8;
const PLAIN = 16;
const GUESSED = 32;

/** Packs entries; names and tickers hold no line break. */
export function packNames(entries: ReadonlyMap<string, NameEntry>): PackedNames {
  const bits = [...entries.values()].map(({ doubt, full, capitals, plain, guessed }) =>
    String.fromCharCode(
      ZERO + doubt + (full ? FULL : 0) + (capitals ? CAPITALS : 0) + (plain ? PLAIN : 0) + (guessed ? GUESSED : 0),
    ),
  );
  return {
    names: [...entries.keys()].join("\n"),
    tickers: [...entries.values()].map(({ ticker }) => ticker ?? "").join("\n"),
    bits: bits.join(""),
  };
}

/** The entries that `packNames` packed. */
export function unpackNames({ names, tickers, bits }: PackedNames): Map<string, NameEntry> {
  const entries = new Map<string, NameEntry>();
  const tickerOf = tickers.split("\n");
  for (const [index, name] of names === "" ? [] : names.split("\n").entries()) {
    const bit = bits.charCodeAt(index) - ZERO;
    entries.set(name, {
      ticker: tickerOf[index] || null,
      doubt: (bit & 3) as Doubt,
      full: (bit & FULL) !== 0,
      capitals: (bit & CAPITALS) !== 0,
      plain: (bit & PLAIN) !== 0,
      guessed: (bit & GUESSED) !== 0,
    });
  }
  return entries;
}
