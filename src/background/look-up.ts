import type { Listing } from "../domain/listing";
import { isTicker } from "../domain/ticker";
import type { AskPage } from "../platform/ask-page";
import type { MenuPress } from "../platform/context-menu";

interface Dependencies {
  readonly askPage: AskPage;
  /** Runs the content script in a tab, which choosing our menu item permits; false if the browser forbids it. */
  readonly runContentIn: (tabId: number) => Promise<boolean>;
  /** The listings that a text names best, the best first. */
  readonly find: (text: string) => Promise<readonly Pick<Listing, "ticker" | "name">[]>;
  readonly showQuestionMark: (tabId: number) => Promise<void>;
}

/** No company's name is longer. */
const LONGEST_NAME = 64;

/**
 * Shows the card of the selected ticker or name beside the selection, or, if there is none, a question mark on the
 * button.
 */
export function createLookUp({ askPage, runContentIn, find, showQuestionMark }: Dependencies) {
  return async ({ tabId, frameId, selection }: MenuPress): Promise<void> => {
    const listing = await named(selection.trim(), find);
    if (!listing) return showQuestionMark(tabId);
    if ((await askPage(tabId, frameId, "show-card-for-selection", listing)) !== null) return;
    if (await runContentIn(tabId)) await askPage(tabId, frameId, "show-card-for-selection", listing);
  };
}

/** The listing that was selected: one of the directory, or else a ticker by its shape, which a provider may know. */
async function named(selection: string, find: Dependencies["find"]): Promise<{ ticker: string; name: string } | null> {
  if (selection === "" || selection.length > LONGEST_NAME) return null;
  const text = selection.replace(/^\$/, "");
  const [best] = await find(text);
  if (best) return { ticker: best.ticker, name: best.name };
  return isTicker(text) ? { ticker: text, name: text } : null;
}
