import { once } from "../../once";
import type { Candidate, ReadBlock } from "../candidate";
import { nameTokens } from "../names/name-keys";
import { isChangeAfter, isMarketAfter, isMarketBefore } from "../words/market-words";
import { type Line, lineOf } from "./line-of-text";
import type { PageContext } from "./page-context";

/** A candidate where it stands, with what its line and its page say. */
export interface Occurrence {
  readonly candidate: Candidate;
  /** The block it stands in, the `index`th of those that hold a candidate. */
  readonly block: ReadBlock;
  readonly index: number;
  readonly blocks: readonly ReadBlock[];
  readonly page: PageContext;
  readonly line: Line;
  /** The block's candidates that stand near it, itself among them, in text order. */
  readonly near: readonly Candidate[];
  /** The candidate's own words as a key, without a possessive ending. */
  readonly key: () => string;
  /** Words of the market stand right before it, or right after it. */
  readonly isMarketBefore: () => boolean;
  readonly isMarketAfter: () => boolean;
  /** A change in per cent stands right after it. */
  readonly isChangeAfter: () => boolean;
}

/** One thing that can speak for or against a candidate. */
export interface Clue {
  /** In words, for `npm run detect -- --why`; its weight stands under them. */
  readonly says: string;
  readonly holds: (occurrence: Occurrence) => boolean;
  /** Set by hand where labelled pages have too few examples to tell; all others are fitted. */
  readonly weight?: number;
}

/** How far from a candidate its neighbours begin, UTF-16 units: a long name, a bracket and what joins them. */
const NEAR = 100;

/** The occurrences of a page, block by block, each block's in the order of its candidates. */
export function occurrencesOf(blocks: readonly ReadBlock[], page: PageContext): Occurrence[][] {
  return blocks.map((block, index) => {
    const line = lineOf(block.text);
    const near = neighboursIn(block.candidates);
    return block.candidates.map((candidate) => ({
      candidate,
      block,
      index,
      blocks,
      page,
      line,
      near: near.get(candidate) ?? [],
      key: once(() => keyOf(block.text.slice(candidate.start, candidate.end))),
      isMarketBefore: once(() => isMarketBefore(block.text, candidate.start)),
      isMarketAfter: once(() => isMarketAfter(block.text, candidate.end)),
      isChangeAfter: once(() => isChangeAfter(block.text, candidate.end)),
    }));
  });
}

/** Looked up once for all clues: a block may hold hundreds, each of which would be compared with each. */
function neighboursIn(candidates: readonly Candidate[]): ReadonlyMap<Candidate, readonly Candidate[]> {
  const sorted = [...candidates].sort((one, other) => one.start - other.start);
  let from = 0;
  let to = 0;
  return new Map(
    sorted.map((candidate) => {
      while ((sorted[from]?.start ?? candidate.start) < candidate.start - NEAR) from += 1;
      while ((sorted[to]?.start ?? Number.POSITIVE_INFINITY) <= candidate.start + NEAR) to += 1;
      return [candidate, sorted.slice(from, to)];
    }),
  );
}

function keyOf(written: string): string {
  return nameTokens(written)
    .map(({ key, bare }) => bare ?? key)
    .join(" ");
}
