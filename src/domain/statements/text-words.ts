import type { Named, Token } from "./token";
import { isA } from "./token";
import type { Language } from "./words/languages";
import { senseless } from "./words/lexicon";

const WORD = /\p{L}[\p{L}\p{M}\d]{0,63}(?:\.\p{L}(?=\.))*\.?/uy;
/** `ADR收盤`: where the letters change, the word ends. */
const LATIN_WORD = /[A-Za-zＡ-Ｚａ-ｚ][A-Za-z\d]{0,63}/y;
const LETTER = /\p{L}/u;
const ASIAN = /[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]/;

/** A text that is being read, up to one place in it. */
export interface TextSoFar {
  readonly text: string;
  /** The next listing that is named at or after the place. */
  readonly named: Named | undefined;
  readonly language: Language;
  /** The tokens before the place. */
  readonly before: readonly Token[];
}

/** The word or phrase that begins at `at`, the longest one that the lexicon has; null if there is no letter. */
export function wordAt(at: number, { text, named, language, before }: TextSoFar): Token | null {
  if (!LETTER.test(text.charAt(at)) && text.charAt(at) !== "&") return null;
  if (text.charAt(at) === "s" && /['’]/.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + 1))) return null;
  const limit = named ? named.start : text.length;
  if (ASIAN.test(text.charAt(at))) return asianWordAt(text, at, limit, language);
  const words: { readonly text: string; readonly end: number }[] = [];
  const { longest, find } = language.lexicon();
  let end = at;
  while (words.length < (language.spaced ? longest : 1)) {
    const pattern = language.spaced ? WORD : LATIN_WORD;
    pattern.lastIndex = end;
    const word = text.charAt(end) === "&" ? "&" : pattern.exec(text)?.[0];
    if (word === undefined || end + word.length > limit) break;
    // A full stop belongs to abbreviations alone.
    const bare = word.endsWith(".") && !/^(?:\p{L}\.)+$/u.test(word) ? word.slice(0, -1) : word;
    words.push({ text: bare.toLowerCase(), end: end + bare.length });
    if (bare !== word) break;
    const gap = /^[ \u00a0\u202f'’/-]/.exec(text.slice(end + bare.length, end + bare.length + 1))?.[0];
    if (gap === undefined) break;
    end += bare.length + gap.length;
  }
  for (let count = words.length; count > 0; count -= 1) {
    const last = words[count - 1];
    const sense =
      last &&
      find(
        words
          .slice(0, count)
          .map(({ text: word }) => word)
          .join(" "),
      );
    if (sense) return { start: at, end: last.end, type: "word", sense };
  }
  const first = words[0];
  if (!first) return { start: at, end: at + 1, type: "word", sense: senseless() };
  return {
    start: at,
    end: first.end,
    type: isName(text, at, first.end, language, before) ? "name" : "word",
    sense: senseless(),
  };
}

function asianWordAt(text: string, at: number, limit: number, language: Language): Token {
  const { longest, find } = language.lexicon();
  for (let length = Math.min(longest, limit - at); length > 0; length -= 1) {
    const sense = find(text.slice(at, at + length));
    if (sense) return { start: at, end: at + length, type: "word", sense };
  }
  return { start: at, end: at + 1, type: "word", sense: senseless() };
}

/**
 * Whether a word with a capital, which the lexicon does not have, names something else. In German it does so only
 * without an article, as all nouns have capitals.
 */
function isName(text: string, start: number, end: number, language: Language, before: readonly Token[]): boolean {
  if (!/\p{Lu}/u.test(text.charAt(start))) return false;
  if (!language.capitalNouns) return true;
  const last = before.at(-1);
  if (isA(last, "filler", "of", "at", "clause", "and", "from", "about"))
    return /^\p{Lu}{2,}$/u.test(text.slice(start, end));
  return true;
}
