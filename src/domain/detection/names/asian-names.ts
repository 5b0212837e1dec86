import type { Candidate } from "../candidate";
import type { Lookup } from "../lookup";
import { makeCandidate } from "../make-candidate";
import { isGoneOnWith, otherPieces, simplify } from "./asian-words";
import { capitalisedCandidates } from "./names-in-capitals";

/**
 * Names in Asian letters, alone or mixed (`LG전자`), and names in Latin ones to which an ending is written on (`TSMC는`).
 */
export function asianCandidates(phrase: string, lookup: Lookup): Candidate[] {
  const pieces = otherPieces(phrase);
  const candidates = pieces.flatMap(({ text, start }) =>
    capitalisedCandidates(text, lookup)
      .map((found) => ({ ...found, start: found.start + start, end: found.end + start }))
      .filter(({ end }) => !isGoneOnWith(phrase.slice(end))),
  );
  const simple = simplify(phrase);
  for (let start = 0; start < phrase.length - 1; ) {
    const found = lookup.names.asianAt(simple, start);
    if (found?.listing) {
      const place = { start, end: start + found.length, form: "name", doubt: found.doubt } as const;
      candidates.push(makeCandidate(place, { listing: found.listing }, lookup.directory));
    }
    start += found?.length ?? 1;
  }
  return candidates.sort((a, b) => a.start - b.start);
}
