import type { Words } from "./vocabulary";

/** A piece of a block's text that could name a listing; offsets are UTF-16 units, end exclusive. `surface` is what the directory is asked. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
}

/** Longest surface that the background takes. */
const LONGEST_SURFACE = 200;
/** Every piece of a block's text that could name a listing, in text order; an exchange-qualified one overlaps the words before its colon. */
export function findCandidates(text: string, words: Words): Candidate[] {
  const found: Candidate[] = [];
  let before: readonly [start: number, end: number] = [0, 0];
  const pattern = candidatePattern(text, words);
  pattern.lastIndex = 0;
  for (let word = pattern.exec(text); word; word = pattern.exec(text)) {
    const surface = word[0];
    const index = word.index;
    const end = index + surface.length;
    if (surface.length <= LONGEST_SURFACE) found.push({ start: index, end, surface });
    const [nameStart, nameEnd] = before;
    before = [index, end];
    words.qualified.lastIndex = end;
    const tail = words.qualified.exec(text);
    if (!tail) continue;
    // `United (NASDAQ: UAL)`: the words before the bracket belong to it, as the company's name may be among them.
    const start = Math.max(text[index - 1] === "(" && index - nameEnd < 4 ? nameStart : index, end - 80);
    found.push({ start, end: end + tail[0].length, surface: text.slice(start, end + tail[0].length) });
  }
  return found;
}

/** The surfaces alone of a text's candidates, in text order; null for none. Half the work. */
export function findSurfaces(text: string, words: Words): readonly string[] | null {
  // What is qualified has a colon after a word and before a symbol; only then are places needed.
  if (words.maybeQualified.test(text)) return findCandidates(text, words).map(({ surface }) => surface);
  return text.match(candidatePattern(text, words));
}

function candidatePattern(text: string, { notWestern, candidate, westernCandidate }: Words): RegExp {
  return notWestern.test(text) ? candidate() : westernCandidate;
}
