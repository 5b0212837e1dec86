import type { Candidate, ReadBlock } from "../candidate";
import { nameTokens } from "../names/name-keys";
import { isChangeAfter, isMarketAfter, isMarketBefore } from "../words/market-words";
import { isSentenceWord, isWordThatMoves, languageOf } from "../words/sentence-words";
import { beginsSentence } from "./clues/words-beside";
import { isListedWithOthers } from "./line-of-text";

/**
 * Leaves out names that are words of the page's language where such a word begins a sentence (`Ventas comparables`):
 * they are nobody unless the page gives the company in full, by its ticker or as a share that moves, or has the name in
 * a row with others.
 */
export function withoutSentenceWords(texts: readonly string[], blocks: readonly ReadBlock[]): readonly ReadBlock[] {
  const language = languageOf(texts);
  const isWord = (one: Candidate, text: string) => one.form === "name" && isSentenceWord(keyOf(one, text), language);
  if (!blocks.some(({ text, candidates }) => candidates.some((one) => isWord(one, text)))) return blocks;
  const isShare = (one: Candidate, text: string) =>
    isWord(one, text) && !isWordThatMoves(keyOf(one, text), language) && hasMove(one, text);
  const given = new Set(
    blocks.flatMap(({ text, candidates }) =>
      candidates.filter((one) => isGiven(one) || isShare(one, text)).map(({ ticker }) => ticker),
    ),
  );
  return blocks.map((block) => {
    const { text, candidates } = block;
    const isNobody = (candidate: Candidate) =>
      isWord(candidate, text) &&
      !given.has(candidate.ticker) &&
      (language === "de" || beginsSentence({ candidate, block })) &&
      !isListedWithOthers(candidate, candidates, text);
    return { text, candidates: candidates.filter((candidate) => !isNobody(candidate)) };
  });
}

function isGiven({ form, full }: Candidate): boolean {
  return full === true || (form !== "name" && form !== "ticker");
}

/** `Xylem steigt um 5 Prozent`, `die Aktie von Xylem`, `die Xylem-Aktie`. */
function hasMove({ start, end }: Candidate, text: string): boolean {
  if (isChangeAfter(text, end) || isMarketBefore(text, start)) return true;
  return isMarketAfter(text, end) && PERCENT.test(text.slice(end, end + FAR));
}

/** How far behind a name the figure of its move stands, UTF-16 units, and that figure. */
const FAR = 60;
const PERCENT = /^[^.!?;]*?\d(?:[.,]\d+)? ?(?:%|Prozent|procent|prosent)/;

function keyOf({ start, end }: Candidate, text: string): string {
  const [word, second] = nameTokens(text.slice(start, Math.min(end, start + LONGEST_WORD)));
  return word && !second ? (word.bare ?? word.key) : "";
}

/** No word of the lists is longer, UTF-16 units. */
const LONGEST_WORD = 20;
