import { isOwnElement } from "../../platform/own-elements";
import { shadowRootOf } from "../page/page-nodes";
import type { Point } from "./hit-test";

/** What draws something of its own that no style tells of. */
const DRAWN = "img,video,canvas,svg,svg *,iframe";

/** Without paint, as computed styles say it. */
const NO_COLOR = /^rgba.*, 0\)$|\/ 0\)$/;

/** All elements at a point from the top one down, those in open shadow roots before their hosts. */
export function stackAt({ x, y }: Point, shadowRoots: ReadonlySet<ShadowRoot>): Element[] {
  const seen = new Set<Element>();
  const add = (root: Document | ShadowRoot) => {
    for (const element of root.elementsFromPoint(x, y)) {
      if (seen.has(element)) continue;
      const inner = shadowRootOf(element);
      // Marked before it is entered: a root tells of its own host again.
      if (inner && shadowRoots.has(inner) && !entered.has(inner)) {
        entered.add(inner);
        add(inner);
      }
      seen.add(element);
    }
  };
  const entered = new Set<ShadowRoot>();
  add(document);
  return [...seen];
}

/** Whether an element, or what its style puts before or after it, is placed over others. */
export function isOverlay(element: Element): boolean {
  return [null, "::before", "::after"].some((part) => {
    const { position, content } = getComputedStyle(element, part);
    return (position === "absolute" || position === "fixed") && (part === null || content !== "none");
  });
}

/** Whether the reader sees through an element: it draws nothing but its children and its text. Ours are no hindrance. */
export function isClear(element: Element): boolean {
  if (isOwnElement(element)) return true;
  if (element.matches(DRAWN)) return false;
  if (getComputedStyle(element).opacity === "0") return true;
  return [null, "::before", "::after"].every((part) => {
    const { backgroundColor, backgroundImage, content } = getComputedStyle(element, part);
    if (part !== null && content === "none") return true;
    return NO_COLOR.test(backgroundColor) && backgroundImage === "none";
  });
}
