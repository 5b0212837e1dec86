/**
 * Finds a bracket with letters that could abbreviate the words before it, and letters with a bracket that could spell
 * them out.
 */
const SHORT_IN_BRACKET = /\(([A-Z][A-Za-z&]{1,9})\)/g;
const BEFORE_BRACKET = /(?<![A-Za-z])([A-Z]{2,8}) \(/g;
/** Letters of a legend: `BMO = before market open, AMC = after market close`. */
const BEFORE_SIGN = /(?<![A-Za-z])([A-Z]{2,8})\s?[=:–—] /g;
/** The longest long form of an abbreviation. */
const LONGEST_FORM = 80;
/** A text with more brackets or signs is a list. */
const MOST_SIGNS = 200;

/** The long form that a page gives of an abbreviation: its words. */
export type LongForms = ReadonlyMap<string, string>;

/**
 * The long forms that a page itself gives of abbreviations: `Medical Literature Analysis (MEDLINE)`, `CFR (Code of
 * Federal Regulations)`, `BMO = before market open`.
 */
export function longForms(texts: readonly string[]): LongForms {
  const found = new Map<string, string>();
  for (const [short, long] of texts.flatMap((text) => [...beforeBrackets(text), ...afterSigns(text)])) {
    if (!found.has(short)) found.set(short, long);
  }
  return found;
}

/** An abbreviation and its long form. */
type Pair = readonly [short: string, long: string];

function beforeBrackets(text: string): Pair[] {
  return firstMatches(text, SHORT_IN_BRACKET).flatMap(({ 1: short = "", index }): Pair[] => {
    const long = endingThatSpells(short, text.slice(Math.max(0, index - 100), index));
    return long ? [[short, long]] : [];
  });
}

function afterSigns(text: string): Pair[] {
  const pairs = (pattern: RegExp, end: RegExp) =>
    firstMatches(text, pattern).flatMap(({ 0: whole, 1: short = "", index }): Pair[] => {
      const from = index + whole.length;
      const [long = ""] = text.slice(from, from + LONGEST_FORM).split(end);
      return spells(short, long) ? [[short, long]] : [];
    });
  return [...pairs(BEFORE_BRACKET, /[()]/), ...pairs(BEFORE_SIGN, /[,;.()|]/)];
}

function firstMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern)].slice(0, MOST_SIGNS);
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
