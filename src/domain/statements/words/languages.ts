import { once } from "../../once";
import type { NumberHabits } from "../numbers/figure";
import { CHINESE } from "./chinese";
import { ENGLISH } from "./english";
import { FRENCH } from "./french";
import { GERMAN } from "./german";
import { ITALIAN } from "./italian";
import { JAPANESE } from "./japanese";
import { KOREAN } from "./korean";
import { createLexicon, type Lexicon } from "./lexicon";
import { PORTUGUESE } from "./portuguese";
import { SPANISH } from "./spanish";

/** A language in which statements are found. */
export interface Language {
  readonly code: LanguageCode;
  readonly lexicon: () => Lexicon;
  readonly numbers: NumberHabits;
  /** Whether there are spaces between words; if not, a word may begin at each character. */
  readonly spaced: boolean;
  /** Whether the word of direction follows the figure (`4.8%安`) rather than comes before it. */
  readonly figureFirst: boolean;
  /** Whether nouns begin with a capital, so that a capital does not mean a name. */
  readonly capitalNouns: boolean;
}

/** The languages in which figures of articles are read, by ISO 639-1. */
export const LANGUAGE_CODES = ["en", "de", "fr", "es", "pt", "it", "zh", "ja", "ko"] as const;
/** One of `LANGUAGE_CODES`. */
export type LanguageCode = (typeof LANGUAGE_CODES)[number];

const POINT: NumberHabits = { mark: "point", spaced: false };
const COMMA: NumberHabits = { mark: "comma", spaced: true };
const western = { spaced: true, figureFirst: false, capitalNouns: false } as const;
const eastern = { numbers: POINT, spaced: false, capitalNouns: false } as const;

const LANGUAGES: Readonly<Record<LanguageCode, Language>> = {
  en: { code: "en", lexicon: once(() => createLexicon(ENGLISH, true)), numbers: POINT, ...western },
  de: { code: "de", lexicon: once(() => createLexicon(GERMAN, true)), numbers: COMMA, ...western, capitalNouns: true },
  fr: { code: "fr", lexicon: once(() => createLexicon(FRENCH, true)), numbers: COMMA, ...western },
  es: { code: "es", lexicon: once(() => createLexicon(SPANISH, true)), numbers: COMMA, ...western },
  pt: { code: "pt", lexicon: once(() => createLexicon(PORTUGUESE, true)), numbers: COMMA, ...western },
  it: { code: "it", lexicon: once(() => createLexicon(ITALIAN, true)), numbers: COMMA, ...western },
  zh: { code: "zh", lexicon: once(() => createLexicon(CHINESE, false)), ...eastern, figureFirst: false },
  ja: { code: "ja", lexicon: once(() => createLexicon(JAPANESE, false)), ...eastern, figureFirst: true },
  ko: { code: "ko", lexicon: once(() => createLexicon(KOREAN, false)), ...eastern, figureFirst: true },
};

/** A text's language is told by this much of its beginning, UTF-16 units. */
const TELLING_LENGTH = 4_000;
/** Another language than the page's is taken if the words of the page's are fewer than this share of its own. */
const SURE_SHARE = 0.6;
const COMMON = once(() =>
  LANGUAGE_CODES.filter((code) => LANGUAGES[code].spaced).map((code) => ({ code, words: commonWords(code) })),
);

/** The language of a text, by its letters and its commonest words; `fallback` if it has too few of them. */
export function languageOf(text: string, fallback: LanguageCode = "en"): Language {
  const start = text.slice(0, TELLING_LENGTH);
  if (/[\u3040-\u30ff]/.test(start)) return LANGUAGES.ja;
  if (/[\uac00-\ud7af]/.test(start)) return LANGUAGES.ko;
  const han = start.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  if (han > 3 && han * 8 > start.length) return LANGUAGES.zh;
  const counts = new Map<LanguageCode, number>();
  for (const word of start.toLowerCase().match(/\p{L}+/gu) ?? []) {
    for (const { code, words } of COMMON()) if (words.has(word)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  const isSure = first !== undefined && first[1] >= 3 && first[1] * SURE_SHARE > (counts.get(fallback) ?? 0);
  return isSure ? LANGUAGES[first[0]] : LANGUAGES[fallback];
}

/** The language that a page or browser names (`pt-BR`); English if we do not have it. */
export function languageCode(tag: string): LanguageCode {
  return LANGUAGE_CODES.find((code) => tag.toLowerCase().startsWith(code)) ?? "en";
}

function commonWords(code: LanguageCode): ReadonlySet<string> {
  const words = { en: ENGLISH, de: GERMAN, fr: FRENCH, es: SPANISH, pt: PORTUGUESE, it: ITALIAN } as const;
  return new Set((code in words ? (words[code as keyof typeof words].phrases.common ?? "") : "").split("|"));
}
