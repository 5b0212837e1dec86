/**
 * Finds a bracket with letters that could abbreviate the words before it, and letters with a bracket that could spell
 * them out.
 */
const SHORT_IN_BRACKET = /\(([A-Z][A-Za-z&]{1,9})\)/g;
const BEFORE_BRACKET = /(?<![A-Za-z])([A-Z]{2,8}) \(/g;
/** The longest long form of an abbreviation. */
const LONGEST_FORM = 80;
/** A text with more brackets is a list. */
const MOST_BRACKETS = 200;

/** The long form that a page gives of an abbreviation: its words. */
export type LongForms = ReadonlyMap<string, string>;

/**
 * The long forms that a page itself gives of abbreviations: `Medical Literature Analysis (MEDLINE)`, `CFR (Code of
 * Federal Regulations)`.
 */
export function longForms(texts: readonly string[]): LongForms {
  const found = new Map<string, string>();
  for (const text of texts) {
    if (!text.includes("(")) continue;
    let left = MOST_BRACKETS;
    for (const { 1: short = "", index } of text.matchAll(SHORT_IN_BRACKET)) {
      left -= 1;
      if (left < 0) break;
      const long = endingThatSpells(short, text.slice(Math.max(0, index - 100), index));
      if (long && !found.has(short)) found.set(short, long);
    }
    for (const { 0: whole, 1: short = "", index } of text.matchAll(BEFORE_BRACKET)) {
      left -= 1;
      if (left < 0) break;
      const from = index + whole.length;
      const [long = ""] = text.slice(from, from + LONGEST_FORM).split(/[()]/);
      if (spells(short, long) && !found.has(short)) found.set(short, long);
    }
  }
  return found;
}

/** The shortest end of a text, of at least two words, that an abbreviation can stand for; null if none can. */
function endingThatSpells(short: string, before: string): string | null {
  const words =
    before
      .split(/[.;:!?\n]/)
      .at(-1)
      ?.trim()
      .split(/\s+/) ?? [];
  for (let count = 2; count <= Math.min(words.length, short.length + 4); count += 1) {
    const long = words.slice(-count).join(" ");
    if (spells(short, long)) return long;
  }
  return null;
}

/**
 * Whether the long form has the letters of the abbreviation in their order, at least two of them at the beginning of
 * words.
 */
function spells(short: string, long: string): boolean {
  const letters = [...short.toLowerCase()].filter((letter) => letter !== "&");
  const words = long.toLowerCase().split(/[\s\-/]+/);
  if (words.length < 2 || words[0]?.charAt(0) !== letters[0]) return false;
  let initials = 0;
  let at = 0;
  for (const word of words) {
    const isInitial = word.charAt(0) === letters[at];
    if (isInitial) {
      initials += 1;
      at += 1;
    }
    // Letters may also come from within a word: the `ed` of `Medical`, the `ine` of `Online`.
    for (const letter of word.slice(isInitial ? 1 : 0)) if (letter === letters[at]) at += 1;
  }
  return at === letters.length && initials >= 2;
}
