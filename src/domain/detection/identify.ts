import type { Directory } from "../directory";
import type { Candidate, Identification } from "./candidate";
import type { Lookup } from "./lookup";
import { asianCandidates } from "./names/asian-names";
import { isAsian } from "./names/asian-words";
import type { NameIndex } from "./names/name-index";
import { capitalisedCandidates } from "./names/names-in-capitals";
import { cashtagCandidates } from "./tickers/cashtags";
import { qualifiedCandidates } from "./tickers/exchange-qualified";
import { linkCandidates } from "./tickers/quote-link-texts";
import { countryCandidates, suffixedCandidates } from "./tickers/suffixed";

/**
 * Answers which of the phrases contain names or tickers of listings. A ticker that changed hands is that of the company
 * which had it on the page's day (`YYYY-MM-DD`).
 */
export type Identify = (phrases: Iterable<string>, published?: string) => Identification;

/** Makes an `Identify` of a directory. Its time does not depend on how large the directory is. */
export function createIdentify(
  directory: Directory,
  names: NameIndex,
  isKnown: Lookup["isKnown"] = () => true,
): Identify {
  return (phrases, published) => {
    const lookup: Lookup = { directory: { ...directory, published }, names, isKnown };
    const found = new Map<string, readonly Candidate[]>();
    for (const phrase of phrases) {
      const candidates = candidatesIn(phrase, lookup).map((one) =>
        isKnown(one.ticker) ? { ...one, known: true as const } : one,
      );
      if (candidates.length > 0) found.set(phrase, candidates);
    }
    return Object.fromEntries(found);
  };
}

function candidatesIn(phrase: string, lookup: Lookup): Candidate[] {
  const { directory } = lookup;
  if (/^https?:/.test(phrase)) return linkCandidates(phrase, directory);
  if (phrase.startsWith("$")) return cashtagCandidates(phrase, directory);
  if (/^\d+\.[A-Z]+$/.test(phrase)) return suffixedCandidates(phrase, 0, directory);
  if (/^\d+ [A-Z]+$/.test(phrase)) return countryCandidates(phrase, directory);
  const colon = phrase.search(/[:|]/);
  if (colon > 0) return qualifiedCandidates(phrase, colon, directory);
  const terminal = countryCandidates(phrase, directory);
  if (terminal.length > 0) return terminal;
  return isAsian(phrase) ? asianCandidates(phrase, lookup) : capitalisedCandidates(phrase, lookup);
}
