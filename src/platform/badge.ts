import { browser } from "./browser";

/** Writes up to four characters onto the toolbar button for one tab; "" clears it. Nothing happens if it is gone. */
export async function setBadge(tabId: number, text: string): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text });
    if (text) await browser.action.setBadgeBackgroundColor({ tabId, color: "#3a4152" });
  } catch (error) {
    console.debug("Sidequote: the tab is gone", error);
  }
}
