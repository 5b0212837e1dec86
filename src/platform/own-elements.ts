/** Content script and card are two bundles of one isolated world; no page sees this property. */
const SLOT = Symbol.for("sidequote.elements");

/**
 * Remembers an element as ours. Ours are known by reference alone: what had a name of its own could be defined as a
 * custom element by the page, whose constructor then holds the element's closed shadow root.
 */
export function claimElement(element: Element): void {
  ownElements().add(element);
}

/** Whether a node is an element of ours; its text is then never read as the page's. */
export function isOwnElement(node: Node): boolean {
  return ownElements().has(node);
}

function ownElements(): WeakSet<Node> {
  const known: WeakSet<Node> | undefined = Reflect.get(globalThis, SLOT);
  if (known) return known;
  const elements = new WeakSet<Node>();
  Reflect.set(globalThis, SLOT, elements);
  return elements;
}
