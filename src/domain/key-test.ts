import type { Failure } from "./failure";

/** What a provider said when it was asked once with the reader's key. */
export interface KeyTest {
  /** null when the key works. */
  readonly failure: Failure | null;
  /** HTTP status; 0 without a reply. */
  readonly status: number;
  /** The provider's own words, at most 300 characters, without the key; "" when it said nothing. */
  readonly said: string;
}
