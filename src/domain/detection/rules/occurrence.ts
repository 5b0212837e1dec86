import type { Candidate, ReadBlock } from "../candidate";
import type { PageContext } from "./page-context";

/** A candidate where it stands, with what its page says. */
export interface Occurrence {
  readonly candidate: Candidate;
  /** The block it stands in, the `index`th of those that hold a candidate. */
  readonly block: ReadBlock;
  readonly index: number;
  readonly blocks: readonly ReadBlock[];
  readonly page: PageContext;
}

/** One thing that can speak for or against a candidate. */
export interface Clue {
  /** In words, for `npm run detect -- --why`; its weight stands under them. */
  readonly says: string;
  readonly holds: (occurrence: Occurrence) => boolean;
  /** Set by hand where labelled pages have too few examples to tell; all others are fitted. */
  readonly weight?: number;
}
