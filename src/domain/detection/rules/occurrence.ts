import { once } from "../../once";
import type { Candidate, ReadBlock } from "../candidate";
import { nameTokens } from "../names/name-keys";
import { isChangeAfter, isMarketAfter, isMarketBefore } from "../words/market-words";
import { findWordBefore } from "./clues/words-beside";
import { type Line, lineOf } from "./line-of-text";
import type { PageContext } from "./page-context";

/** A candidate in its block, with what its line and its page tell. */
export interface Occurrence {
  readonly candidate: Candidate;
  /** Its block, and the index of that among those with a candidate. */
  readonly block: ReadBlock;
  readonly index: number;
  readonly blocks: readonly ReadBlock[];
  readonly page: PageContext;
  readonly line: Line;
  /** The block's candidates near it, including itself, in text order. */
  readonly near: readonly Candidate[];
  /** How many other companies its block names beyond doubt. */
  readonly sureBeside: () => number;
  /** The candidate's own words as a key, without a possessive ending. */
  readonly key: () => string;
  /** The word right before it, folded as a key; "" where a sign or the block's beginning comes first. */
  readonly wordBefore: () => string;
  /** Whether words of the market are right before it, or right after it. */
  readonly isMarketBefore: () => boolean;
  readonly isMarketAfter: () => boolean;
  /** Whether a change in per cent, or a word for its share with a hyphen, is right after it. */
  readonly isChangeAfter: () => boolean;
}

/** A clue: something that can speak for or against a candidate. */
export interface Clue {
  /** What it says, for `npm run detect -- --why`; also the key of its weight. */
  readonly says: string;
  readonly holds: (occurrence: Occurrence) => boolean;
  /** Set by hand if labelled pages have too few examples; all other weights are fitted. */
  readonly weight?: number;
}

/** A neighbour begins at most this far from a candidate, UTF-16 units: a long name, a bracket and what joins them. */
const NEAR = 100;

/** The occurrences of a page, block by block, each block's in the order of its candidates. */
export function occurrencesOf(blocks: readonly ReadBlock[], page: PageContext): Occurrence[][] {
  return blocks.map((block, index) => {
    const line = lineOf(block.text);
    const near = neighboursIn(block.candidates);
    const sure = once(() => new Set(block.candidates.flatMap(({ doubt, ticker }) => (doubt === 0 ? ticker : []))));
    return block.candidates.map((candidate) => ({
      candidate,
      block,
      index,
      blocks,
      page,
      line,
      near: near.get(candidate) ?? [],
      sureBeside: () => sure().size - (sure().has(candidate.ticker) ? 1 : 0),
      key: once(() => keyOf(block.text.slice(candidate.start, candidate.end))),
      wordBefore: once(() => findWordBefore({ candidate, block })),
      isMarketBefore: once(() => isMarketBefore(block.text, candidate.start)),
      isMarketAfter: once(() => isMarketAfter(block.text, candidate.end)),
      isChangeAfter: once(() => isChangeAfter(block.text, candidate.end)),
    }));
  });
}

/** Found once for all clues, because a block may have hundreds of candidates, and each would be compared with each. */
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
