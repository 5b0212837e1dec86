import { localNameOf, matchesSelector, treeRootOf } from "../page/page-nodes";

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

/**
 * The innermost element of an event, also inside an open shadow root. For text shown by a slot it is the slot's host.
 */
export function innermostTarget(event: PointerEvent): EventTarget | null {
  const { target } = event;
  if (!(target as Partial<Element> | null)?.shadowRoot) return target;
  const [innermost = target] = event.composedPath();
  return innermost instanceof HTMLSlotElement ? (treeRootOf(innermost) as ShadowRoot).host : innermost;
}
