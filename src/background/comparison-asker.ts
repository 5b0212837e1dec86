import type { Asker } from "../platform/serve";
import type { ComparisonAsker } from "./closes/comparisons";

/**
 * Who asked, as far as it matters for figures: hovers are counted for each tab, and nothing asked in a private window
 * is kept.
 */
export function comparisonAsker({ role, tabId, incognito }: Asker): ComparisonAsker {
  return { isPrivate: incognito, ...(role === "content" ? { tabId } : {}) };
}
