import { once } from "../../once";
import traditionalText from "../words/traditional-characters.txt?raw";
import { lines } from "../words/word-lists";

const LETTERS = "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}ー";

/** The letters of these scripts are all in this range, which is tested faster than the scripts. */
const MAYBE_ASIAN = /[\u1100-\uffff]/;
const asianLetter = once(() => new RegExp(`[${LETTERS}]`, "u"));
const otherPiece = once(() => new RegExp(`[^${LETTERS}]+`, "gu"));
const katakana = once(() => /[\p{sc=Katakana}ー]/u);
const hangul = once(() => /\p{sc=Hangul}/u);
const LATIN = /[A-Za-z0-9]/;

/** Endings that may follow a company's name in katakana without making it another word. */
const KATAKANA_TAIL = /^(?:グループ|ホールディングス)/;
/**
 * Particles and words of the market that Korean texts attach to a name. After a short name, any other ending makes
 * another word.
 */
const hangulTail = once(
  () =>
    /^(?:은|는|이|가|을|를|의|와|과|도|에|로|으로|만|보다|부터|까지|처럼|나|라|란|측|등|및|주가|주식|주(?!\p{sc=Hangul})|그룹|홀딩스)/u,
);
/** A name in Hangul of at least this length is not the beginning of another word. */
const LONG_HANGUL = 4;

/** Whether a text has a letter of the scripts in which Chinese, Japanese and Korean are written. */
export function isAsian(text: string): boolean {
  return MAYBE_ASIAN.test(text) && asianLetter().test(text);
}

/**
 * Whether the name at `start`–`end` is a whole word: `リコー` is not one in `シリコーン`, nor `하이브` in `하이브리드`. Names in Han
 * letters always are, because Chinese has no spaces between words.
 */
export function isWholeWord(text: string, start: number, end: number): boolean {
  const [first, last] = [text.charAt(start), text.charAt(end - 1)];
  const [before, rest] = [text.charAt(start - 1), text.slice(end)];
  if ([katakana(), hangul(), LATIN].some((script) => script.test(first) && script.test(before))) return false;
  if (LATIN.test(last)) return !LATIN.test(rest.charAt(0));
  if (katakana().test(last)) return !katakana().test(rest.charAt(0)) || KATAKANA_TAIL.test(rest);
  const isOpen = hangul().test(last) && end - start < LONG_HANGUL && hangul().test(rest.charAt(0));
  return !isOpen || hangulTail().test(rest);
}

/** Whether Hangul that follows a name in Latin letters makes it another's: `SK온`, not `SK는`. */
export function isGoneOnWith(rest: string): boolean {
  return hangul().test(rest.charAt(0)) && !hangulTail().test(rest);
}

/** The pieces of a surface in other scripts with their places (`TSMC` of `TSMC는`). */
export function otherPieces(surface: string): { readonly text: string; readonly start: number }[] {
  return Array.from(surface.matchAll(otherPiece()), ({ 0: text, index }) => ({ text, start: index }));
}

const simplified = once(
  () =>
    new Map(
      lines(traditionalText).flatMap((line) => line.split(" ").map(([from = "", to = ""]) => [from, to] as const)),
    ),
);

/**
 * A text with simplified Chinese characters in place of traditional
 * ones, as names are kept and looked up; of the same length.
 */
export function simplify(text: string): string {
  return text.replace(/[\u4e00-\u9fff]/g, (character) => simplified().get(character) ?? character);
}
