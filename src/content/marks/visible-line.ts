import { type PageMention, spansOf } from "../page/page-mention";
import { parentOrHostOf } from "../page/page-nodes";
import { elementsAt, isSeeThrough } from "./elements-at-point";

/** Just inside a rectangle's edge. */
const EDGE_PX = 1;

/**
 * The line itself if the reader can see the mention in it; null if it is hidden, cut off, covered or outside the
 * viewport.
 */
export function lineIfVisible(
  mention: PageMention,
  line: DOMRect | undefined,
  shadowRoots: ReadonlySet<ShadowRoot>,
): DOMRect | null {
  const node = spansOf(mention)[0]?.node;
  if (!line || !node || !isVisible(node)) return null;
  const across = overlap(line.left, line.right, innerWidth);
  const down = overlap(line.top, line.bottom, innerHeight);
  if (!across || !down) return null;
  const { element: block } = mention.block;
  // No point leads to such an element, so it cannot be told whether it is covered.
  if (getComputedStyle(block).pointerEvents === "none") return line;
  const y = (down.from + down.to) / 2;
  // An ellipsis may cut off the end, and a carousel's edge the beginning.
  const places = [(across.from + across.to) / 2, across.from + EDGE_PX, across.to - EDGE_PX];
  const isSeenAt = (x: number) => {
    const elements = elementsAt({ x, y }, shadowRoots);
    const index = elements.findIndex((element) => block.contains(element));
    return index >= 0 && elements.slice(0, index).every(isSeeThrough);
  };
  return places.some(isSeenAt) ? line : null;
}

/** Whether a text is rendered and no style hides it. Text in an element without a box counts as visible. */
export function isVisible(text: Text): boolean {
  const parent = parentOrHostOf(text);
  if (!parent?.checkVisibility()) return parent !== null;
  return parent.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** The part of an interval that lies between 0 and `length`; null if there is none. */
function overlap(from: number, to: number, length: number): { from: number; to: number } | null {
  const part = { from: Math.max(from, 0), to: Math.min(to, length) };
  return part.from < part.to ? part : null;
}
