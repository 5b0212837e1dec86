import { fold, type NameToken } from "../names/name-keys";
import { isBeforeSurname } from "../words/word-lists";

/** Whether the word before token `at` makes it a person's surname: `Judge Chubb`, `Lee Garmin`, `Frau Siemens`. */
export function isPerson(tokens: readonly NameToken[], at: number, phrase: string): boolean {
  const before = tokens[at - 1];
  const own = tokens[at];
  if (!before || !own || own.breaks || before.bare !== undefined || !isBeforeSurname(before.key)) return false;
  return /^\.?\s+$/.test(phrase.slice(before.end, own.start));
}

/** How a line of authors begins, also at the end of a wire story: `(Reporting by … ; Editing by …)`. */
const AUTHORS = /^\s*(?:(?:Written |Story |Words |Text |Reporting |Editing |Writing )by|By|BY|Von|Par|Por|Door|Av|Af) /;
/** Small words between authors and their places. */
const BETWEEN_AUTHORS = new Set("and & in et y e und en och og with".split(" "));
/** No line of authors is longer up to the last of them, UTF-16 units. */
const LONGEST_AUTHORS = 120;
/** `By Tuesday Nvidia and Tesla had lost …`: a day is no first name. */
const DAYS =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|July|(?:Septem|Octo|Novem|Decem)ber)$/;
/** What follows an author. A word with a small letter goes on with a sentence: `By Friday Tesla had lost …`. */
const AFTER_AUTHOR = /^(?:$|\s*[,;|)(•·–—\ufffc\n]|\s(?:and|in|for|with|&|-)\s|\s+[\d@])/;

/** Whether a name ends that of an author: `By Ann Wells and Chase Ford`. */
export function isAuthor(text: string, start: number, end: number): boolean {
  if (!AFTER_AUTHOR.test(text.slice(end, end + 12))) return false;
  const before =
    text
      .slice(Math.max(0, start - LONGEST_AUTHORS), start)
      .split(/[(;]/)
      .at(-1) ?? "";
  const [opening] = AUTHORS.exec(before) ?? [];
  const words = opening === undefined ? [] : before.slice(opening.length).trim().split(/\s+/);
  return /^\p{Lu}[\p{L}.’'-]*$/u.test(words.at(-1) ?? "") && words.every((word) => isOfAuthors(word));
}

function isOfAuthors(word: string): boolean {
  return (/^\p{Lu}/u.test(word) && !DAYS.test(word)) || BETWEEN_AUTHORS.has(word);
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
