import { type PageMention, spansOf } from "../page/page-mention";
import { isText, parentOrHostOf } from "../page/page-nodes";
import { elementsAt, isSeeThrough, type Point } from "./elements-at-point";
import type { MentionIndex } from "./mention-index";
import { isVisible } from "./visible-line";

/** The mention at a point, and which of its lines is there; the first one is 0. */
export interface Hit {
  readonly mention: PageMention;
  readonly lineIndex: number;
}

/** How far outside the mention's rectangles, in pixels, the pointer still counts as over it. */
const TOLERANCE_PX = 1;

/** Answers with a mention's rectangles in the viewport, one for each line. */
export type LinesOf = (mention: PageMention) => readonly DOMRect[];

/**
 * The mention at a point. The text at the point is found by the caret position, which is fast. That fails where an
 * element lies over the text, or where the text has `user-select: all` or `pointer-events: none`; then the elements at
 * the point are searched from the top, down to the first that hides what is below it.
 */
export function hitTest(
  point: Point,
  index: MentionIndex,
  shadowRoots: ReadonlySet<ShadowRoot>,
  linesOf: LinesOf,
): Hit | null {
  const text = textAt(point, shadowRoots);
  const hit = findHit(index.inText(text), point, linesOf);
  const parent = text && parentOrHostOf(text);
  // No hit usually means that there is no mention. But an element laid over the text, such as a link, gets the caret
  // even where it has no words itself, and text that lets the pointer through gets none.
  const mayBeBelow = !parent || index.isOverlay(parent) || index.hasClickThroughText;
  if (hit || !mayBeBelow) return hit;
  for (const element of elementsAt(point, shadowRoots)) {
    const hitInElement = findHit(index.inElement(element), point, linesOf);
    // The mention may be in a closed menu over this element: transparent, and letting the pointer through.
    if (hitInElement && isVisibleMention(hitInElement.mention)) return hitInElement;
    if (!isSeeThrough(element)) return null;
  }
  return null;
}

function isVisibleMention(mention: PageMention): boolean {
  const [first] = spansOf(mention);
  return first !== undefined && isVisible(first.node);
}

/** The text node at a point, or the nearest one in the element there. */
export function textAt({ x, y }: Point, shadowRoots: ReadonlySet<ShadowRoot>): Text | null {
  const node = document.caretPositionFromPoint(x, y, { shadowRoots: [...shadowRoots] })?.offsetNode;
  return node && isText(node) ? node : null;
}

function findHit(mentions: readonly PageMention[], point: Point, linesOf: LinesOf): Hit | null {
  for (const mention of mentions) {
    const lineIndex = linesOf(mention).findIndex((rect) => isAt(rect, point));
    if (lineIndex >= 0) return { mention, lineIndex };
  }
  return null;
}

function isAt({ left, right, top, bottom }: DOMRect, { x, y }: Point): boolean {
  return x >= left - TOLERANCE_PX && x <= right + TOLERANCE_PX && y >= top - TOLERANCE_PX && y <= bottom + TOLERANCE_PX;
}
