import { ok, type Result } from "../domain/failure";
import type { AskPage } from "../platform/ask-page";
import type { Asker } from "../platform/serve";

/**
 * Tells all frames of a tab about the tab's only card, which may be in any of them. The background remembers nothing of
 * it.
 */
export function createCardOfTab(askPage: AskPage) {
  return {
    /** A frame's card has opened or closed. */
    async tell({ tabId }: Asker, card: { readonly frame: string; readonly isOpen: boolean }): Promise<Result<null>> {
      if (tabId !== undefined) await askPage(tabId, null, "card-elsewhere", card);
      return ok(null);
    },
    /** The reader closes the card from another frame than the card's. */
    async dismiss({ tabId }: Asker): Promise<Result<null>> {
      if (tabId !== undefined) await askPage(tabId, null, "dismiss-card", {});
      return ok(null);
    },
  };
}
