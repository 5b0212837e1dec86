/**
 * A property that content script and card share. They are two bundles in one isolated world, which the page cannot see.
 */
const SLOT = Symbol.for("sidequote.elements");

/**
 * Remembers an element as ours, by reference. If ours had a name, the page could define a custom element of that name,
 * and its constructor would get our element and its closed shadow root.
 */
export function claimElement(element: Element): void {
  ownElements().add(element);
}

/** Whether a node is an element of ours, whose text is never read as the page's. */
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
