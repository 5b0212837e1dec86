import browser from "webextension-polyfill";
import type { PageNews } from "./tabs";

/** Calls back with what the background tells every page. */
export function onNews(listener: (news: PageNews["news"]) => void): void {
  browser.runtime.onMessage.addListener((message: unknown) => {
    if (typeof message === "object" && message !== null && "news" in message && message.news === "settings-changed") {
      listener("settings-changed");
    }
    return undefined;
  });
}
