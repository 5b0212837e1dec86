import { isOwnElement } from "../../platform/own-elements";
import { matchesSelector, shadowRootOf } from "../page/page-nodes";

/** A point of the viewport, CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Elements that paint something although their computed style has no background. */
const PAINTED_ELEMENTS = "img,video,canvas,svg,svg *,iframe,object,embed";

/** All elements at a point, the topmost first. Elements in the given shadow roots come before their hosts. */
export function elementsAt({ x, y }: Point, shadowRoots: ReadonlySet<ShadowRoot>): Element[] {
  const found = new Set<Element>();
  const entered = new Set<ShadowRoot>();
  const addFrom = (root: Document | ShadowRoot) => {
    for (const element of root.elementsFromPoint(x, y)) {
      if (found.has(element)) continue;
      const inner = shadowRootOf(element);
      // A shadow root lists its own host as well, so it is noted before it is entered.
      if (inner && shadowRoots.has(inner) && !entered.has(inner)) {
        entered.add(inner);
        addFrom(inner);
      }
      found.add(element);
    }
  };
  addFrom(document);
  return [...found];
}

/** Whether an element, or its `::before` or `::after`, is positioned over others. */
export function isOverlay(element: Element): boolean {
  return stylesOf(element).some(({ position }) => position === "absolute" || position === "fixed");
}

/** Whether the reader sees what is under an element, because the element paints nothing itself or is our own. */
export function isSeeThrough(element: Element): boolean {
  if (isOwnElement(element)) return true;
  if (matchesSelector(element, PAINTED_ELEMENTS)) return false;
  if (getComputedStyle(element).opacity === "0") return true;
  return stylesOf(element).every(paintsNothing);
}

function paintsNothing({ backgroundColor, backgroundImage, backdropFilter, boxShadow }: CSSStyleDeclaration): boolean {
  if (opacityOf(backgroundColor) > 0 || backgroundImage !== "none") return false;
  return backdropFilter === "none" && !boxShadow.includes("inset");
}

/** The computed styles of the element and of its `::before` and `::after`, if it has them. */
function stylesOf(element: Element): CSSStyleDeclaration[] {
  const parts = ["::before", "::after"].map((part) => getComputedStyle(element, part));
  return [getComputedStyle(element), ...parts.filter(({ content }) => content !== "none")];
}

/**
 * The opacity of a colour as computed styles write it: "rgb(0, 0, 0)", "rgba(0, 0, 0, 0.5)", "color(srgb 0 0 0 / 0.5)".
 */
export function opacityOf(color: string): number {
  const alpha = /(?:^rgba.*,|\/) ([\d.e-]+)\)$/.exec(color);
  return alpha ? Number(alpha[1]) : 1;
}
