import { browser } from "./browser";

/** Whether this document is a page of ours: it loads its scripts itself, and nobody injects any into it. */
export function isOwnPage(): boolean {
  return location.href.startsWith(browser.runtime.getURL(""));
}
