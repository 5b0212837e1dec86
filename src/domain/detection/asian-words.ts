const LETTERS = "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}ー";

/** A letter of the scripts in which Chinese, Japanese and Korean are written. */
export const ASIAN_LETTER = new RegExp(`[${LETTERS}]`, "u");

const OTHER_PIECE = new RegExp(`[^${LETTERS}]+`, "gu");
const KATAKANA = /[\p{sc=Katakana}ー]/u;
const HANGUL = /\p{sc=Hangul}/u;
const LATIN = /[A-Za-z0-9]/;

/** What is written on to a company's name in katakana and still means the company. */
const KATAKANA_TAIL = /^(?:グループ|ホールディングス)/;
/** Particles and words of the market that Korean writes on to a name; after a short name anything else makes another word. */
const HANGUL_TAIL =
  /^(?:은|는|이|가|을|를|의|와|과|도|에|로|으로|만|보다|부터|까지|처럼|나|라|란|측|등|및|주가|주식|주(?!\p{sc=Hangul})|그룹)/u;
/** From this length on, a name in Hangul is no beginning of some other word. */
const LONG_HANGUL = 4;

/**
 * Whether the name at `start`–`end` is a word of its own there: `リコー` is not in `シリコーン`, `하이브` not in `하이브리드`.
 * Names in Han letters always are, as Chinese writes no boundaries.
 */
export function isWholeWord(text: string, start: number, end: number): boolean {
  const [first, last] = [text.charAt(start), text.charAt(end - 1)];
  const [before, rest] = [text.charAt(start - 1), text.slice(end)];
  if ([KATAKANA, HANGUL, LATIN].some((script) => script.test(first) && script.test(before))) return false;
  if (LATIN.test(last)) return !LATIN.test(rest.charAt(0));
  if (KATAKANA.test(last)) return !KATAKANA.test(rest.charAt(0)) || KATAKANA_TAIL.test(rest);
  const isOpen = HANGUL.test(last) && end - start < LONG_HANGUL && HANGUL.test(rest.charAt(0));
  return !isOpen || HANGUL_TAIL.test(rest);
}

/** The pieces of a surface in other scripts with their places (`TSMC` of `TSMC는`). */
export function otherPieces(surface: string): { readonly text: string; readonly start: number }[] {
  return Array.from(surface.matchAll(OTHER_PIECE), ({ 0: text, index }) => ({ text, start: index }));
}
