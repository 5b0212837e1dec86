import browser from "webextension-polyfill";
import type { PageNews } from "./tabs";

/** Calls back with what the background tells every page; returns how to stop. */
export function onNews(listener: (news: PageNews["news"]) => void): () => void {
  const hear = (message: unknown) => {
    const news = (message as { readonly news?: unknown } | null | undefined)?.news;
    if (news === "settings-changed" || news === "mentions-changed") listener(news);
    return undefined;
  };
  browser.runtime.onMessage.addListener(hear);
  return () => browser.runtime.onMessage.removeListener(hear);
}
