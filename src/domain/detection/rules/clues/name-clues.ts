import { isMarketAfter, isMarketBefore, MARKET_WORDS } from "../../words/market-words";
import { isFieldWord } from "../../words/other-meanings";
import { isAmbiguous, isFamous, isOrdinary } from "../../words/word-lists";
import { isAlone, isHeadline, isListedWithOthers } from "../line-of-text";
import type { Clue, Occurrence } from "../occurrence";
import { INTRODUCED } from "../page-context";
import { PAGE_CLUES } from "./page-clues";
import { beginsSentence, ownKey, wordAfter } from "./words-beside";

const isWord = (one: Occurrence): boolean => {
  const key = ownKey(one);
  return !one.candidate.full && !key.includes(" ") && isOrdinary(key) && !isFamous(key);
};
const isAbbreviation = ({ candidate, block }: Occurrence): boolean => {
  const written = block.text.slice(candidate.start, candidate.end);
  return written.length < 7 && /^[\p{Lu}\d&.]+$/u.test(written);
};
const isMarketBeside = ({ candidate, block }: Occurrence): boolean =>
  isMarketAfter(block.text, candidate.end) || isMarketBefore(block.text, candidate.start);
const isQuiet = ({ page }: Occurrence): boolean => page.isQuiet;
const isGerman = ({ block }: Occurrence): boolean => (block.text.slice(0, 600).match(GERMAN)?.length ?? 0) > 1;
/** Small words of German, in which every noun has a capital. */
const GERMAN = /(?<!\p{L})(?:der|die|das|und|von|mit|für|den|dem|ist|im|auf|bei|nicht|eine|auch|wird|sich)(?!\p{L})/giu;

const isAbroad = ({ candidate }: Occurrence): boolean =>
  candidate.ticker.includes(".") && !/\.[A-Z]$/.test(candidate.ticker);

const MARKET_WORDS_IN_LINE = new RegExp(MARKET_WORDS.source, "i");

/** What speaks for a company's name and against it. */
export const NAME_CLUES: readonly Clue[] = [
  { says: "a short name", holds: ({ candidate }) => candidate.doubt === 1 },
  { says: "a name that means other things", holds: ({ candidate }) => candidate.doubt === 2 },
  { says: "a name that mostly means other things", holds: ({ candidate }) => candidate.doubt === 3 },
  { says: "the whole registered name", holds: ({ candidate }) => candidate.full === true },
  { says: "a company that few write about", holds: ({ candidate }) => candidate.known === undefined },
  { says: "a word of the language", holds: isWord },
  { says: "a word that mostly means the company", holds: (one) => isFamous(ownKey(one)) },
  { says: "several ordinary words", holds: (one) => isAmbiguous(ownKey(one)) },
  { says: "an abbreviation", holds: isAbbreviation },
  {
    says: "an abbreviation, on a page without the market",
    holds: (one) => one.candidate.doubt > 0 && isAbbreviation(one) && isQuiet(one),
    weight: -1.5,
  },
  { says: "a word, on a page without the market", holds: (one) => isWord(one) && isQuiet(one) },
  {
    says: "a word, with words of the market beside it",
    holds: (one) => isWord(one) && isMarketBeside(one) && one.page.marketWords > 1,
    weight: 4.6,
  },
  {
    says: "a word that the page introduces as the company's name",
    holds: (one) => isWord(one) && one.page.introduced(one.candidate.ticker) >= INTRODUCED.inFull,
    weight: 3.5,
  },
  { says: "a word that begins its sentence", holds: (one) => isWord(one) && beginsSentence(one) },
  {
    says: "words of the market right after",
    holds: ({ candidate, block }) => isMarketAfter(block.text, candidate.end),
  },
  {
    says: "words of the market right before",
    holds: ({ candidate, block }) => isMarketBefore(block.text, candidate.start),
    weight: 1,
  },
  {
    says: "in a row with other companies",
    holds: ({ candidate, block }) => isListedWithOthers(candidate, block),
    weight: 1,
  },
  {
    says: "part of a longer capitalised name",
    holds: (one) => one.candidate.inName === true && !isHeadline(one.block.text) && !isGerman(one),
  },
  {
    says: "beside a capitalised word in German",
    holds: (one) => one.candidate.inName === true && isGerman(one),
    weight: -0.4,
  },
  {
    says: "beside capitals in a headline",
    holds: ({ candidate, block }) => candidate.inName === true && isHeadline(block.text),
  },
  {
    says: "a word in a headline",
    holds: (one) => isWord(one) && isHeadline(one.block.text),
  },
  {
    says: "a word in a row with other companies",
    holds: (one) => isWord(one) && isListedWithOthers(one.candidate, one.block) && one.page.marketWords > 1,
    weight: 3.5,
  },
  {
    says: "words of the market in its line",
    holds: ({ block }) => MARKET_WORDS_IN_LINE.test(block.text.slice(0, 2000)),
  },
  { says: "in capitals unlike the company's name", holds: isShouted, weight: -2.5 },
  { says: "alone in its line", holds: ({ candidate, block }) => isAlone(candidate, block.text) },
  { says: "the word after it is of another field", holds: (one) => isFieldWord(wordAfter(one)), weight: -3 },
  {
    says: "named once, on a page without the market",
    holds: (one) => isQuiet(one) && one.page.timesNamed(one.candidate.ticker) === 1,
  },
  { says: "a company abroad, on a page without the market", holds: (one) => isAbroad(one) && isQuiet(one) },
  { says: "its ticker right after it", holds: isBeforeItsTicker, weight: 4 },
  ...PAGE_CLUES,
];

function isBeforeItsTicker({ candidate, block }: Occurrence): boolean {
  return block.candidates.some(
    ({ form, ticker, start }) =>
      form === "ticker" &&
      ticker === candidate.ticker &&
      start > candidate.end &&
      start - candidate.end < 3 &&
      block.text.slice(candidate.end, start).trim() === "",
  );
}

/** `MEDLINE` is not Medline, unless everything around is in capitals. */
function isShouted({ candidate, block }: Occurrence): boolean {
  const written = block.text.slice(candidate.start, candidate.end);
  if (written.length < 4 || !/^\p{Lu}+$/u.test(written) || !/\p{Ll}/u.test(candidate.name)) return false;
  const around = block.text.slice(Math.max(0, candidate.start - 80), candidate.end + 80);
  return /\p{Ll}/u.test(around) && !candidate.name.includes(written);
}
