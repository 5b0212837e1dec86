import { isCommonAbbreviation, isFamousTicker, isOrdinaryCapitals, isWordInCapitals } from "../../words/word-lists";
import { isAlone } from "../line-of-text";
import type { Clue, Occurrence } from "../occurrence";
import { isAfterItsName, isAmongTickers, isBesideItsName, isInSequence } from "../rows-of-tickers";
import { othersOfTrade, PAGE_CLUES } from "./page-clues";
import { beginsSentence, isAfterArticle, isJoinedToAsian, textBefore } from "./words-beside";

const written = ({ candidate, block }: Occurrence): string => block.text.slice(candidate.start, candidate.end);
const after = ({ candidate, block }: Occurrence, length: number): string =>
  block.text.slice(candidate.end, candidate.end + length);
const isAmongCapitals = ({ candidate, block }: Occurrence): boolean =>
  !/\p{Ll}/u.test(block.text.slice(Math.max(0, candidate.start - 300), candidate.end + 300));
const isInBracket = (one: Occurrence): boolean =>
  /[([]\s?$/.test(textBefore(one, 2)) && /^\s?[)\]]/.test(after(one, 2));

/** `PFE 25.02 -1.1%`, `PFE 25.02 -0.28`, as tapes of quotes have it. */
const LONGEST_QUOTE = 30;
const QUOTE_AFTER =
  /^[\s:|]{1,3}[$€£¥]?\d[\d.,]*\s{1,2}(?:(?:[+−–-]?[\d.,]+\s{1,2})?\(?[+−–▲▼-]\s?\d+[.,]\d+\s?%|[+−–▲▼-]\s?\d+[.,]\d\d(?!\d))/;
const isNamed = ({ candidate, page }: Occurrence): boolean => page.introduced(candidate.ticker) > 0;
const isAmongBrackets = ({ candidate, near }: Occurrence): boolean =>
  candidate.known === true &&
  near.some(({ form, ticker }) => (form === "paren" || form === "exchange") && ticker !== candidate.ticker);

/** A ticker of the starter that is no word and no abbreviation. */
const isPlain = ({ candidate }: Occurrence): boolean => candidate.doubt === 1;
/** Whether another company beside it has a price and a change, too. */
const isOnTape = ({ candidate, near, block: { text } }: Occurrence): boolean =>
  near.some(
    ({ ticker, doubt, end }) =>
      ticker !== candidate.ticker && doubt < 2 && QUOTE_AFTER.test(text.slice(end, end + LONGEST_QUOTE)),
  );
/** A ticker of the starter that is a word nobody shouts. */
const isKnownWord = (one: Occurrence): boolean => one.candidate.known === true && isWordInCapitals(written(one));
const isAmongLone = ({ candidate, block, page }: Occurrence): boolean =>
  page.isMarket && page.loneTickers > 3 && isAlone(candidate, block.text);
/** Besides a ticker that is no word, or one whose company the page names. */
const isListed = ({ candidate, near, block, page }: Occurrence): boolean =>
  near.some((other) => {
    if (other === candidate || (other.form !== "ticker" && other.form !== "cashtag")) return false;
    if (other.doubt > (page.introduced(other.ticker) > 0 ? 2 : 1)) return false;
    const between =
      other.end <= candidate.start
        ? block.text.slice(other.end, candidate.start)
        : block.text.slice(candidate.end, other.start);
    return between.length < 7 && /^[,;/]? ?(?:(?:and|or|und|et|y|e|&) )?$/.test(between);
  });

/** The clues for and against letters in capitals being a ticker. */
export const TICKER_CLUES: readonly Clue[] = [
  { says: "an ordinary abbreviation or word", holds: (one) => isOrdinaryCapitals(written(one)) },
  { says: "a plain ticker of four letters or more", holds: (one) => isPlain(one) && written(one).length > 3 },
  { says: "a plain ticker of three letters", holds: (one) => isPlain(one) && written(one).length === 3 },
  {
    says: "a plain ticker, on a page without the market",
    holds: (one) => isPlain(one) && one.page.isQuiet && one.page.plainTickers < 4,
    weight: -3,
  },
  {
    says: "after an article, though no known fund and not everybody's ticker",
    holds: (one) => !isFamousTicker(written(one)) && isAfterArticle(one),
    weight: -3,
  },
  {
    says: "a plain ticker of three letters, joined to a word of an Asian language",
    holds: (one) => isPlain(one) && written(one).length === 3 && !isFamousTicker(written(one)) && isJoinedToAsian(one),
    weight: -3,
  },
  { says: "the page repeats it", holds: ({ candidate, page }) => page.timesAsTicker(candidate.ticker) > 1 },
  { says: "the page repeats it often", holds: ({ candidate, page }) => page.timesAsTicker(candidate.ticker) > 3 },
  { says: "the page has several plain tickers", holds: ({ page }) => page.plainTickers >= 3 },
  { says: "the page has eight plain tickers or more", holds: ({ page }) => page.plainTickers >= 8 },
  { says: "joined to another ticker by a comma or “and”", holds: isListed },
  { says: "one letter", holds: (one) => written(one).length === 1 },
  { says: "two letters", holds: (one) => written(one).length === 2 },
  { says: "a listing that few write about", holds: ({ candidate }) => candidate.known === undefined },
  { says: "a fund", holds: ({ candidate }) => candidate.kind === "etf" },
  {
    says: "words of the market right after",
    holds: (one) => one.isMarketAfter(),
    weight: 2,
  },
  {
    says: "words of the market right before",
    holds: (one) => one.isMarketBefore() && !isCommonAbbreviation(written(one)),
    weight: 3,
  },
  {
    says: "words of the market right before an ordinary abbreviation",
    holds: (one) => one.isMarketBefore() && isCommonAbbreviation(written(one)),
    weight: 2,
  },
  { says: "a ticker that everybody writes", holds: (one) => isFamousTicker(written(one)), weight: 2 },
  {
    says: "the page names its company",
    holds: (one) => !isCommonAbbreviation(written(one)) && written(one).length > 1 && isNamed(one),
    weight: 2,
  },
  {
    says: "alone in a bracket among other companies' brackets",
    holds: (one) => isInBracket(one) && !isCommonAbbreviation(written(one)) && isAmongBrackets(one),
    weight: 3.5,
  },
  { says: "a change in per cent right after", holds: (one) => one.isChangeAfter() },
  {
    says: "a price and a change right after",
    holds: (one) => QUOTE_AFTER.test(after(one, LONGEST_QUOTE)),
    weight: 4,
  },
  {
    says: "a price and a change right after, as after another company beside it",
    holds: (one) => QUOTE_AFTER.test(after(one, LONGEST_QUOTE)) && !isCommonAbbreviation(written(one)) && isOnTape(one),
    weight: 3,
  },
  {
    says: "a change in per cent right after an ordinary word, on a page of the market",
    holds: (one) =>
      one.isChangeAfter() &&
      isOrdinaryCapitals(written(one)) &&
      !isCommonAbbreviation(written(one)) &&
      one.page.isMarket,
    weight: 3,
  },
  {
    says: "a word in capitals among small letters, on a page of several tickers",
    holds: (one) =>
      isWordInCapitals(written(one)) && !isAmongCapitals(one) && one.page.isMarket && one.page.plainTickers >= 3,
  },
  {
    says: "a plain ticker, on a page of the market",
    holds: (one) => isPlain(one) && one.page.isMarket,
  },
  {
    says: "a word alone in its line, on a page of tickers in such lines",
    holds: (one) => isKnownWord(one) && isAmongLone(one),
    weight: 4,
  },
  {
    says: "its company's name on the page, though in doubt",
    holds: ({ candidate, page }) => page.introduced(candidate.ticker) === 0 && page.timesNamed(candidate.ticker) > 0,
  },
  {
    says: "an ordinary abbreviation or word in a row of tickers",
    holds: (one) => isOrdinaryCapitals(written(one)) && isInSequence(one.candidate, one.near, one.block.text),
  },
  { says: "a page of another field", holds: ({ page }) => page.isOfOtherField },
  { says: "in a row of tickers", holds: ({ candidate, near, block }) => isInSequence(candidate, near, block.text) },
  {
    says: "in a row of tickers, on a page without the market",
    holds: ({ candidate, near, block, page }) => page.isQuiet && isInSequence(candidate, near, block.text),
    weight: -3,
  },
  {
    says: "in a cell among tickers",
    holds: ({ candidate, block, blocks, index }) => isAlone(candidate, block.text) && isAmongTickers(blocks, index),
    weight: 3,
  },
  {
    says: "beside its company's cell",
    holds: ({ candidate, blocks, index }) => isBesideItsName(candidate, blocks, index),
  },
  {
    says: "alone in the cell beside its company's",
    holds: ({ candidate, block, blocks, index }) =>
      isAlone(candidate, block.text) && isBesideItsName(candidate, blocks, index),
    weight: 5,
  },
  {
    says: "its company's name right before it",
    holds: ({ candidate, near, block }) => isAfterItsName(candidate, near, block.text),
    weight: 5,
  },
  { says: "alone in its line", holds: ({ candidate, block }) => isAlone(candidate, block.text) },
  { says: "alone in a bracket", holds: isInBracket },
  { says: "alone in a bracket on a page of the market", holds: (one) => isInBracket(one) && one.page.isMarket },
  {
    says: "an ordinary abbreviation alone in a bracket",
    holds: (one) => isInBracket(one) && isOrdinaryCapitals(written(one)),
  },
  { says: "among capitals", holds: (one) => !isAlone(one.candidate, one.block.text) && isAmongCapitals(one) },
  { says: "in a headline", holds: ({ line }) => line.isHeadline() },
  { says: "begins its line", holds: beginsSentence },
  {
    says: "a capitalised word right before",
    holds: (one) => /(?<![\p{L}’'-])\p{Lu}[\p{L}’'-]{0,24}\s$/u.test(textBefore(one, 25)),
  },
  { says: "a capitalised word right after", holds: (one) => /^\s\p{Lu}/u.test(after(one, 3)) },
  { says: "a number right before", holds: (one) => /\d\s$/.test(textBefore(one, 3)) },
  { says: "a number right after", holds: (one) => /^\s\d/.test(after(one, 2)) },
  {
    says: "joined to another word",
    holds: (one) => /[-/&+]$/.test(textBefore(one, 1)) || /^[-/&+]\p{L}/u.test(after(one, 2)),
  },
  { says: "two others of its trade on the page", holds: (one) => !one.page.isQuiet && othersOfTrade(one, 2) },
  {
    says: "nobody of the company's trade on the page",
    holds: ({ candidate, page }) => page.trades.others(candidate) === 0,
  },
  ...PAGE_CLUES,
];
