import type { Result } from "../domain/failure";
import type { LocalDate } from "../domain/market/closes";
import type { Comparison } from "../domain/market/comparison";
import type { PublicSettings } from "../domain/settings";
import type { WordedStatement } from "../domain/statements/article-statement";
import type { Ticker } from "../domain/ticker";
/**
 * What the card is to show, and where; handed from the content script to the card, two bundles of one isolated world.
 */
export interface CardRequest {
  readonly ticker: Ticker;
  /** The company's name, for the label before the directory has answered. */
  readonly name: string;
  /** The words of the page that the card is shown beside; "" if they are not a mention. */
  readonly surface: string;
  /** null while the answer is awaited. */
  readonly answer: Result<Comparison> | null;
  /** What the article states of the listing; null while it is not known, or states nothing. */
  readonly stated?: WordedStatement | null;
  /** Whether the statement is in another sentence than the mention. */
  readonly isStatedElsewhere?: boolean;
  /**
   * The article's publication day, if the page states it. The row about it is then left free while the answer is
   * awaited.
   */
  readonly published?: LocalDate | undefined;
  /** The instant it was published, epoch milliseconds, when the page states that, too. */
  readonly publishedAt?: number | undefined;
  readonly settings: PublicSettings;
  readonly anchor: CardAnchor;
  /**
   * Whether to speak the answer to a screen reader, or to move the keyboard focus into the card (it returns on
   * closing).
   */
  readonly attention: "none" | "announce" | "focus";
}

/** The mention that a card is shown beside. Rectangles are of the viewport, in CSS pixels. */
export interface CardAnchor {
  /** The present rectangle of the line that was pointed at; null if it is no longer rendered. */
  readonly line: () => DOMRect | null;
  /**
   * Its writing direction is the card's, and the card is put into the modal dialog or fullscreen element around it, if
   * there is one.
   */
  readonly element: Element;
}

/** What the card reports to the content script. */
export interface CardEvents {
  readonly entered: () => void;
  readonly left: () => void;
  /** The reader has closed the card from within, or its mention is gone. */
  readonly closed: () => void;
  /** The reader asks for the answer again. */
  readonly retry: () => void;
  /** The reader wants to see where the article states what the card says it does. */
  readonly showStated: () => void;
}

/** What the content script can have the card do; found through `platform/card-slot.ts`. */
export interface CardApi {
  /** A card about the ticker will probably be shown soon, so the directory's description is asked for. */
  readonly prepare: (ticker: Ticker) => void;
  /** Shows the card, or changes the content of the one that is shown. */
  readonly show: (request: CardRequest, events: CardEvents) => void;
  readonly hide: () => void;
  /** The mention has moved, so the card moves to it. */
  readonly follow: () => void;
  /** Whether an event's target belongs to the card. */
  readonly owns: (target: EventTarget | null) => boolean;
  /** Hides the card and removes everything it made. */
  readonly destroy: () => void;
}
