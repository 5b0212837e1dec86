import { browser } from "./browser";

/** A message that the background sends to pages without being asked. */
export type Broadcast =
  /** Settings, consent, watchlist or site access changed: ask again. */
  | { readonly broadcast: "settings-changed" }
  /** A page has reported what it mentions. Sent to our own pages only. */
  | { readonly broadcast: "mentions-changed" };

/** Sends a message to every open tab and every open page of ours; those without a listener are skipped. */
export async function tellEveryone(broadcast: Broadcast): Promise<void> {
  const tabs = await browser.tabs.query({});
  const messages = tabs.flatMap(({ id }) => (id === undefined ? [] : [browser.tabs.sendMessage(id, broadcast)]));
  // A rejection only says that nobody listens there.
  await Promise.allSettled([...messages, browser.runtime.sendMessage(broadcast)]);
}

/** Sends a message to our own open pages only. */
export async function tellOwnPages(broadcast: Broadcast): Promise<void> {
  await Promise.allSettled([browser.runtime.sendMessage(broadcast)]);
}

/** Opens the welcome page in a new tab, or selects the tab in which it is open. */
export async function openWelcome(): Promise<void> {
  const url = browser.runtime.getURL("welcome.html");
  const [open] = await browser.tabs.query({ url });
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { active: true });
}

/** Opens the options page, or brings it to the front. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Whether a private window that we may see is open, not counting a tab that is just being closed. */
export async function hasPrivateTab(closed?: number): Promise<boolean> {
  return (await browser.tabs.query({})).some(({ id, incognito }) => incognito && id !== closed);
}

/** Calls back when a tab is closed. */
export function onTabClosed(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener(listener);
}

/** The tab the reader looks at; `address` is null where the browser does not tell it. */
export interface ActiveTab {
  readonly tabId: number;
  readonly address: string | null;
  /** Whether it is in a private window, of which nothing is kept. */
  readonly isPrivate: boolean;
}

/** The active tab of the window the popup belongs to; null when there is none. */
export async function activeTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { tabId: tab.id, address: tab.url ?? null, isPrivate: tab.incognito };
}

/** The address of a tab's page; null where the browser does not tell it, and for a tab that is gone. */
export async function addressOf(tabId: number): Promise<string | null> {
  try {
    return (await browser.tabs.get(tabId)).url ?? null;
  } catch {
    return null;
  }
}
