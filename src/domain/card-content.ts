import type { Result } from "./failure";
import type { LocalDate } from "./market/closes";
import type { Comparison } from "./market/comparison";
import type { PublicSettings } from "./settings";
import type { WordedStatement } from "./statements/article-statement";
import type { Ticker } from "./ticker";

/** What a card shows: a listing, and the answer about it once it has come. */
export interface CardContent {
  readonly ticker: Ticker;
  /** The company's name, for the head and the label before the directory has answered. */
  readonly name: string;
  /** The words of the mention that the card is shown beside; "" if it is beside none. */
  readonly surface: string;
  /** Null while the answer is awaited. */
  readonly answer: Result<Comparison> | null;
  /** What the article states of the listing; null if it states nothing, or that is not known yet. */
  readonly stated?: WordedStatement | null;
  /** Whether the statement is in another sentence than the mention. */
  readonly isStatedElsewhere?: boolean;
  /**
   * The article's publication day, if the page states it. Room for the row about it is then left while the answer is
   * awaited.
   */
  readonly published?: LocalDate | undefined;
  readonly settings: PublicSettings;
  /**
   * Whether to have a screen reader say the answer, or to move the keyboard focus into the card (it returns on
   * closing).
   */
  readonly attention: "none" | "announce" | "focus";
}
