import type { Point } from "../marks/elements-at-point";
import { localNameOf, matchesSelector, shadowRootOf, treeRootOf } from "../page/page-nodes";

/** Elements that contain text and that a tap or click already acts on. */
const CLICKABLE = "a[href],button,label,summary,[role=button],[role=link]";

/** Whether an event's target is in an element that a tap or click acts on. */
export function isInClickable(event: Event): boolean {
  return event.composedPath().some((target) => target instanceof Element && matchesSelector(target, CLICKABLE));
}

/** Whether the target is an element that shows another page, or a plug-in's file such as a PDF. */
export function isFrame(target: EventTarget | null): boolean {
  return target instanceof Element && /^(?:i?frame|object|embed)$/.test(localNameOf(target));
}

/** The element that has the focus. In each tree around its own, the component that contains it counts as focused. */
export function focusedElement(): Element | null {
  let { activeElement } = document;
  for (;;) {
    const inner = activeElement && shadowRootOf(activeElement)?.activeElement;
    if (!inner) return activeElement;
    activeElement = inner;
  }
}

/** The element of open shadow roots under this one that is at a point; the element itself if it has no such root. */
export function innermostAt(element: Element, { x, y }: Point): Element {
  let innermost = element;
  for (;;) {
    const root = shadowRootOf(innermost);
    const inner = root?.elementFromPoint(x, y);
    if (!inner || treeRootOf(inner) !== root) return innermost;
    innermost = inner;
  }
}

/**
 * The innermost element of an event, also inside an open shadow root. For text shown by a slot it is the slot's host.
 */
export function innermostTarget(event: PointerEvent): EventTarget | null {
  const { target } = event;
  if (!(target as Partial<Element> | null)?.shadowRoot) return target;
  const [innermost = target] = event.composedPath();
  return innermost instanceof HTMLSlotElement ? (treeRootOf(innermost) as ShadowRoot).host : innermost;
}
