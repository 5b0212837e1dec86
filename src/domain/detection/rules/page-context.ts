import { once } from "../../once";
import type { Ticker } from "../../ticker";
import type { ReadBlock } from "../candidate";
import { countMarketWords } from "../words/market-words";
import { companiesNamed } from "./companies-named";
import { type LongForms, longForms } from "./long-forms";
import { isOfOtherField } from "./page-field";
import { surnamesIn, votersIn } from "./persons";
import { tableCodes } from "./table-codes";
import { type TradesNamed, tradesNamed } from "./trades-named";

/** What the whole page tells, for the decision on each of its candidates. */
export interface PageContext {
  /** How well the page introduces a company, by this ticker or another of its own; 0 if it does not. */
  readonly introduced: (ticker: Ticker) => number;
  /**
   * Words of the market in all its blocks, counted up to `MOST_MARKET_WORDS`; and what speaks of the market as a word
   * does: each explicit ticker (twice), each company whose share moves, each of many companies or of one trade, each
   * ticker beside two that everybody writes.
   */
  readonly marketWords: number;
  /** Market words per thousand characters, as far as they were counted. */
  readonly marketDensity: number;
  /** Whether the page is about the market, so that bare tickers and doubtful names are likely. */
  readonly isMarket: boolean;
  /** Whether the page has hardly anything to do with the market. */
  readonly isQuiet: boolean;
  /** Whether the page speaks of companies. */
  readonly isBusiness: boolean;
  /** How many companies it names beyond doubt. */
  readonly sureCompanies: number;
  /** How many different tickers in capitals it has that mean nothing else. */
  readonly plainTickers: number;
  /** How often a company's name is on the page, as a mention or not. */
  readonly timesNamed: (ticker: Ticker) => number;
  /** How often a bare ticker is on the page. */
  readonly timesAsTicker: (ticker: Ticker) => number;
  /** How many companies it names whose names mean nothing else. */
  readonly coinedCompanies: number;
  /** How many different companies or tickers stand alone in a cell or a line. */
  readonly loneCompanies: number;
  /** How many different tickers in capitals do so; 0 where all of them are ordinary letters. */
  readonly loneTickers: number;
  /** Whether the page also writes a word, given as a key, in small letters. */
  readonly isWrittenSmall: (key: string) => boolean;
  /** What the companies that it names deal in. */
  readonly trades: TradesNamed;
  /** Whether the page has a word, given as a key, as the surname after a first name. */
  readonly isPerson: (key: string) => boolean;
  /** Whether a word, given as a key, is somebody who votes in a meeting that the page records. */
  readonly isVoter: (key: string) => boolean;
  /** Whether it is about sport, games, cooking, medicine or the like. */
  readonly isOfOtherField: boolean;
  /** The long forms that the page gives of abbreviations. */
  readonly longForms: LongForms;
  /** Whether letters are a code of a table on the page, and no company. */
  readonly isTableCode: (letters: string) => boolean;
  /** The companies that the page introduces with a longer name that begins with the word, by the word's key. */
  readonly longerNames: (key: string) => ReadonlySet<Ticker>;
}

/** Counting takes long, and more words do not make a page more about the market. */
export const MOST_MARKET_WORDS = 40;
/**
 * The density of market words from which a page is about the market; measured on news pages with and without it
 * (docs/detection.md).
 */
const MARKET_DENSITY = 1;
const MARKET_WORDS_OF_A_PAGE = 6;
const MARKET_DENSITY_OF_A_SHORT_PAGE = 8;
const BUSINESS_WORDS = 3;
const QUIET_DENSITY = 3;
/** Companies beyond doubt from which on each counts as a word of the market. */
const FEW_COMPANIES = 5;
/** Companies of one trade from which on each counts as a word of the market: texts that name so many are about it. */
const SEVERAL_OF_A_TRADE = 3;
/** Limited, so that one long list of headlines does not make a page one about the market. */
const MOST_WORDS_PER_BLOCK = 4;

/** Collects the context: from the texts of all blocks of the page, and from the blocks that have candidates. */
export function pageContext(texts: readonly string[], blocks: readonly ReadBlock[]): PageContext {
  const companies = companiesNamed(blocks);
  const { introduced, levels, plainTickers, longer } = companies;
  const [words, counted] = marketWordsOf(texts);
  const none = new Set<Ticker>();
  const small = once(() => smallWords(texts));
  const persons = once(() => surnamesIn(texts));
  const voters = once(() => votersIn(texts));
  const codes = once(() => tableCodes(blocks));
  const many = Math.max(0, introduced.size - FEW_COMPANIES);
  const trades = tradesNamed(blocks);
  const ofField = isOfOtherField(texts);
  const ofTrade = trades.most >= SEVERAL_OF_A_TRADE && !ofField ? trades.most : 0;
  // `NVDA` and `INTC` together are a text about shares, and so are the tickers around them.
  const tickers = companies.famousTickers.size > 1 ? plainTickers.size : 0;
  const marketWords = words + ofTrade + tickers + 2 * companies.explicit + companies.moved.size + many;
  const marketDensity = counted === 0 ? 0 : (1000 * marketWords) / counted;
  return {
    trades,
    introduced: (ticker) => levels.get(ticker) ?? 0,
    marketWords,
    marketDensity,
    isMarket:
      (marketDensity >= MARKET_DENSITY && marketWords >= MARKET_WORDS_OF_A_PAGE) ||
      (marketDensity >= MARKET_DENSITY_OF_A_SHORT_PAGE && marketWords >= BUSINESS_WORDS),
    isQuiet: marketWords < MARKET_WORDS_OF_A_PAGE && (marketWords < 2 || marketDensity < QUIET_DENSITY),
    isBusiness: marketWords >= BUSINESS_WORDS || introduced.size > 0,
    sureCompanies: introduced.size,
    plainTickers: plainTickers.size,
    timesNamed: (ticker) => companies.named.get(ticker) ?? 0,
    timesAsTicker: (ticker) => companies.asTicker.get(ticker) ?? 0,
    coinedCompanies: companies.coined.size,
    loneCompanies: companies.lone.size,
    loneTickers: [...companies.loneTickers].some((ticker) => plainTickers.has(ticker)) ? companies.loneTickers.size : 0,
    isWrittenSmall: (key) => small().has(key),
    isPerson: (key) => persons().has(key),
    isVoter: (key) => voters().has(key),
    isOfOtherField: ofField,
    longForms: longForms(texts),
    isTableCode: (letters) => codes().has(letters),
    longerNames: (key) => longer.get(key) ?? none,
  };
}

/** How many words of the market the texts have, and how many characters were read for them. */
function marketWordsOf(texts: readonly string[]): readonly [words: number, read: number] {
  let [words, read] = [0, 0];
  for (const text of texts) {
    if (words >= MOST_MARKET_WORDS) break;
    read += text.length;
    words += countMarketWords(text, MOST_WORDS_PER_BLOCK);
  }
  return [words, read];
}

/** What is read of a page for its words in small letters, UTF-16 units. */
const MOST_READ = 30_000;

function smallWords(texts: readonly string[]): ReadonlySet<string> {
  const text = texts.join("\n").slice(0, MOST_READ);
  return new Set((text.match(/\p{L}+/gu) ?? []).filter((word) => word === word.toLowerCase()));
}
