import type { Candidate } from "../candidate";
import { makeCandidate } from "../make-candidate";
import { linkedTicker } from "./quote-links";
import { type DatedDirectory, knownAs, suffixedTicker } from "./ticker-spellings";

/**
 * The listing whose quote page a link leads to, if the link's text names it. The phrase is the address, a space and the
 * text.
 */
export function linkCandidates(phrase: string, directory: DatedDirectory): Candidate[] {
  const space = phrase.indexOf(" ");
  const symbol = space < 0 ? null : linkedTicker(phrase.slice(0, space));
  const known = symbol === null ? null : (knownAs(symbol, directory) ?? suffixedTicker(symbol, directory));
  const named = known?.listing && namedIn(phrase.slice(space + 1), known.ticker, known.listing.name);
  if (!known || !named) return [];
  const [start, end] = [space + 1 + named.start, space + 1 + named.end];
  return [makeCandidate({ start, end, form: "link", doubt: 0 }, known, directory)];
}

/** The longest text of a link that names a company and is not a headline about it. */
const LONGEST_LINK_TEXT = 60;

/** The part of a link's text that names its company: the ticker, or everything from the first word of its name on. */
function namedIn(text: string, ticker: string, name: string): { start: number; end: number } | null {
  if (text.length > LONGEST_LINK_TEXT) return null;
  const symbol = text.indexOf(ticker);
  if (symbol >= 0 && !/[\p{L}\p{N}]/u.test(text.charAt(symbol - 1) + text.charAt(symbol + ticker.length))) {
    return { start: symbol, end: symbol + ticker.length };
  }
  const [first = ""] = name.replace(/^The /, "").split(/[^\p{L}\p{N}]+/u);
  const start = text.length - text.trimStart().length;
  const begins = first.length > 2 && text.slice(start).toLowerCase().startsWith(first.toLowerCase());
  return begins ? { start, end: text.trimEnd().length } : null;
}
