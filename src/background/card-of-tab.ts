import { ok, type Result } from "../domain/failure";
import type { AskPage } from "../platform/ask-page";
import type { Asker } from "../platform/serve";

/** Tells the frames of a tab of its one card, which may be in any of them; nothing is remembered. */
export function createCardOfTab(askPage: AskPage) {
  return {
    /** A frame's card has come, or gone. */
    async tell({ tabId }: Asker, card: { readonly frame: string; readonly isOpen: boolean }): Promise<Result<null>> {
      if (tabId !== undefined) await askPage(tabId, null, "card-elsewhere", card);
      return ok(null);
    },
    /** The reader wants it closed, and is in another frame. */
    async dismiss({ tabId }: Asker): Promise<Result<null>> {
      if (tabId !== undefined) await askPage(tabId, null, "dismiss-card", {});
      return ok(null);
    },
  };
}
