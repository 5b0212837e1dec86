import type { Occurrence } from "../occurrence";
import { textBefore, wordsAfter } from "./words-beside";

/** What says before a name that somebody or something is called so, in western languages. */
const CALLED =
  /(?:^|[^\p{L}])(?:named|called|nicknamed|dubbed|christened|answers to|namens|genannt|heißt|heisst|hört auf|appelée?|nommée?|surnommée?|baptisée?|llaman|llamad[oa]|apodad[oa]|chamad[oa]|chamam|apelidad[oa]|chiamat[oa])(?: (?:the|la|el|le|les|o|a|de|der|die|den|il))?\s["“«„']?$/iu;
/** The longest of these, with what may follow it. */
const LONGEST_CALL = 24;

/** `The cat answers to Boeing`. */
export function isCalledSo(one: Occurrence): boolean {
  return CALLED.test(textBefore(one, LONGEST_CALL));
}

/** `The Netflix of dogs` is no Netflix. */
export function isComparison(one: Occurrence): boolean {
  const { candidate, block } = one;
  return /(?:^|\s)the $/i.test(textBefore(one, 5)) && block.text.startsWith(" of ", candidate.end);
}

/** Words with which the sentence of a word goes on, and hardly that of a company; keys. */
const GOES_ON = new Set("of between among outside inside within beyond from who whose".split(" "));

/** `Regions outside the Sun Belt`, `Block of flats`. */
export function goesOnAsWord(one: Occurrence): boolean {
  return GOES_ON.has(wordsAfter(one)[0] ?? "");
}

/** `昴（SUBARU）`: a bracket that only says how the word before is read. */
export function isReading(one: Occurrence): boolean {
  const { candidate, block } = one;
  return (
    /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]\s?[（(]$/u.test(textBefore(one, 3)) &&
    /^[)）]/.test(block.text.slice(candidate.end))
  );
}
