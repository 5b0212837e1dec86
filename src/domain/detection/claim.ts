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

/** No text names so many; what a block repeats beyond is not worth the time, which grows with their square. */
const MOST_CLAIMS = 600;

/** What the directory's answers claim of a block's text. */
export function claimsOf(
  candidates: readonly Candidate[],
  matchesOf: (surface: string) => readonly SurfaceMatch[],
): Claim[] {
  return candidates
    .flatMap(({ start, surface }) =>
      matchesOf(surface).map((match) => ({ ...match, start: start + match.start, end: start + match.end })),
    )
    .slice(0, MOST_CLAIMS);
}
