import type { Candidate } from "../candidate";
import { makeCandidate } from "../make-candidate";
import { type DatedDirectory, suffixedTicker } from "./ticker-spellings";

/** `0700.HK`, `SHEL.L`; `start` is where it stands in the surface. */
export function suffixedCandidates(spelling: string, start: number, directory: DatedDirectory): Candidate[] {
  const known = suffixedTicker(spelling, directory);
  const isOwnSpelling = directory.byTicker(spelling) !== undefined || /\.[A-Z]{2}$/.test(spelling);
  const doubt = known?.listing && isOwnSpelling ? 0 : 1;
  const place = { start, end: start + spelling.length, form: "suffixed", doubt } as const;
  return known ? [makeCandidate(place, known, directory)] : [];
}
