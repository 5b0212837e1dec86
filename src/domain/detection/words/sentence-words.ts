import { once } from "../../once";
import sentenceText from "./sentence-words.txt?raw";
import { lines } from "./word-lists";

/** Small words that one of the languages has and the others hardly. */
const SMALL_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: "the of and to was that with for on is at by".split(" "),
  es: "el los las del una por más su y con al se".split(" "),
  pt: "do da dos das não uma os ao em com na no".split(" "),
  it: "il di della che gli per è nel dei del alla con".split(" "),
  fr: "le les des du une dans est et aux au pour par".split(" "),
  de: "der die das und von mit für den dem ist im auf".split(" "),
  sv: "och att det som för är av på med till om efter".split(" "),
  nl: "het een van en voor met op niet zijn dat de is".split(" "),
};
/** What is read of a page to learn its language, UTF-16 units. */
const MOST_READ = 5000;
/** Fewer small words tell no language. */
const FEWEST = 3;

const byLanguage = once(() => {
  const words = new Map<string, Set<string>>();
  for (const line of lines(sentenceText)) {
    const [language = "", keys = ""] = line.split(": ");
    words.set(language, new Set([...(words.get(language) ?? []), ...keys.split(" ")]));
  }
  return words;
});

/** The language in which most of a page's texts are, of those whose words companies bear; "" where nothing tells. */
export function languageOf(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const [word] of texts
    .join("\n")
    .slice(0, MOST_READ)
    .matchAll(/\p{Ll}+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const sums = Object.entries(SMALL_WORDS).map(([language, words]) => {
    const sum = words.reduce((all, word) => all + (counts.get(word) ?? 0), 0);
    return { language, sum };
  });
  const [first] = sums.sort((one, other) => other.sum - one.sum);
  return first && first.sum >= FEWEST ? first.language : "";
}

/** Whether a name, as a key, is a word with which sentences of a language begin. */
export function isSentenceWord(key: string, language: string): boolean {
  return isOneOf(language, key) || isWordThatMoves(key, language);
}

/** Whether it is such a word for what rises and falls itself, as sales do. */
export function isWordThatMoves(key: string, language: string): boolean {
  return isOneOf(`${language} moves`, key);
}

function isOneOf(line: string, key: string): boolean {
  return byLanguage().get(line)?.has(key) ?? false;
}
