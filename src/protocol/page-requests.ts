import type { RankedMention } from "../domain/detection/page-companies";
import type { Ticker } from "../domain/ticker";
import type { ArticleText } from "./reading-requests";

/** What background and popup ask of a page's content script. It changes nothing but what the page shows. */
export interface PageRequests {
  "next-mention": { payload: Record<string, never>; reply: null };
  "previous-mention": { payload: Record<string, never>; reply: null };
  "open-card": { payload: Record<string, never>; reply: null };
  "close-card": { payload: Record<string, never>; reply: null };
  /** What the frame mentions, in document order; null where Sidequote is off. */
  "list-mentions": { payload: Record<string, never>; reply: FrameMentions | null };
  /** The text of an article's blocks that name somebody, with its day; null where it is undated. */
  article: { payload: Record<string, never>; reply: ArticleText | null };
  /** Scrolls to the ticker's next mention and shows its card. */
  "show-mention": { payload: { ticker: Ticker }; reply: null };
  /**
   * The card of one frame has come, or gone; told to all frames of the tab, `frame` being that frame's own word for
   * itself.
   */
  "card-elsewhere": { payload: { frame: string; isOpen: boolean }; reply: null };
  /** The reader pressed Esc, or elsewhere, in another frame than the card's. */
  "dismiss-card": { payload: Record<string, never>; reply: null };
  /** Shows the card of a listing beside the selected text; asked by the context menu. */
  "show-card-for-selection": { payload: { ticker: Ticker; name: string }; reply: null };
}
export type PageRequestName = keyof PageRequests;

/** A page request on the wire. */
export interface PageEnvelope<N extends PageRequestName = PageRequestName> {
  readonly pageRequest: N;
  readonly payload: PageRequests[N]["payload"];
}

/** What one frame mentions, with its title: what the popup's list is ranked by. */
export interface FrameMentions {
  readonly title: string;
  readonly mentions: readonly RankedMention[];
}
