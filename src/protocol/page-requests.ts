import type { RankedMention } from "../domain/detection/page-companies";
import type { Ticker } from "../domain/ticker";
import type { ArticleText } from "./reading-requests";

/** Requests of background and popup to a page's content script. They change nothing except what the page shows. */
export interface PageRequests {
  "next-mention": { payload: Record<string, never>; reply: null };
  "previous-mention": { payload: Record<string, never>; reply: null };
  "open-card": { payload: Record<string, never>; reply: null };
  "close-card": { payload: Record<string, never>; reply: null };
  /** The frame's mentions, in document order; null if Sidequote is off there. */
  "list-mentions": { payload: Record<string, never>; reply: FrameMentions | null };
  /** The text of those blocks of an article that name a listing, with its day; null if it has no date. */
  article: { payload: Record<string, never>; reply: ArticleText | null };
  /** Scrolls to the ticker's next mention and shows its card. */
  "show-mention": { payload: { ticker: Ticker }; reply: null };
  /**
   * The card of a frame has opened or closed. Sent to all frames of the tab; `frame` is that frame's name for itself.
   */
  "card-elsewhere": { payload: { frame: string; isOpen: boolean }; reply: null };
  /** The reader has pressed Esc or outside the card, in another frame than the card's. */
  "dismiss-card": { payload: Record<string, never>; reply: null };
  /**
   * Shows the card of a listing beside the selected text, if there is one. Sent after a choice in the context menu. The
   * reply only tells that a content script has heard it; null if the browser did not let it show cards.
   */
  "show-card-for-selection": { payload: { ticker: Ticker; name: string }; reply: true | null };
}
/** The name of a page request. */
export type PageRequestName = keyof PageRequests;

/** A page request as it is sent. */
export interface PageEnvelope<N extends PageRequestName = PageRequestName> {
  readonly pageRequest: N;
  readonly payload: PageRequests[N]["payload"];
}

/** What one frame mentions, and its title, by which the popup ranks its list. */
export interface FrameMentions {
  readonly title: string;
  readonly mentions: readonly RankedMention[];
}
