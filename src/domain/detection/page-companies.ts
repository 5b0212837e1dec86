import type { Ticker } from "../ticker";
import { EVIDENCE, type Evidence } from "./mention";

/** A mention as the ranking sees it. */
export interface RankedMention {
  readonly ticker: Ticker;
  readonly name: string;
  readonly evidence: Evidence;
  readonly surface: string;
}

/** A company the page mentions, and how often. */
export interface PageCompany {
  readonly ticker: Ticker;
  readonly name: string;
  readonly count: number;
}

/** A company in the title is what the page is about, however often others are named. */
const TITLE_WEIGHT = 100;
/** A ticker in brackets or after its exchange is written once, for companies that matter to the text. */
const EXPLICIT_WEIGHT = 3;

/** The companies of a page, those it is about first: named in the title, then by how often and how plainly they are mentioned, then by who comes first. Mentions in document order. */
export function pageCompanies(mentions: readonly RankedMention[], title: string): PageCompany[] {
  const companies = new Map<Ticker, { name: string; count: number; weight: number }>();
  for (const { ticker, name, evidence, surface } of mentions) {
    const company = companies.get(ticker) ?? { name, count: 0, weight: 0 };
    company.count += 1;
    company.weight += EVIDENCE.indexOf(evidence) < EVIDENCE.indexOf("bare") ? EXPLICIT_WEIGHT : 1;
    if (company.weight < TITLE_WEIGHT && title.includes(surface)) company.weight += TITLE_WEIGHT;
    companies.set(ticker, company);
  }
  // The sort is stable: of equals the one mentioned first stays first.
  return [...companies]
    .sort(([, a], [, b]) => b.weight - a.weight)
    .map(([ticker, { name, count }]) => ({ ticker, name, count }));
}
