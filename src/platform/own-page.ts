import { browser } from "./browser";

/** Whether this document is a page of ours, which loads its scripts itself. */
export function isOwnPage(): boolean {
  return location.href.startsWith(browser.runtime.getURL(""));
}
