import { once } from "../../once";
import { isAsian } from "../names/asian-words";
import fieldsText from "../words/page-fields.txt?raw";
import { lines } from "../words/word-lists";

/** The words of one field: those between spaces, and the Asian ones, which are found within a text. */
interface Field {
  readonly words: ReadonlySet<string>;
  readonly asian: readonly string[];
}

const fields = once(() => {
  const wordsByField = new Map<string, readonly string[]>();
  for (const line of lines(fieldsText)) {
    const [field = "", words = ""] = line.split(": ");
    wordsByField.set(field, [...(wordsByField.get(field) ?? []), ...words.split(" ")]);
  }
  return [...wordsByField.values()].map(
    (words): Field => ({ words: new Set(words.filter((word) => !isAsian(word))), asian: words.filter(isAsian) }),
  );
});

/** This much of a page is read to find its field, UTF-16 units; it is enough for any article. */
const MOST_READ = 30_000;
/** A page is about a field if it has this many different words of it. */
const DIFFERENT_WORDS = 3;
/** It also needs one word of the field for this many characters of a long page. */
const CHARACTERS_PER_WORD = 600;

/** Whether a page is about another field than the market: sport, games, cooking, medicine, … */
export function isOfOtherField(texts: readonly string[]): boolean {
  const text = texts.join("\n").slice(0, MOST_READ).toLowerCase();
  const times = new Map<string, number>();
  for (const [word] of text.matchAll(/\p{L}+/gu)) times.set(word, (times.get(word) ?? 0) + 1);
  const asian = isAsian(text);
  const needed = Math.max(DIFFERENT_WORDS, text.length / CHARACTERS_PER_WORD);
  return fields().some(({ words, asian: within }) => {
    const found = [...words].filter((word) => times.has(word));
    const foundWithin = asian ? within.filter((word) => text.includes(word)) : [];
    const all =
      found.reduce((sum, word) => sum + (times.get(word) ?? 0), 0) +
      foundWithin.reduce((sum, word) => sum + text.split(word).length - 1, 0);
    return found.length + foundWithin.length >= DIFFERENT_WORDS && all >= needed;
  });
}
