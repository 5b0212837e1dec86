import type { NameToken } from "../names/name-keys";
import { isBeforeSurname } from "../words/word-lists";

/** Whether the word before token `at` makes it a person's surname: `Judge Chubb`, `Lee Garmin`, `Frau Siemens`. */
export function isPerson(tokens: readonly NameToken[], at: number, phrase: string): boolean {
  const before = tokens[at - 1];
  const own = tokens[at];
  if (!before || !own || own.breaks || before.bare !== undefined || !isBeforeSurname(before.key)) return false;
  return /^\.?\s+$/.test(phrase.slice(before.end, own.start));
}
