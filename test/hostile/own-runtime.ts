import type { Runtime } from "webextension-polyfill";

/** The extension's own address in these tests. */
export const OWN_ID = "nmbdfgjbkblnihkcdlbfekkaiodmbffe";
export const OWN_ORIGIN = `chrome-extension://${OWN_ID}/`;

/** Stands in for the browser's API, which the polyfill looks for as soon as it is imported: to be called before. */
export function becomeExtension(): void {
  const runtime = { id: OWN_ID, getURL: (path: string) => OWN_ORIGIN + path };
  Object.assign(globalThis, { browser: { runtime }, chrome: { runtime } });
}

/** A content script of ours in a tab, as the browser describes it to the background. */
export function contentSender(url = "https://www.reuters.com/markets"): Runtime.MessageSender {
  return { id: OWN_ID, url, frameId: 0, tab: tabAt(url) };
}

/** One of our own pages, opened in a tab. */
export function ownPageSender(page = "options.html"): Runtime.MessageSender {
  const url = OWN_ORIGIN + page;
  return { id: OWN_ID, url, frameId: 0, tab: tabAt(url) };
}

function tabAt(url: string) {
  return { id: 7, url, incognito: false, index: 0, highlighted: true, active: true, pinned: false };
}
