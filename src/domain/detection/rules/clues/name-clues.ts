import { isLegalForm } from "../../names/legal-forms";
import { isDoneByCompanies, isKindOfCompany } from "../../words/company-words";
import { isFieldWord } from "../../words/other-meanings";
import { isAmbiguous, isCoined, isCommonAbbreviation, isFamous } from "../../words/word-lists";
import { INTRODUCED } from "../companies-named";
import { isAlone } from "../line-of-text";
import type { Clue, Occurrence } from "../occurrence";
import {
  isAmongSure,
  isBeforeDash,
  isBeforeItsTicker,
  isInCellBesideItsTicker,
  isInRow,
  isInRowOfNames,
  isShouted,
} from "./beside-a-name";
import { goesOnAsWord, isCalledSo, isComparison, isReading } from "./figures-of-speech";
import {
  isAbbreviation,
  isEndOfName,
  isInvented,
  isPersonOfPage,
  isSingle,
  isWord,
  writtenName,
} from "./kinds-of-name";
import { othersOfTrade, PAGE_CLUES } from "./page-clues";
import { beginsSentence, textBefore, wordsAfter } from "./words-beside";

// In a headline, `Shares Zoom` may be what shares do.
const isMarketBeside = (one: Occurrence): boolean =>
  one.isMarketAfter() || (one.isMarketBefore() && !one.line.isHeadline());
const isQuiet = ({ page }: Occurrence): boolean => page.isQuiet;

/** The clues for and against a company's name. */
export const NAME_CLUES: readonly Clue[] = [
  { says: "a short name", holds: ({ candidate }) => candidate.doubt === 1 },
  { says: "a name that means other things", holds: ({ candidate }) => candidate.doubt === 2 },
  { says: "a name that mostly means other things", holds: ({ candidate }) => candidate.doubt === 3 },
  { says: "the whole registered name", holds: ({ candidate }) => candidate.full === true },
  { says: "a company that few write about", holds: ({ candidate }) => candidate.known === undefined },
  {
    says: "the beginning of a longer name",
    holds: ({ candidate }) => candidate.shortened === true && candidate.known === true,
  },
  { says: "a word of the language", holds: isWord },
  { says: "a word that mostly means the company", holds: (one) => isFamous(one.key()) },
  { says: "several ordinary words", holds: (one) => isAmbiguous(one.key()) },
  { says: "an abbreviation", holds: isAbbreviation },
  {
    says: "an abbreviation, on a page without the market",
    holds: (one) => one.candidate.doubt > 0 && isAbbreviation(one) && isQuiet(one),
    weight: -1.5,
  },
  {
    says: "a word, with words of the market beside it",
    holds: (one) => isWord(one) && isMarketBeside(one) && one.page.marketWords > 1 && !isEndOfName(one),
    weight: 4.6,
  },
  {
    says: "a word that the page introduces as the company's name",
    holds: (one) => isWord(one) && one.page.introduced(one.candidate.ticker) >= INTRODUCED.inFull,
    weight: 3.5,
  },
  { says: "a word that begins its sentence", holds: (one) => isWord(one) && beginsSentence(one) },
  {
    says: "a word that begins its sentence, before one that no company goes on with",
    holds: (one) => isWord(one) && beginsSentence(one) && goesOnAsWord(one),
    weight: -6,
  },
  { says: "words of the market right after", holds: (one) => one.isMarketAfter() },
  { says: "words of the market right before", holds: (one) => one.isMarketBefore(), weight: 1 },
  { says: "in a row with other companies", holds: isInRow, weight: 1 },
  {
    says: "part of a longer capitalised name",
    holds: (one) => one.candidate.inName === true && !one.line.isHeadline() && !one.line.isGerman(),
  },
  {
    says: "beside a capitalised word in German",
    holds: (one) => one.candidate.inName === true && one.line.isGerman(),
    weight: -0.4,
  },
  {
    says: "beside capitals in a headline",
    holds: ({ candidate, line }) => candidate.inName === true && line.isHeadline(),
  },
  { says: "a word in a headline", holds: (one) => isWord(one) && one.line.isHeadline() },
  {
    says: "a word in a row with other companies",
    holds: (one) => isWord(one) && isInRow(one) && one.page.marketWords > 1,
    weight: 3.5,
  },
  {
    says: "words of the market in its line",
    holds: ({ line }) => line.isOfMarket(),
  },
  { says: "in capitals unlike the company's name", holds: isShouted, weight: -2.5 },
  { says: "alone in its line", holds: ({ candidate, block }) => isAlone(candidate, block.text) },
  { says: "the word after it is of another field", holds: (one) => isFieldWord(wordsAfter(one)[0] ?? ""), weight: -4 },
  { says: "a single word, on a page without the market", holds: (one) => isSingle(one) && isQuiet(one) },
  { says: "a single word, on a page of another field", holds: (one) => isSingle(one) && one.page.isOfOtherField },
  { says: "a name coined for the company", holds: (one) => isCoined(one.key()) },
  {
    says: "a name coined for the company, on a page without the market",
    holds: (one) => isCoined(one.key()) && isQuiet(one),
  },
  {
    says: "the page names two companies or more by coined names, on a page without the market",
    holds: (one) => one.page.coinedCompanies >= 2 && isQuiet(one),
  },
  { says: "words of a company beside it", holds: isCompanyBeside, weight: 2 },
  {
    says: "the whole registered name of a known company, on a page without the market",
    holds: (one) => one.candidate.full === true && one.candidate.known === true && isQuiet(one),
    weight: 2.3,
  },
  { says: "with its legal form", holds: (one) => isLegalForm(one.key().split(" ").at(-1)), weight: 2.5 },
  { says: "in a row of three names or more", holds: isInRowOfNames },
  {
    says: "a word in a row of three names or more, on a page of the market",
    holds: (one) => isWord(one) && isInRowOfNames(one) && one.page.isMarket,
  },
  { says: "a change in per cent right after", holds: (one) => one.isChangeAfter() },
  {
    says: "named once, on a page without the market",
    holds: (one) => isQuiet(one) && one.page.timesNamed(one.candidate.ticker) === 1,
  },
  { says: "a word, with two companies beyond doubt in its line", holds: (one) => isWord(one) && isAmongSure(one) },
  { says: "two companies beyond doubt in its line", holds: isAmongSure },
  {
    says: "alone in its line, on a page of such lines",
    holds: ({ candidate, block, page }) => page.loneCompanies > 3 && isAlone(candidate, block.text),
  },
  { says: "a word that few write about as a company", holds: (one) => !one.candidate.known && isWord(one) },
  { says: "begins its line, before a colon or a dash", holds: isBeforeDash },
  {
    says: "a word of the language, in a text that has it in small letters",
    holds: (one) => isWord(one) && one.page.isWrittenSmall(one.key()),
  },
  {
    says: "joined by a hyphen to a capitalised word, not in German",
    holds: ({ candidate, block, line }) =>
      !candidate.full && !line.isGerman() && /^-\p{Lu}\p{Ll}/u.test(block.text.slice(candidate.end, candidate.end + 3)),
  },
  {
    says: "a word after one that says where",
    holds: (one) => isSingle(one) && WHERE.has(one.wordBefore()),
  },
  { says: "no word of any list", holds: isInvented },
  { says: "no word of any list, on a page without the market", holds: (one) => isInvented(one) && isQuiet(one) },
  {
    says: "the page names five other companies or more, though it is without the market",
    holds: (one) => isQuiet(one) && one.page.sureCompanies > 5,
  },
  {
    says: "joined by a hyphen to a word in small letters",
    holds: ({ candidate, block }) => HYPHENATED.test(block.text.slice(candidate.end, candidate.end + 12)),
    weight: -3,
  },
  { says: "its ticker right after it", holds: isBeforeItsTicker, weight: 4 },
  { says: "alone in the cell beside its ticker's", holds: isInCellBesideItsTicker, weight: 4 },
  {
    says: "letters that abbreviate other things",
    holds: (one) => isAbbreviation(one) && isCommonAbbreviation(writtenName(one)),
  },
  {
    says: "something called so, on a page not about the market",
    holds: (one) => !one.page.isMarket && isCalledSo(one),
    weight: -4,
  },
  { says: "something compared with the company", holds: isComparison, weight: -4 },
  {
    says: "how the word before is read, on a page without the market",
    holds: (one) => isQuiet(one) && isReading(one),
    weight: -4,
  },
  { says: "a number right before", holds: (one) => isWord(one) && /\d\s$/.test(textBefore(one, 2)) },
  { says: "the page has it as a person's surname", holds: isPersonOfPage, weight: -6 },
  { says: "two others of its trade on the page", holds: (one) => !isQuiet(one) && othersOfTrade(one, 2) },
  { says: "four others of its trade on the page", holds: (one) => !isQuiet(one) && othersOfTrade(one, 4) },
  {
    says: "two others of its trade beyond doubt, on a page without the market",
    holds: (one) => isQuiet(one) && one.page.trades.sureOthers(one.candidate) >= 2,
  },
  {
    says: "a word, and nobody of the company's trade on the page",
    holds: (one) => isWord(one) && one.page.trades.others(one.candidate) === 0,
  },
  ...PAGE_CLUES,
];

/** Words before a place, in western languages; as keys. */
const WHERE = new Set("in en em near from nach aus to vers".split(" "));

/** `Shell-shocked`; `Tesla-backed` is said of companies. */
const HYPHENATED = /^-(?!(?:led|owned|backed|made|based|style|like|aktien?|shares?|stock|aandeel|aandelen)\b)\p{Ll}/u;

function isCompanyBeside(one: Occurrence): boolean {
  return isDoneByCompanies(wordsAfter(one)[0] ?? "") || isKindOfCompany(one.wordBefore());
}
