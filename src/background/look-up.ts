import type { Listing } from "../domain/listing";
import { isTicker } from "../domain/ticker";
import type { AskPage } from "../platform/ask-page";
import type { MenuPress } from "../platform/context-menu";

interface Dependencies {
  readonly askPage: AskPage;
  /** Runs the content script in a tab, which choosing our menu item permits; false if the browser forbids it. */
  readonly runContentIn: (tabId: number) => Promise<boolean>;
  /** The listing that a whole text names, if it names one for sure. */
  readonly named: (text: string) => Promise<Pick<Listing, "ticker" | "name"> | undefined>;
  readonly showQuestionMark: (tabId: number) => Promise<void>;
}

/** No company's name is longer. */
const LONGEST_NAME = 64;

/**
 * Shows the card of the selected ticker or name beside the selection, or, if there is none or the page cannot show it,
 * a question mark on the button.
 */
export function createLookUp({ askPage, runContentIn, named, showQuestionMark }: Dependencies) {
  return async ({ tabId, frameId, selection }: MenuPress): Promise<void> => {
    const listing = await selectedListing(selection.trim(), named);
    if (!listing) return showQuestionMark(tabId);
    const show = async () => (await askPage(tabId, frameId, "show-card-for-selection", listing)) !== null;
    if ((await show()) || ((await runContentIn(tabId)) && (await show()))) return;
    await showQuestionMark(tabId);
  };
}

/** The listing that was selected: one of the directory, or else a ticker by its shape, which a provider may know. */
async function selectedListing(
  selection: string,
  named: Dependencies["named"],
): Promise<{ ticker: string; name: string } | null> {
  if (selection === "" || selection.length > LONGEST_NAME) return null;
  const listing = await named(selection);
  if (listing) return { ticker: listing.ticker, name: listing.name };
  const text = selection.replace(/^\$/, "");
  return isTicker(text) ? { ticker: text, name: text } : null;
}
