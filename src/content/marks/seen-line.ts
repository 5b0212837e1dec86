import { type PageMention, spansOf } from "../page/page-mention";
import { parentOrHostOf } from "../page/page-nodes";
import { isClear, stackAt } from "./stack";

/** The line that a card stands beside, if the reader can see the mention there; null where it is hidden, clipped, covered or beyond the viewport. */
export function seenLine(
  mention: PageMention,
  line: DOMRect | undefined,
  shadowRoots: ReadonlySet<ShadowRoot>,
): DOMRect | null {
  const node = spansOf(mention)[0]?.node;
  if (!line || !node || !isVisible(node)) return null;
  const across = within(line.left, line.right, innerWidth);
  const down = within(line.top, line.bottom, innerHeight);
  if (!across || !down) return null;
  const { element: block } = mention.block;
  if (getComputedStyle(block).pointerEvents === "none") return line;
  const y = (down.from + down.to) / 2;
  // The end may be cut off by an ellipsis, the beginning by a carousel's edge.
  const places = [(across.from + across.to) / 2, across.from + EDGE_PX, across.to - EDGE_PX];
  const isSeenAt = (x: number) => {
    const stack = stackAt({ x, y }, shadowRoots);
    const at = stack.findIndex((element) => block.contains(element));
    return at >= 0 && stack.slice(0, at).every(isClear);
  };
  return places.some(isSeenAt) ? line : null;
}

/** Whether no style of its ancestors hides a rendered text, or fades it to nothing; an element without a box of its own tells nothing. */
export function isVisible(text: Text): boolean {
  const holder = parentOrHostOf(text);
  if (!holder?.checkVisibility()) return holder !== null;
  return holder.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** Just within a rectangle. */
const EDGE_PX = 1;

/** The part of a stretch that lies in the viewport; null where none does. */
function within(from: number, to: number, length: number): { from: number; to: number } | null {
  const part = { from: Math.max(from, 0), to: Math.min(to, length) };
  return part.from < part.to ? part : null;
}
