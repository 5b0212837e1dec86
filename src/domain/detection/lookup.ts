import type { NameIndex } from "./names/name-index";
import type { DatedDirectory } from "./tickers/ticker-spellings";

/** What a phrase is looked up in. */
export interface Lookup {
  readonly directory: DatedDirectory;
  readonly names: NameIndex;
  /** Whether the starter has the listing. Many write about those, so their tickers are the likelier ones. */
  readonly isKnown: (ticker: string) => boolean;
}
