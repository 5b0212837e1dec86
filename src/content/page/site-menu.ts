import { closestOf } from "./page-nodes";
import type { TextBlock } from "./text-blocks";

/** Longer text in a menu is a headline that the site recommends, and may be about a company. In western letters. */
const LONGEST_ENTRY = 24;
/** Letters of East Asia; a headline has half as many of them. */
const WIDE_LETTER = /[\u3040-\uffef]/g;

const MENUS = "nav, [role~=navigation i], [role~=menu i], [role~=menubar i]";

/**
 * Whether a block is an entry of a site's menu. `Amazon` there leads to a topic of the site; no sentence is about the
 * company.
 */
export function isMenuEntry({ text, element }: TextBlock): boolean {
  const entry = text.trim();
  if (entry.length > LONGEST_ENTRY || entry.replace(WIDE_LETTER, "  ").length > LONGEST_ENTRY) return false;
  return closestOf(element, MENUS) !== null;
}
