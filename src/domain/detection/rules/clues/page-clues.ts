import { INTRODUCED } from "../companies-named";
import type { Clue, Occurrence } from "../occurrence";

const level = ({ candidate, page }: Occurrence): number => page.introduced(candidate.ticker);
/** How many other companies the page names beyond doubt. */
const others = ({ candidate, page }: Occurrence): number =>
  page.sureCompanies - (page.introduced(candidate.ticker) > 0 ? 1 : 0);

/** Whether the page seems to name so many other companies of the candidate's trade. */
export function othersOfTrade({ candidate, page }: Occurrence, least: number): boolean {
  return (page.trades.others(candidate) ?? 0) >= least;
}

/** The clues of the page as a whole. They are the same for names and tickers, with different weights. */
export const PAGE_CLUES: readonly Clue[] = [
  { says: "the page gives the company's ticker", holds: (one) => level(one) === INTRODUCED.explicitly },
  { says: "the page gives the company's full name", holds: (one) => level(one) === INTRODUCED.inFull },
  { says: "the page names the company beyond doubt", holds: (one) => level(one) === INTRODUCED.byName },
  { says: "no word of the market on the page", holds: ({ page }) => page.marketWords === 0 },
  {
    says: "few words of the market on the page",
    holds: ({ page }) => page.marketWords > 0 && page.marketWords < 4 && page.marketDensity < 4,
  },
  { says: "a page full of words of the market", holds: ({ page }) => page.isMarket },
  {
    says: "very many words of the market for the page's length",
    holds: ({ page }) => page.marketDensity >= 4 && page.marketWords > 3,
  },
  { says: "the page names no other company", holds: (one) => others(one) === 0 },
  { says: "the page names five other companies or more", holds: (one) => others(one) >= 5 },
];
