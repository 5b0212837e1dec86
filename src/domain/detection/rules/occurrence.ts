import type { Candidate, ReadBlock } from "../candidate";
import type { PageContext } from "./page-context";

/** A candidate where it stands, with what its page says. */
export interface Occurrence {
  readonly candidate: Candidate;
  /** The block it stands in, the `index`th of the page's. */
  readonly block: ReadBlock;
  readonly index: number;
  readonly blocks: readonly ReadBlock[];
  readonly page: PageContext;
}
