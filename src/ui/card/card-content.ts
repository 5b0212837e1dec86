import type { Result } from "../../domain/failure";
import type { Description } from "../../domain/listing";
import type { LocalDate } from "../../domain/market/closes";
import type { Comparison } from "../../domain/market/comparison";
import type { PublicSettings } from "../../domain/settings";
import type { WordedStatement } from "../../domain/statements/article-statement";
import type { Ticker } from "../../domain/ticker";
import type { Wording } from "../figures";

/** The content of a card: a listing, and the answer once it has come. */
export interface CardContent {
  readonly ticker: Ticker;
  /** The company's name, for the head before the directory has answered. */
  readonly name: string;
  /** The words of the mention; "" if the card is beside none. */
  readonly surface: string;
  /** null while the answer is awaited. */
  readonly answer: Result<Comparison> | null;
  /** The article's publication day, when the page states it. */
  readonly published?: LocalDate | undefined;
  /** What the article states of the listing; null if it states nothing, or that is not known yet. */
  readonly stated?: WordedStatement | null;
  /** Whether the statement is in another sentence than the mention. */
  readonly isStatedElsewhere?: boolean;
  readonly settings: PublicSettings;
  readonly attention: "none" | "announce" | "focus";
}

/** A choice in the card's menu. */
export type CardChoice = "never-here" | "never" | "site-off" | "form";

/** What the reader can do in the card. Each function gets the event, because only trusted events count. */
export interface CardActions {
  readonly star: (event: MouseEvent) => void;
  readonly choose: (choice: CardChoice, event: MouseEvent) => void;
  /** Opens or closes the details behind the answer. */
  readonly more: (open: boolean, event: MouseEvent) => void;
  /** Turns the card to the company's other listing. */
  readonly turnTo: (ticker: Ticker, event: MouseEvent) => void;
  /** Scrolls to the sentence in which the article states its figures. */
  readonly showStated: (event: MouseEvent) => void;
  readonly agree: (event: MouseEvent) => void;
  readonly openOptions: (event: MouseEvent) => void;
  readonly retry: (event: MouseEvent) => void;
  readonly close: (event: MouseEvent) => void;
}

/** What the parts of the card are drawn from. */
export interface CardProps {
  readonly content: CardContent;
  /** null until the directory has answered. */
  readonly description: Description | null;
  /** Whether the details behind the answer are shown. */
  readonly open: boolean;
  /** The site that can be switched off in the card; null on a page of ours. */
  readonly site: string | null;
  /** Whether the reader can agree to network use in the card itself, which is so on our own pages. */
  readonly agreesHere: boolean;
  /** A sentence about the reader's last action, or null. */
  readonly notice: string | null;
  /** Epoch milliseconds, for the seconds left to wait. */
  readonly now: () => number;
  readonly wording: Wording;
  readonly actions: CardActions;
}
