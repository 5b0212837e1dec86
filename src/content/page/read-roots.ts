import { deriveFromParent } from "./derive-from-parent";
import { isElement, isShadowRoot, parentNodeOf, parentOrHostOf, type ReadRoot, treeRootOf } from "./page-nodes";
import { createTextContexts, type FindTextContext } from "./readable";

/** What has to be read again when these nodes change: blocks and shadow roots, none of which is inside another. */
export function readRootsOf(nodes: Iterable<Node>): ReadRoot[] {
  const contextOf = createTextContexts();
  const roots = new Set<ReadRoot>();
  for (const node of nodes) {
    const root = readRootOf(node, contextOf);
    if (root) roots.add(root);
  }
  const isInRoot = isWithin(roots);
  return [...roots].filter((root) => !isInRoot(parentNodeOf(root)));
}

/** Makes a test for whether a node is one of the roots or inside one; it does not look out of a shadow root. */
export function isWithin(roots: ReadonlySet<Node>): (node: Node | null) => boolean {
  return deriveFromParent<Node, boolean>({
    parentOf: parentNodeOf,
    top: false,
    derive: (node, isInside) => isInside || roots.has(node),
  });
}

/** The block whose text contains the node, or a shadow root for text without a block in it. Null if it is not read. */
function readRootOf(node: Node, contextOf: FindTextContext): ReadRoot | null {
  if (!node.isConnected) return null;
  const context = contextOf(isElement(node) ? node : parentOrHostOf(node));
  if (!context) return null;
  // The block of such text is the host, outside the shadow root, but the text is read with the root.
  const treeRoot = treeRootOf(node);
  return isShadowRoot(treeRoot) && treeRootOf(context.block) !== treeRoot ? treeRoot : context.block;
}
