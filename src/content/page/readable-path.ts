import { parentNodeOf, type ReadRoot } from "./page-nodes";
import { createTextContexts, type TextContext, textContextWithin } from "./readable";

/**
 * The way from a root down to the current node of a walk, with the text context of each node on it. A map from elements
 * to contexts would be simpler, but Chromium keeps what stands for an element in a script as long as the page if the
 * element was ever a key: half a megabyte for 10,000 elements.
 */
export interface ReadablePath {
  /**
   * Shortens the path to the node's parent. False if the page has changed so that the node is no longer under the root.
   */
  readonly goUpToParentOf: (node: Node) => boolean;
  /** Lengthens the path by an element; false if its text is not read. */
  readonly enter: (element: Element) => boolean;
  readonly includes: (node: Node) => boolean;
  readonly isEmpty: () => boolean;
  /** The element at the end of the path; for a shadow root, its host. */
  readonly element: () => Element;
  /** Its text context. */
  readonly context: () => TextContext;
}

/** The path is empty from the start if the root's text is not read. */
export function createReadablePath(root: ReadRoot, unreadElements: ReadonlySet<Element>): ReadablePath {
  const isUnread = (element: Element) => unreadElements.has(element);
  let { nodes, contexts } = stepsTo(root, root, unreadElements);

  return {
    goUpToParentOf(node) {
      const parent = parentNodeOf(node);
      while (nodes.length > 0 && nodes.at(-1) !== parent) {
        nodes.pop();
        contexts.pop();
      }
      // The page has moved the node while the walk paused; it may still be under the root.
      if (nodes.length === 0 && parent) ({ nodes, contexts } = stepsTo(parent, root, unreadElements));
      return nodes.length > 0;
    },
    enter(element) {
      const context = textContextWithin(contexts.at(-1) ?? null, element, isUnread);
      if (context) {
        nodes.push(element);
        contexts.push(context);
      }
      return context !== null;
    },
    includes: (node) => nodes.includes(node),
    isEmpty: () => nodes.length === 0,
    element: () => elementOf(nodes.at(-1) as Node),
    context: () => contexts.at(-1) as TextContext,
  };
}

/** Empty if the node is not under the root, or not read. */
function stepsTo(
  node: Node,
  root: ReadRoot,
  unreadElements: ReadonlySet<Element>,
): { nodes: Node[]; contexts: TextContext[] } {
  const nodes: Node[] = [];
  for (let ancestor: Node | null = node; ancestor && nodes.at(-1) !== root; ancestor = parentNodeOf(ancestor)) {
    nodes.push(ancestor);
  }
  nodes.reverse();
  const contextOf = createTextContexts(unreadElements);
  const contexts = nodes.flatMap((one) => contextOf(elementOf(one)) ?? []);
  return nodes[0] === root && contexts.length === nodes.length ? { nodes, contexts } : { nodes: [], contexts: [] };
}

function elementOf(node: Node): Element {
  return node instanceof ShadowRoot ? node.host : (node as Element);
}
