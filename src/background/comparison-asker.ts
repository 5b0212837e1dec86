import type { Asker } from "../platform/serve";
import type { ComparisonAsker } from "./closes/comparisons";

/** Who asked, as far as figures care: hovers in a page are counted per tab, private windows leave no trace. */
export function comparisonAsker({ role, tabId, incognito }: Asker): ComparisonAsker {
  return { isPrivate: incognito, ...(role === "content" ? { tabId } : {}) };
}
