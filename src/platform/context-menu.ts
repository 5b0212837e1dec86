import { browser } from "./browser";

/** A click on our entry in a page's context menu. */
export interface MenuPress {
  readonly tabId: number;
  readonly frameId: number;
  readonly selection: string;
}

const ENTRY = "look-up";

/**
 * Adds our entry to the context menu of selected text. Call this after each installation and update. Firefox for
 * Android has no such menu.
 */
export async function offerLookUp(title: string): Promise<void> {
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: ENTRY, title, contexts: ["selection"] });
}

/** Calls back when the reader chose it. */
export function onLookUp(listener: (press: MenuPress) => void): void {
  browser.contextMenus?.onClicked.addListener(({ menuItemId, selectionText, frameId }, tab) => {
    if (menuItemId !== ENTRY || tab?.id === undefined || !selectionText) return;
    listener({ tabId: tab.id, frameId: frameId ?? 0, selection: selectionText });
  });
}
