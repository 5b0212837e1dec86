import type { CardContent } from "../domain/card-content";
import type { Ticker } from "../domain/ticker";

/** What the card is to show, and where. The content script hands it to the card, two bundles of one isolated world. */
export interface CardRequest extends CardContent {
  /** The instant the article was published, epoch milliseconds, if the page states it. */
  readonly publishedAt?: number | undefined;
  readonly anchor: CardAnchor;
}

/** The mention that a card is shown beside. Rectangles are of the viewport, in CSS pixels. */
export interface CardAnchor {
  /** The present rectangle of the line that was pointed at; null if it is no longer rendered. */
  readonly line: () => DOMRect | null;
  /**
   * Its writing direction is the card's, and the card is put into the dialog, popover or fullscreen element around it,
   * if there is one.
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
  /** The settings or the watchlist have changed, so the card asks whether its listing is still starred. */
  readonly refresh: () => void;
  /** Whether an event happened to the card. */
  readonly owns: (event: Event) => boolean;
  /** Hides the card and removes everything it made. */
  readonly destroy: () => void;
}
