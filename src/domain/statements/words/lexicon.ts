import { type LanguageWords, WORD_KINDS, type WordKind } from "./word-kinds";

/** What a phrase means. A number word has its value, a day or month its index in the week or year. */
export interface Sense {
  readonly kinds: ReadonlySet<WordKind>;
  readonly number?: number;
  readonly weekday?: number;
  readonly month?: number;
}

/** A language's phrases by their words, joined by single spaces, in lower case. */
export interface Lexicon {
  /** Most words of a phrase; most letters where the language writes no spaces. */
  readonly longest: number;
  readonly find: (phrase: string) => Sense | undefined;
}

const NOTHING: Sense = { kinds: new Set() };

/** Builds the lexicon of a language. `spaced` is false where words have no spaces between them. */
export function createLexicon({ phrases, numbers, weekdays, months }: LanguageWords, spaced: boolean): Lexicon {
  const senses = new Map<string, { kinds: Set<WordKind>; number?: number; weekday?: number; month?: number }>();
  const beginnings = new Map<string, Set<WordKind>>();
  const endings = new Map<string, Set<WordKind>>();
  const sense = (phrase: string) => {
    const found = senses.get(phrase) ?? { kinds: new Set<WordKind>() };
    senses.set(phrase, found);
    return found;
  };
  for (const kind of WORD_KINDS) {
    for (const phrase of listed(phrases[kind] ?? "")) {
      if (phrase.endsWith("*")) kindsOf(beginnings, phrase.slice(0, -1)).add(kind);
      else if (phrase.startsWith("*")) kindsOf(endings, phrase.slice(1)).add(kind);
      else sense(phrase).kinds.add(kind);
    }
  }
  listed(numbers).forEach((word, value) => {
    sense(word).number = value;
  });
  listed(weekdays).forEach((names, day) => {
    for (const name of names.split(",")) sense(name).weekday = day;
  });
  listed(months).forEach((names, month) => {
    for (const name of names.split(",")) sense(name).month = month + 1;
  });
  const lengthOf = (phrase: string) => (spaced ? phrase.split(" ").length : phrase.length);
  return {
    longest: Math.max(1, ...[...senses.keys()].map(lengthOf)),
    find: (phrase) => senses.get(phrase) ?? compound(phrase, beginnings, endings),
  };
}

/** A word that begins or ends as a listed one: `Umsatzplus`, `Tesla-Aktie`. */
function compound(
  word: string,
  beginnings: ReadonlyMap<string, ReadonlySet<WordKind>>,
  endings: ReadonlyMap<string, ReadonlySet<WordKind>>,
): Sense | undefined {
  if (word.includes(" ")) return undefined;
  for (let length = Math.min(word.length, LONGEST_PART); length >= SHORTEST_PART; length -= 1) {
    const kinds = beginnings.get(word.slice(0, length)) ?? endings.get(word.slice(-length));
    if (kinds) return { kinds };
  }
  return undefined;
}

const SHORTEST_PART = 3;
const LONGEST_PART = 14;

function kindsOf(map: Map<string, Set<WordKind>>, part: string): Set<WordKind> {
  const found = map.get(part) ?? new Set<WordKind>();
  map.set(part, found);
  return found;
}

function listed(phrases: string): string[] {
  return phrases
    .split("|")
    .map((phrase) =>
      phrase
        .replace(/\s+/g, " ")
        .trim()
        .toLowerCase()
        .replaceAll(/[-'’/](?=\S)/g, " "),
    )
    .filter((phrase) => phrase !== "");
}

/** The meaning of a word that no lexicon has. */
export function senseless(): Sense {
  return NOTHING;
}
