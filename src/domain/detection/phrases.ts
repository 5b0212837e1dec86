import { endOf, endOfCashtag, endOfJoint, endOfQualified, type PhrasePatterns, patternsFor } from "./phrase-patterns";

/**
 * A piece of a block's text that could name a listing; offsets are UTF-16 units, end exclusive. `surface` is what is
 * looked up in the directory.
 */
export interface Phrase {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
}

/** Longer runs of capitalised words are lists; no listing's name has half of it. */
const LONGEST_PHRASE = 200;
/** No name has more words. */
const MOST_WORDS = 12;
/** The longest text before a colon: an exchange's name, and the company before its bracket. */
const LONGEST_BEFORE_COLON = 80;

/**
 * Finds every piece of a block's text that could name a listing, in text order. One with an exchange overlaps the words
 * before its colon.
 */
export function findPhrases(text: string): Phrase[] {
  const found: Phrase[] = [];
  const patterns = patternsFor(text);
  let before: readonly [start: number, end: number] = [0, 0];
  for (let at = nextStart(patterns, text, 0); at !== null; ) {
    const start = at;
    const end = endOfPhrase(patterns, text, start);
    at = nextStart(patterns, text, end ?? start + 1);
    if (end === null) continue;
    if (end - start <= LONGEST_PHRASE) found.push({ start, end, surface: text.slice(start, end) });
    const [nameStart, nameEnd] = before;
    before = [start, end];
    const qualifiedEnd = endOfQualified(text, end);
    if (qualifiedEnd === null) continue;
    // `United (NASDAQ: UAL)`: the words before the bracket belong to it, as the company's name may be among them.
    const isAfterName = text[start - 1] === "(" && start - nameEnd < 4;
    const from = Math.max(isAfterName ? nameStart : start, end - LONGEST_BEFORE_COLON);
    found.push({ start: from, end: qualifiedEnd, surface: text.slice(from, qualifiedEnd) });
  }
  return found;
}

function nextStart({ start }: PhrasePatterns, text: string, from: number): number | null {
  start.lastIndex = from;
  return start.exec(text)?.index ?? null;
}

/** The end of the phrase that begins at `start`; null if none does. */
function endOfPhrase(patterns: PhrasePatterns, text: string, start: number): number | null {
  if (text[start] === "$") return endOfCashtag(text, start);
  const { numberedTicker, asianName } = patterns;
  const latin = endOf(numberedTicker, text, start) ?? endOfRun(patterns, text, start);
  return latin ?? (asianName && endOf(asianName, text, start));
}

/** The end of a row of capitalised words; null if there is none at `start`. */
function endOfRun(patterns: PhrasePatterns, text: string, start: number): number | null {
  let end = endOfWord(patterns, text, start);
  for (let count = 1; end !== null && count < MOST_WORDS; count += 1) {
    const next = endOfJoint(text, end);
    const nextEnd = next === null ? null : (endOfWord(patterns, text, next) ?? endOf(patterns.number, text, next));
    if (nextEnd === null) break;
    end = nextEnd;
  }
  return end;
}

function endOfWord({ wordStart, wordRest }: PhrasePatterns, text: string, start: number): number | null {
  const end = endOf(wordStart, text, start);
  return end === null ? null : endOf(wordRest, text, end);
}
