import type { SettingsState } from "../domain/settings";
import type { Ticker } from "../domain/ticker";
import type { ArticleText } from "../protocol/reading-requests";
import type { TextOf } from "../ui/text";
import type { PageStateDeps } from "./page-state";

/** What the popup needs of the browser. */
export interface PopupDeps extends PageStateDeps {
  readonly text: TextOf;
  readonly language: string;
  readonly now: () => number;
  readonly askForSite: (site: string) => Promise<boolean>;
  readonly askForAllSites: () => Promise<boolean>;
  /** Whether the browser keeps us from the sources of closes. */
  readonly sourcesWithheld: () => Promise<boolean>;
  readonly askForSources: () => Promise<boolean>;
  /** The text of the page's article in which figures are looked for; null if it has no date. */
  readonly articleText: (tabId: number) => Promise<ArticleText | null>;
  /** Scrolls the page to the listing's first mention and shows it. */
  readonly showMention: (tabId: number, ticker: Ticker) => Promise<void>;
  readonly saveCsv: (name: string, text: string) => void;
  readonly openPage: (page: "options" | "welcome") => void;
  /** Calls back when settings, watchlist or the page's mentions have changed. Returns a function that ends this. */
  readonly onBroadcast: (listener: () => void) => () => void;
  readonly wearLook: (state: SettingsState) => void;
}
