/*
 * Reads properties of a page's nodes through the browser's prototypes. A form gives its fields under their names, which
 * may be `parentElement` or `closest` ("DOM clobbering"). What a node is, its type tells: one that the page has moved
 * here from a frame of its own is no `instanceof` this frame's `Text` or `Element`.
 */

/** An element or an open shadow root whose text is read as a whole. */
export type ReadRoot = Element | ShadowRoot;

const nodeType = getterOf(Node.prototype, "nodeType");
const parentElement = getterOf(Node.prototype, "parentElement");
const parentNode = getterOf(Node.prototype, "parentNode");
const shadowRoot = getterOf(Element.prototype, "shadowRoot");
const localName = getterOf(Element.prototype, "localName");
const isContentEditable = getterOf(HTMLElement.prototype, "isContentEditable");
const WITH_VISIBILITY = { visibilityProperty: true };
const { matches, closest, getAttribute, checkVisibility, getBoundingClientRect, scrollIntoView } = Element.prototype;

/** Whether the node is text. */
export function isText(node: Node): node is Text {
  return nodeType.call(node) === Node.TEXT_NODE;
}

/** Whether the node is an element. */
export function isElement(node: Node): node is Element {
  return nodeType.call(node) === Node.ELEMENT_NODE;
}

/** Whether the node is a shadow root, and not another fragment. */
export function isShadowRoot(node: Node | null): node is ShadowRoot {
  return node !== null && nodeType.call(node) === Node.DOCUMENT_FRAGMENT_NODE && "host" in node;
}

/** The node's parent, if that is an element. */
export function parentElementOf(node: Node): Element | null {
  return parentElement.call(node);
}

/** The node's parent; null for the document, a shadow root and what is not in a page. */
export function parentNodeOf(node: Node): ParentNode | null {
  return parentNode.call(node);
}

/** The node's parent element; for a child of a shadow root, the root's host. */
export function parentOrHostOf(node: Node): Element | null {
  const parent = parentElementOf(node);
  if (parent) return parent;
  const root = parentNodeOf(node);
  return isShadowRoot(root) ? root.host : null;
}

/** The attribute's value; null where there is none. */
export function attributeOf(element: Element, name: string): string | null {
  return getAttribute.call(element, name);
}

/** Whether a CSS selector matches the element. */
export function matchesSelector(element: Element, selector: string): boolean {
  return matches.call(element, selector);
}

/** The element itself or its nearest ancestor that a CSS selector matches. */
export function closestOf(element: Element, selector: string): Element | null {
  return closest.call(element, selector);
}

/** Whether `node` comes before `other` in the document, or contains it. */
export function isBefore(node: Node, other: Node): boolean {
  return (Node.prototype.compareDocumentPosition.call(node, other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Whether a node is the root itself or inside it; what is in a shadow root under it is not. */
export function containsNode(root: Node, node: Node): boolean {
  return Node.prototype.contains.call(root, node);
}

/** Whether a node is the root itself or inside it, or inside an open shadow root under it. */
export function containsAcrossShadows(root: Node, node: Node): boolean {
  let inner: Node = node;
  while (!containsNode(root, inner)) {
    const treeRoot = treeRootOf(inner);
    if (!isShadowRoot(treeRoot)) return false;
    inner = treeRoot.host;
  }
  return true;
}

/**
 * Whether neither the element nor an ancestor is hidden. False with `display: contents`, too, although the text of such
 * an element is rendered.
 */
export function isShown(element: Element): boolean {
  return checkVisibility.call(element, WITH_VISIBILITY);
}

/** Whether the element has a box; with `display: none` or `display: contents` it has none. */
export function hasBox(element: Element): boolean {
  return checkVisibility.call(element);
}

/** The element's CSS `user-modify`: `read-only` unless the reader can write in it, through an attribute or a style. */
export function userModifyOf(element: Element): string {
  const userModify = getComputedStyle(element).getPropertyValue("-webkit-user-modify");
  // Firefox has no such style, and only attributes make an element editable there.
  if (userModify !== "") return userModify;
  return element instanceof HTMLElement && isContentEditable.call(element) ? "read-write" : "read-only";
}

/** All elements under a root that match, in document order. */
export function findAllIn(root: ReadRoot, selector: string): Element[] {
  const { querySelectorAll } = isElement(root) ? Element.prototype : DocumentFragment.prototype;
  return [...querySelectorAll.call(root, selector)];
}

/** The document or shadow root that contains a node. */
export function treeRootOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

/** The element's shadow root, if it is open. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  return shadowRoot.call(element);
}

/** The element's box, in viewport pixels. */
export function boxOf(element: Element): DOMRect {
  return getBoundingClientRect.call(element);
}

/** Scrolls at once so that the element is in the middle of what is seen. */
export function scrollToMiddle(element: Element): void {
  scrollIntoView.call(element, { block: "center", behavior: "instant" });
}

/** Scrolls an element's content by so many pixels at once, if it can scroll. */
export function scrollVertically(element: Element, by: number): void {
  const options: ScrollToOptions = { top: by, behavior: "instant" };
  Reflect.apply(Element.prototype.scrollBy, element, [options]);
}

/** The element's name without its namespace's prefix: `a`, in lower case in HTML. */
export function localNameOf(element: Element): string {
  return localName.call(element);
}

function getterOf<N extends Node, P extends keyof N & string>(prototype: N, property: P): (this: N) => N[P] {
  return Object.getOwnPropertyDescriptor(prototype, property)?.get as (this: N) => N[P];
}
