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
export function findCandidates(
  text: string,
  { notWestern, candidate, westernCandidate, qualified }: Words,
): Candidate[] {
  const found: Candidate[] = [];
  let before: readonly [start: number, end: number] = [0, 0];
  const pattern = notWestern.test(text) ? candidate : westernCandidate;
  pattern.lastIndex = 0;
  for (let word = pattern.exec(text); word; word = pattern.exec(text)) {
    const [surface] = word;
    const { index } = word;
    const end = index + surface.length;
    if (surface.length <= LONGEST_SURFACE) found.push({ start: index, end, surface });
    const [nameStart, nameEnd] = before;
    before = [index, end];
    qualified.lastIndex = end;
    const tail = qualified.exec(text);
    if (!tail) continue;
    // `United (NASDAQ: UAL)`: the words before the bracket belong to it, as the company's name may be among them.
    const start = Math.max(text[index - 1] === "(" && index - nameEnd < 4 ? nameStart : index, end - 80);
    found.push({ start, end: end + tail[0].length, surface: text.slice(start, end + tail[0].length) });
  }
  return found;
}
