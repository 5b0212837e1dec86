import type { Settings } from "../settings";
import type { ReadBlock } from "./candidate";
import type { Identify } from "./identify";
import { type Mention, MOST_MENTIONS } from "./mention";
import { findPhrases, type Phrase } from "./phrases";
import { withAlwaysList } from "./rules/always-list";
import { decideMentions } from "./rules/decide-mentions";

/** A block as the page's script hands it over. */
export interface BlockText {
  readonly text: string;
  /** Links that could lead to a quote page: the surface is the address and, after a space, the link's text, which ends at `end`. */
  readonly links: readonly Phrase[];
}

/** What the mentions of a page depend on besides its text. */
export interface PageFacts {
  readonly identify: Identify;
  readonly settings: Settings["detection"];
  /** The day the page was published, `YYYY-MM-DD`, where it says so. */
  readonly published?: string | undefined;
}

/** A block, and what in it could name a listing, its links among it. */
export interface SearchedBlock {
  readonly text: string;
  readonly phrases: readonly Phrase[];
}

/** No text names so many; what a block repeats beyond is not worth the time, which grows with their square. */
const MOST_CANDIDATES = 600;

/** Searches blocks for what is to be looked up. Pure. */
export function searchBlocks(blocks: readonly BlockText[]): SearchedBlock[] {
  return blocks.map(({ text, links }) => ({ text, phrases: [...findPhrases(text), ...links] }));
}

/** The mentions of each block of one page, in text order; null for a block that holds no candidate. Pure. */
export function findMentions(
  blocks: readonly SearchedBlock[],
  { identify, settings, published }: PageFacts,
): (readonly Mention[] | null)[] {
  const surfaces = [...new Set(blocks.flatMap(({ phrases }) => phrases.map(({ surface }) => surface)))];
  const known = new Map(Object.entries(withAlwaysList(identify(surfaces, published), surfaces, settings.always)));
  const read = blocks.map((block) => readBlock(block, known));
  const withAny = read.filter(({ candidates }) => candidates.length > 0);
  const decided = decideMentions(withAny, settings)[Symbol.iterator]();
  let left = MOST_MENTIONS;
  return read.map(({ candidates }) => {
    const mentions = candidates.length > 0 ? (decided.next().value ?? null) : null;
    if (!mentions) return null;
    left -= mentions.length;
    return left < 0 ? [] : mentions;
  });
}

/** A block with what the directory answered about its phrases. */
function readBlock({ text, phrases }: SearchedBlock, known: ReadonlyMap<string, ReadBlock["candidates"]>): ReadBlock {
  const candidates = phrases.flatMap(({ start, surface }) =>
    (known.get(surface) ?? []).map((one) => ({ ...one, start: start + one.start, end: start + one.end })),
  );
  return { text, candidates: candidates.slice(0, MOST_CANDIDATES) };
}
