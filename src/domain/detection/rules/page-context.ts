import type { Ticker } from "../../ticker";
import type { Candidate, ReadBlock } from "../candidate";
import { MARKET_WORDS } from "../words/market-words";

/** How well the page introduces a company; the higher, the better. */
export const INTRODUCED = { byName: 1, inFull: 2, explicitly: 3 } as const;

/** What the whole page says about the market, for the decision on each of its candidates. */
export interface PageContext {
  /** Company → how well the page introduces it; 0 for not at all. */
  readonly introduced: (ticker: Ticker) => number;
  /** The page is about the market: bare tickers and doubtful names are likely there. */
  readonly isMarket: boolean;
  /** The page speaks of companies. */
  readonly isBusiness: boolean;
}

/** What makes a page one of the market; measured on news pages with and without it (docs/detection.md). */
const MARKET_SCORE = 8;
const BUSINESS_SCORE = 3;
/** A text that names so many speaks of the market in fewer words. */
const MANY_COMPANIES = 8;
/** Shorter texts are menus, buttons and tags. */
const SHORTEST_PROSE = 60;
/** So that one long list of stories does not make a page of the market. */
const MOST_WORDS_PER_BLOCK = 4;

/** Reads the page as context. */
export function pageContext(blocks: readonly ReadBlock[]): PageContext {
  const introduced = new Map<Ticker, number>();
  const companies = new Set<Ticker>();
  let score = 0;
  const introduce = (ticker: Ticker, level: number) => {
    if ((introduced.get(ticker) ?? 0) < level) introduced.set(ticker, level);
  };
  for (const { text, candidates } of blocks) {
    // Counting is dear, and a page that is one of the market becomes no more so.
    if (score < MARKET_SCORE) score += Math.min(MOST_WORDS_PER_BLOCK, text.match(MARKET_WORDS)?.length ?? 0);
    for (const candidate of candidates) {
      if (candidate.doubt > 0) continue;
      if (text.length > SHORTEST_PROSE) companies.add(candidate.ticker);
      introduce(candidate.ticker, levelOf(candidate));
      if (levelOf(candidate) === INTRODUCED.explicitly) score += 2;
    }
  }
  return {
    introduced: (ticker) => introduced.get(ticker) ?? 0,
    isMarket: score >= MARKET_SCORE || (score > BUSINESS_SCORE && companies.size >= MANY_COMPANIES),
    isBusiness: score >= BUSINESS_SCORE || companies.size > 0,
  };
}

function levelOf({ form, full }: Candidate): number {
  if (form === "name") return full ? INTRODUCED.inFull : INTRODUCED.byName;
  return INTRODUCED.explicitly;
}
