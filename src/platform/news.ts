import browser from "webextension-polyfill";
import type { PageNews } from "./tabs";

/** Calls back with what the background tells every page; returns how to stop. */
export function onNews(listener: (news: PageNews["news"]) => void): () => void {
  const hear = (message: unknown) => {
    if (typeof message !== "object" || message === null || !("news" in message)) return undefined;
    if (message.news === "settings-changed" || message.news === "mentions-changed") listener(message.news);
    return undefined;
  };
  browser.runtime.onMessage.addListener(hear);
  return () => browser.runtime.onMessage.removeListener(hear);
}
