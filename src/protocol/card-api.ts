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
  /** The words of the page that the card stands beside; "" where they are no mark. */
  readonly surface: string;
  /** null while the answer is awaited. */
  readonly answer: Result<Comparison> | null;
  /** What the article states of the listing; null while it is not known, or states nothing. */
  readonly stated?: WordedStatement | null;
  /** Whether the statement stands elsewhere than the mention. */
  readonly isStatedElsewhere?: boolean;
  /**
   * The article's publication day, when the page states it: the row about it keeps its room while the answer is
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

/** The mention that a card stands beside. Rectangles are of the viewport, in CSS pixels. */
export interface CardAnchor {
  /** The rectangle of the line that was pointed at, now; null when it is no longer rendered. */
  readonly line: () => DOMRect | null;
  /** Decides the writing direction, and the modal dialog or fullscreen element to stand in. */
  readonly element: Element;
}

/** What the card reports back. */
export interface CardEvents {
  readonly entered: () => void;
  readonly left: () => void;
  /** The reader closed it from within, or its mention is gone. */
  readonly closed: () => void;
  /** The reader asks for the answer again. */
  readonly retry: () => void;
  /** The reader wants to see where the article states what the card says it does. */
  readonly showStated: () => void;
}

/** How the content script drives the card; found through `platform/card-slot.ts`. */
export interface CardApi {
  /** A card about the ticker is likely to be shown soon: what introduces the listing is asked for. */
  readonly prepare: (ticker: Ticker) => void;
  /** Shows the card, or changes what the shown one says. */
  readonly show: (request: CardRequest, events: CardEvents) => void;
  readonly hide: () => void;
  /** The mention stands elsewhere now: the card takes its place beside it. */
  readonly follow: () => void;
  /** Whether an event's target belongs to the card. */
  readonly owns: (target: EventTarget | null) => boolean;
  /** Hides the card and removes everything it made. */
  readonly destroy: () => void;
}
