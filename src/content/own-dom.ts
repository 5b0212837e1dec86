/**
 * What is asked of a page's nodes, as the prototypes have it: a form's field may be called `parentElement` or `closest`,
 * and then the form's own leads to the field.
 */

/** What is read on its own. */
export type ReadRoot = Element | ShadowRoot;

const parentElement = getterOf(Node.prototype, "parentElement");
const parentNode = getterOf(Node.prototype, "parentNode");
const shadowRoot = getterOf(Element.prototype, "shadowRoot");
const localName = getterOf(Element.prototype, "localName");
const { hasAttributes, getAttribute, closest, checkVisibility, getBoundingClientRect } = Element.prototype;

export function parentElementOf(node: Node): Element | null {
  return parentElement.call(node);
}

export function parentNodeOf(node: Node): ParentNode | null {
  return parentNode.call(node);
}

export function hasAnyAttribute(element: Element): boolean {
  return hasAttributes.call(element);
}

/** null where there is none. */
export function attributeOf(element: Element, name: string): string | null {
  return getAttribute.call(element, name);
}

/** The element, or the nearest around it, that is such; null where none is. */
export function closestTo(element: Element, selector: string): Element | null {
  return closest.call(element, selector);
}

/** Whether one is the other or holds it, shadow roots not looked through. */
export function containsNode(outer: Node, inner: Node): boolean {
  return Node.prototype.contains.call(outer, inner);
}

/** Whether one comes before the other in the document, or holds it. */
export function isBefore(node: Node, other: Node): boolean {
  return (Node.prototype.compareDocumentPosition.call(node, other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Whether the browser lays the element out, with a box of its own: to ask for the place of others would make it do so. */
export function isLaidOut(element: Element): boolean {
  return checkVisibility.call(element, { contentVisibilityAuto: true });
}

/** All such under a root, in document order. */
export function searchIn(root: ReadRoot, selector: string): Element[] {
  const { querySelectorAll } = root instanceof Element ? Element.prototype : DocumentFragment.prototype;
  return [...querySelectorAll.call(root, selector)];
}

/** The document, or the shadow root, that a node stands in. */
export function scopeOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

/** Where it is open. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  return shadowRoot.call(element);
}

/** In viewport pixels. */
export function boxOf(element: Element): DOMRect {
  return getBoundingClientRect.call(element);
}

export function localNameOf(element: Element): string {
  return localName.call(element);
}

function getterOf<N extends Node, P extends keyof N & string>(prototype: N, property: P): (this: N) => N[P] {
  return Object.getOwnPropertyDescriptor(prototype, property)?.get as (this: N) => N[P];
}
