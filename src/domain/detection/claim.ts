import type { Candidate } from "./candidates";
import type { SurfaceMatch } from "./identification";

/** A match where it stands in its block's text, with how it came to be believed so far. */
export interface Claim extends Omit<SurfaceMatch, "as"> {
  readonly as: SurfaceMatch["as"] | "paren";
}

/** A block in which the directory found something; claims in text order, offsets in the block's text. */
export interface FoundBlock {
  readonly text: string;
  readonly claims: readonly Claim[];
}

/** A link in a block's text, by the address that the directory was asked about. */
export interface LinkCandidate {
  readonly start: number;
  readonly end: number;
  readonly address: string;
}

/** Longest text of a link that still names its company and does not tell a story about it. */
const LONGEST_LINK_TEXT = 60;

/** What the directory's answers claim of a block's text. */
export function claimsOf(
  text: string,
  candidates: readonly Candidate[],
  links: readonly LinkCandidate[],
  matchesOf: (surface: string) => readonly SurfaceMatch[],
): Claim[] {
  const claims: Claim[] = [];
  for (const { start, surface } of candidates) {
    for (const match of matchesOf(surface)) {
      claims.push({ ...match, start: start + match.start, end: start + match.end });
    }
  }
  for (const { start, end, address } of links) {
    const [match] = matchesOf(address);
    const named = match && namedInLink(match, text.slice(start, end));
    if (named) claims.push({ ...match, start: start + named.start, end: start + named.end });
  }
  return claims;
}

/** Where a quote page's link names its company: by ticker, or by the first word of the name with what follows. */
function namedInLink({ ticker, name }: SurfaceMatch, text: string): { start: number; end: number } | null {
  if (text.length > LONGEST_LINK_TEXT) return null;
  const symbol = text.indexOf(ticker);
  if (symbol >= 0 && !/[\p{L}\p{N}]/u.test(text.charAt(symbol - 1) + text.charAt(symbol + ticker.length))) {
    return { start: symbol, end: symbol + ticker.length };
  }
  const [first = ""] = name.split(/[^\p{L}\p{N}]+/u);
  const at = first.length > 2 ? text.toLowerCase().indexOf(first.toLowerCase()) : -1;
  return at === text.length - text.trimStart().length ? { start: at, end: text.trimEnd().length } : null;
}
