import { type PageMention, spansOf } from "../page/page-mention";
import { holderOf, isRendered } from "../page/page-nodes";
import { isClear, stackAt } from "./stack";

/** The line that a card stands beside, if the reader can see the mention there; null where it is hidden, clipped, covered or beyond the viewport. */
export function seenLine(
  mention: PageMention,
  line: DOMRect | undefined,
  shadowRoots: ReadonlySet<ShadowRoot>,
): DOMRect | null {
  const node = spansOf(mention)[0]?.node;
  const holder = node && boxHolderOf(node);
  if (!line || !holder) return null;
  if (!holder.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return null;
  const x = middleWithin(line.left, line.right, innerWidth);
  const y = middleWithin(line.top, line.bottom, innerHeight);
  if (x === null || y === null) return null;
  if (getComputedStyle(holder).pointerEvents === "none") return line;
  for (const element of stackAt({ x, y }, shadowRoots)) {
    if (mention.block.element.contains(element) || element === holder) return line;
    if (!isClear(element)) return null;
  }
  return null;
}

/** The innermost element around a text that has a box of its own. */
function boxHolderOf(node: Text): Element | null {
  let at = holderOf(node);
  while (at && !isRendered(at) && getComputedStyle(at).display === "contents") at = holderOf(at);
  return at;
}

function middleWithin(from: number, to: number, length: number): number | null {
  const [start, end] = [Math.max(from, 0), Math.min(to, length)];
  return start < end ? (start + end) / 2 : null;
}
