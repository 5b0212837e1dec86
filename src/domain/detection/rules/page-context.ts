import type { Ticker } from "../../ticker";
import type { Candidate, ReadBlock } from "../candidate";
import { nameKey, nameTokens } from "../names/name-keys";
import { MARKET_WORDS } from "../words/market-words";
import { isCoined } from "../words/word-lists";
import { type LongForms, longForms } from "./long-forms";
import { isOfOtherField } from "./page-field";

/** Ways in which a page can introduce a company; a higher number is a better one. */
export const INTRODUCED = { byName: 1, inFull: 2, explicitly: 3 } as const;

/** What the whole page tells, for the decision on each of its candidates. */
export interface PageContext {
  /** How well the page introduces a company; 0 if it does not. */
  readonly introduced: (ticker: Ticker) => number;
  /** Words of the market in all its blocks, explicit tickers counted double; not counted beyond `MOST_MARKET_WORDS`. */
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
  /** Whether it is about sport, games, cooking, medicine or the like. */
  readonly isOfOtherField: boolean;
  /** The long forms that the page gives of abbreviations. */
  readonly longForms: LongForms;
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
/** Limited, so that one long list of headlines does not make a page one about the market. */
const MOST_WORDS_PER_BLOCK = 4;

/** Collects the context: from the texts of all blocks of the page, and from the blocks that have candidates. */
export function pageContext(texts: readonly string[], blocks: readonly ReadBlock[]): PageContext {
  const introduced = new Map<Ticker, number>();
  const plainTickers = new Set<Ticker>();
  const named = new Map<Ticker, number>();
  const times = new Map<Ticker, number>();
  const longer = new Map<string, Set<Ticker>>();
  const coined = new Set<Ticker>();
  const inFull = new Set<Ticker>();
  let explicit = 0;
  for (const { text, candidates } of blocks) {
    for (const candidate of candidates) {
      if (candidate.form === "name") named.set(candidate.ticker, (named.get(candidate.ticker) ?? 0) + 1);
      if (candidate.form === "name" && isCoined(nameKey(text.slice(candidate.start, candidate.end))))
        coined.add(candidate.ticker);
      if (candidate.form === "ticker") times.set(candidate.ticker, (times.get(candidate.ticker) ?? 0) + 1);
      if (candidate.form === "ticker" && candidate.doubt < 2) plainTickers.add(candidate.ticker);
      if (candidate.doubt > 0) continue;
      const level = levelOf(candidate);
      if ((introduced.get(candidate.ticker) ?? 0) < level) introduced.set(candidate.ticker, level);
      if (level === INTRODUCED.explicitly) explicit += 1;
      if (level >= INTRODUCED.inFull && !inFull.has(candidate.ticker)) {
        inFull.add(candidate.ticker);
        addLongerName(longer, candidate);
      }
    }
  }
  let counted = 0;
  let words = 0;
  for (const text of texts) {
    if (words >= MOST_MARKET_WORDS) break;
    counted += text.length;
    words += Math.min(MOST_WORDS_PER_BLOCK, text.match(MARKET_WORDS)?.length ?? 0);
  }
  const none = new Set<Ticker>();
  const marketWords = words + 2 * explicit;
  const marketDensity = counted === 0 ? 0 : (1000 * marketWords) / counted;
  return {
    introduced: (ticker) => introduced.get(ticker) ?? 0,
    marketWords,
    marketDensity,
    isMarket:
      (marketDensity >= MARKET_DENSITY && marketWords >= MARKET_WORDS_OF_A_PAGE) ||
      (marketDensity >= MARKET_DENSITY_OF_A_SHORT_PAGE && marketWords >= BUSINESS_WORDS),
    isQuiet: marketWords < MARKET_WORDS_OF_A_PAGE && (marketWords < 2 || marketDensity < QUIET_DENSITY),
    isBusiness: marketWords >= BUSINESS_WORDS || introduced.size > 0,
    sureCompanies: introduced.size,
    plainTickers: plainTickers.size,
    timesNamed: (ticker) => named.get(ticker) ?? 0,
    timesAsTicker: (ticker) => times.get(ticker) ?? 0,
    coinedCompanies: coined.size,
    isOfOtherField: isOfOtherField(texts),
    longForms: longForms(texts),
    longerNames: (key) => longer.get(key) ?? none,
  };
}

function addLongerName(longer: Map<string, Set<Ticker>>, { name, ticker }: Candidate): void {
  const [first, second] = nameTokens(name).filter(({ key }) => key !== "the");
  if (!first || !second) return;
  const companies = longer.get(first.key) ?? new Set<Ticker>();
  longer.set(first.key, companies.add(ticker));
}

function levelOf({ form, full }: Candidate): number {
  if (form === "name") return full ? INTRODUCED.inFull : INTRODUCED.byName;
  return INTRODUCED.explicitly;
}
