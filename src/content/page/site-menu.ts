import { closestOf } from "./page-nodes";
import type { TextBlock } from "./text-blocks";

/** Longer text in a menu is a headline that the site recommends, and may be about a company. */
const LONGEST_ENTRY = 24;

/**
 * Whether a block is an entry of a site's menu. `Amazon` there leads to a topic of the site; no sentence is about the
 * company.
 */
export function isMenuEntry({ text, element }: TextBlock): boolean {
  return text.trim().length <= LONGEST_ENTRY && closestOf(element, "nav, [role~=navigation i]") !== null;
}
