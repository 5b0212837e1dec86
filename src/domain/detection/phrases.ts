import { once } from "../once";
import { PHRASE, QUALIFIED, WESTERN_PHRASE } from "./phrase-patterns";
import { isWestern } from "./words/western";

/**
 * A piece of a block's text that could name a listing; offsets are UTF-16 units, end exclusive. `surface` is what the
 * directory is asked.
 */
export interface Phrase {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
}

/** Longer runs of capitalised words are lists; no listing's name has half of it. */
const LONGEST_PHRASE = 200;

const westernPhrase = new RegExp(WESTERN_PHRASE, "g");
const qualified = new RegExp(QUALIFIED, "y");
const anyPhrase = once(() => new RegExp(PHRASE, "gu"));

/**
 * Every piece of a block's text that could name a listing, in text order; an exchange-qualified one overlaps the words
 * before its colon.
 */
export function findPhrases(text: string): Phrase[] {
  const found: Phrase[] = [];
  let before: readonly [start: number, end: number] = [0, 0];
  const pattern = phrasePattern(text);
  pattern.lastIndex = 0;
  for (let word = pattern.exec(text); word; word = pattern.exec(text)) {
    const surface = word[0];
    const index = word.index;
    const end = index + surface.length;
    if (surface.length <= LONGEST_PHRASE) found.push({ start: index, end, surface });
    const [nameStart, nameEnd] = before;
    before = [index, end];
    qualified.lastIndex = end;
    const tail = qualified.exec(text);
    if (!tail) continue;
    // `United (NASDAQ: UAL)`: the words before the bracket belong to it, as the company's name may be among them.
    const start = Math.max(text[index - 1] === "(" && index - nameEnd < 4 ? nameStart : index, end - 80);
    found.push({ start, end: end + tail[0].length, surface: text.slice(start, end + tail[0].length) });
  }
  return found;
}

function phrasePattern(text: string): RegExp {
  return isWestern(text) ? westernPhrase : anyPhrase();
}
