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
/** Two words with capitals, or a capital, a full stop and a word. */
const FIRST_AND_LAST = /(?<!\p{L})(\p{Lu}[\p{L}'’-]{1,20})(?=\s(?:\p{Lu}\.\s)?(\p{Lu}\p{L}{1,20}))/gu;

/** The surnames, as keys, that a page has after first names (`Pat Dover`, `Georg F. Fischer`). */
export function surnamesIn(texts: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, first = "", last = ""] of texts.join("\n").slice(0, MOST_READ).matchAll(FIRST_AND_LAST)) {
    if (isBeforeSurname(fold(first))) found.add(fold(last));
  }
  return found;
}
