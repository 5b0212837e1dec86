import { type PageMention, spansOf } from "../page/page-mention";
import { containsNode, hasBox, isShown, parentOrHostOf } from "../page/page-nodes";
import { elementsAt, isSeeThrough, opacityOf } from "./elements-at-point";
import { styleOpacity } from "./style-opacity";

/** Just inside a rectangle's edge. */
const EDGE_PX = 1;

/** A line that is less high than this cannot be read. */
const LEAST_LINE_HEIGHT_PX = 5;

/** Letters that are fainter than this cannot be read on any background. */
const LEAST_OPACITY = 0.1;

/** Only so many elements around a text are asked for their style. */
const MOST_LEVELS = 100;

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
  if (!line || line.height < LEAST_LINE_HEIGHT_PX || !node || !isVisible(node)) return null;
  const [left, right] = [Math.max(line.left, 0), Math.min(line.right, innerWidth)];
  const [top, bottom] = [Math.max(line.top, 0), Math.min(line.bottom, innerHeight)];
  if (left >= right || top >= bottom) return null;
  const { element } = mention.block;
  // The browser finds no such element at a point, so it cannot be told whether it is covered.
  if (getComputedStyle(element).pointerEvents === "none") return line;
  const boxed = boxedAround(element);
  const y = (top + bottom) / 2;
  // An ellipsis may cut off the end, and a carousel's edge the beginning.
  const places = [(left + right) / 2, left + EDGE_PX, right - EDGE_PX];
  const isSeenAt = (x: number) => {
    const elements = elementsAt({ x, y }, shadowRoots);
    const index = elements.findIndex((one) => one === boxed || containsNode(element, one));
    return index >= 0 && elements.slice(0, index).every(isSeeThrough);
  };
  return places.some(isSeenAt) ? line : null;
}

/** The element or, if it has no box, its nearest ancestor that has one: the browser finds that one at a point. */
function boxedAround(element: Element): Element | null {
  let boxed: Element | null = element;
  while (boxed && !hasBox(boxed)) boxed = parentOrHostOf(boxed);
  return boxed;
}

/**
 * Whether no style hides a text that is rendered, or makes it too faint to read. Text under `display: none` is not
 * rendered and not asked about.
 */
export function isVisible(text: Text): boolean {
  const parent = parentOrHostOf(text);
  if (!parent) return false;
  const { visibility, webkitTextFillColor } = getComputedStyle(parent);
  // An element with `display: contents` has no box, but its text has.
  if (visibility !== "visible" || (hasBox(parent) && !isShown(parent))) return false;
  let opacity = opacityOf(webkitTextFillColor);
  let element: Element | null = parent;
  for (let level = 0; element && level < MOST_LEVELS; level += 1) {
    const style = getComputedStyle(element);
    // Letters that are cut out of a background are transparent themselves.
    if (style.backgroundClip === "text") opacity = 1;
    opacity *= styleOpacity(style);
    element = parentOrHostOf(element);
  }
  return opacity > LEAST_OPACITY;
}
