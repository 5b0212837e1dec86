import browser from "webextension-polyfill";

/** What the background tells a page without being asked. */
export type PageNews =
  /** Settings, consent or site access changed: ask `public-settings` again. */
  { readonly news: "settings-changed" };

/** Tells every open tab and every open page of ours; those without a listener are passed over. */
export async function tellEveryone(news: PageNews): Promise<void> {
  const tabs = await browser.tabs.query({});
  const messages = tabs.flatMap(({ id }) => (id === undefined ? [] : [browser.tabs.sendMessage(id, news)]));
  // A rejection only says that nobody listens there.
  await Promise.allSettled([...messages, browser.runtime.sendMessage(news)]);
}

/** Opens one of our pages in a new tab. */
export async function openOwnPage(page: "welcome.html" | "options.html"): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(page) });
}

/** Opens the options page, or brings it to the front. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Calls back when a tab is closed. */
export function onTabClosed(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener(listener);
}
