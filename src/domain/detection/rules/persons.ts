import { fold, type NameToken } from "../names/name-keys";
import { isBeforeSurname } from "../words/word-lists";

/** Whether the word before token `at` makes it a person's surname: `Judge Chubb`, `Lee Garmin`, `Frau Siemens`. */
export function isPerson(tokens: readonly NameToken[], at: number, phrase: string): boolean {
  const before = tokens[at - 1];
  const own = tokens[at];
  if (!before || !own || own.breaks || before.bare !== undefined || !isBeforeSurname(before.key)) return false;
  return /^\.?\s+$/.test(phrase.slice(before.end, own.start));
}

/** What is read of a page for its persons, UTF-16 units. */
const MOST_READ = 30_000;
/** A word with a capital. */
const CAPITALISED = /(?<!\p{L})\p{Lu}[\p{L}'’-]{0,20}/gu;

/** The surnames, as keys, that a page has after first names (`Pat Dover`, `Georg F. Fischer`). */
export function surnamesIn(texts: readonly string[]): ReadonlySet<string> {
  const text = beginningOf(texts);
  const words = [...text.matchAll(CAPITALISED)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  const between = (at: number) => text.slice(words[at]?.end, words[at + 1]?.start);
  const surnames = words.flatMap(({ word }, at) => {
    if (!isBeforeSurname(fold(word)) || !/^\s$/.test(between(at))) return [];
    const hasInitial = words[at + 1]?.word.length === 1 && /^\.\s$/.test(between(at + 1));
    return words[at + (hasInitial ? 2 : 1)]?.word ?? [];
  });
  return new Set(surnames.map(fold));
}

/** Who moves, seconds and votes in the record of a meeting. */
const MOVER = /\b(?:[Mm]otion|MOTION|[Mm]oved|MOVED|[Ss]econd|SECOND|[Ss]econded|SECONDED) by (\p{Lu}\p{L}{1,20})/gu;
const VOTER = /(?<!\p{L})(\p{Lu}\p{L}{1,20}) (?:yes|no|aye|nay|abstain|absent|present)(?=[,;.])/gu;

/** Those who vote, as keys: `Motion by Lowe, second by Ford`, `Ford no, Root yes`. */
export function votersIn(texts: readonly string[]): ReadonlySet<string> {
  const text = beginningOf(texts);
  return new Set([...text.matchAll(MOVER), ...text.matchAll(VOTER)].map(([, name = ""]) => fold(name)));
}

function beginningOf(texts: readonly string[]): string {
  return texts.join("\n").slice(0, MOST_READ);
}
