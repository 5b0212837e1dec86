import type { Ticker } from "../ticker";
import { EVIDENCE, type Mention } from "./mention";

/** The parts of a mention that the ranking needs. */
export type RankedMention = Pick<Mention, "ticker" | "name" | "evidence" | "surface">;

/** A company the page mentions, and how often. */
export interface PageCompany {
  readonly ticker: Ticker;
  readonly name: string;
  readonly count: number;
}

/** A company in the title is what the page is about, however often others are named. */
const TITLE_WEIGHT = 10_000;
/** A ticker in brackets or after its exchange is written once, but for companies that matter to the text. */
const EXPLICIT_WEIGHT = 3;

/**
 * The companies of a page, those that it is about first: named in the title; then those mentioned most often and most
 * clearly; then those mentioned first. Mentions are in document order.
 */
export function pageCompanies(mentions: readonly RankedMention[], title: string): PageCompany[] {
  const companies = new Map<Ticker, { name: string; count: number; weight: number; inTitle: boolean }>();
  for (const { ticker, name, evidence, surface } of mentions) {
    const company = companies.get(ticker) ?? { name, count: 0, weight: 0, inTitle: false };
    company.count += 1;
    company.weight += EVIDENCE.indexOf(evidence) < EVIDENCE.indexOf("bare") ? EXPLICIT_WEIGHT : 1;
    company.inTitle ||= isNamedIn(title, surface);
    companies.set(ticker, company);
  }
  const total = ({ weight, inTitle }: { weight: number; inTitle: boolean }) => weight + (inTitle ? TITLE_WEIGHT : 0);
  // The sort is stable: of equals the one mentioned first stays first.
  return [...companies]
    .sort(([, a], [, b]) => total(b) - total(a))
    .map(([ticker, { name, count }]) => ({ ticker, name, count }));
}

/**
 * Whether a text contains it as a whole word: the `T` of AT&T is not in every title. In scripts without spaces there
 * are no whole words.
 */
function isNamedIn(text: string, surface: string): boolean {
  for (let at = text.indexOf(surface); at >= 0 && surface !== ""; at = text.indexOf(surface, at + surface.length)) {
    if (!/\w/.test(text.charAt(at - 1) + text.charAt(at + surface.length))) return true;
  }
  return false;
}
