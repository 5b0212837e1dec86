import type { CardContent } from "../../domain/card-content";
import type { Description } from "../../domain/listing";
import type { AfterHours } from "../../domain/market/after-hours";
import type { Ticker } from "../../domain/ticker";
import type { Wording } from "../figures";

/** A choice in the card's menu. */
export type MenuChoice = "never-here" | "never" | "site-off" | "form";

/** What the reader can do in the card. Each function gets the event, because only trusted events count. */
export interface CardActions {
  readonly star: (event: MouseEvent) => void;
  readonly choose: (choice: MenuChoice, event: MouseEvent) => void;
  /** Opens or closes the details behind the answer. */
  readonly more: (open: boolean, event: MouseEvent) => void;
  /** Turns the card to the company's other listing. */
  readonly turnTo: (ticker: Ticker, event: MouseEvent) => void;
  /** Scrolls to the sentence in which the article states its figures. */
  readonly showStated: (event: MouseEvent) => void;
  /** Copies a text to the reader's clipboard. */
  readonly copy: (text: string, event: MouseEvent) => void;
  readonly agree: (event: MouseEvent) => void;
  readonly openOptions: (event: MouseEvent) => void;
  readonly retry: (event: MouseEvent) => void;
  readonly close: (event: MouseEvent) => void;
}

/** What the parts of the card are drawn from. */
export interface CardProps {
  readonly content: CardContent;
  /** What was paid after the close; null where that is not known, or not wanted. */
  readonly afterHours: AfterHours | null;
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
