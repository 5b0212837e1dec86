import { containsNode, hasBox, isShadowRoot, isText, localNameOf, parentOrHostOf, type ReadRoot } from "./page-nodes";
import { createTextContexts, hidingElementOf, leftOutUnder, type TextContext, textContextWithin } from "./readable";

/** Walks over the text under a root, in document order, and leaves out what is not read. */
export interface ReadableWalk {
  /**
   * Call this after each pause, in which the page may have changed. False if the walk cannot go on, because the last
   * node is no longer under the root.
   */
  readonly resume: () => boolean;
  /** Walks over so many more elements and text nodes; false at the end. */
  readonly walkOver: (nodeCount: number) => boolean;
}

/** What a walk calls back with. */
export interface WalkVisitor {
  /** `data` is the node's text; `isBlank` if it is only white space. */
  readonly onText: (node: Text, data: string, isBlank: boolean, context: TextContext) => void;
  readonly onLineBreak: () => void;
}

/** What a walk leaves out, and its callbacks. */
export interface WalkOptions {
  /** Elements to leave out besides those that the walk itself finds. */
  readonly leftOut?: Iterable<Element>;
  /** Called with an element that hides text, which is therefore left out. */
  readonly onHidden: (hidingElement: Element) => void;
  /** Called when the walk ends early because the page has moved or removed the current node. */
  readonly onInterrupted: () => void;
}

/**
 * Does not enter shadow roots under the root; those are roots of their own. It keeps the context of the current element
 * only, and through it those of the elements around it. A map from elements to contexts would be simpler, but Chromium
 * keeps an element's JavaScript wrapper as long as the page if the element was ever a key: half a megabyte for 10,000
 * elements.
 */
export function createReadableWalk(
  root: ReadRoot,
  { leftOut: alsoLeftOut = [], onHidden, onInterrupted }: WalkOptions,
  { onText, onLineBreak }: WalkVisitor,
): ReadableWalk {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const leftOut = new Set([...leftOutUnder(root), ...alsoLeftOut]);
  /** Of the current element; null if nothing is to be read there. */
  let context = createTextContexts(leftOut)(isShadowRoot(root) ? root.host : root);
  let lastShownElement: Element | null = null;
  let isCurrentLeftOut = false;

  /** If an element's own text is hidden, goes to the outermost node hidden with it, which is left out. True if so. */
  const goToHidden = (element: Element): boolean => {
    if (element === lastShownElement) return false;
    const hidingElement = hidingElementOf(element);
    if (hidingElement) {
      onHidden(hidingElement);
      goToOutermostHidden(hidingElement, walker);
    } else lastShownElement = element;
    return hidingElement !== null;
  };

  /** Reads a text node, or goes into an element. True if it is left out with all that is in it. */
  const visit = (node: Node, outer: TextContext): boolean => {
    if (isText(node)) {
      const { data } = node;
      const isBlank = !/\S/.test(data);
      if (!isBlank && goToHidden(outer.element)) return true;
      onText(node, data, isBlank, outer);
      return false;
    }
    const element = node as Element;
    if (localNameOf(element) === "br") onLineBreak();
    const inner = textContextWithin(outer, element, leftOut);
    if (inner) context = inner;
    return inner === null;
  };

  return {
    resume() {
      lastShownElement = null;
      const isInPlace = containsNode(root, walker.currentNode);
      if (!isInPlace) onInterrupted();
      return isInPlace;
    },
    walkOver(nodeCount) {
      for (let count = 0; count < nodeCount; count += 1) {
        const node = context && (isCurrentLeftOut ? nextOutside(walker) : walker.nextNode());
        if (!node) return false;
        const parent = parentOrHostOf(node);
        // The page may have moved the node during a pause; then its context is worked out anew.
        context = contextAround(context, parent) ?? createTextContexts(leftOut)(parent);
        if (context) isCurrentLeftOut = visit(node, context);
        else onInterrupted();
      }
      return true;
    },
  };
}

/** The context of this element among those that lead from a context to the top; null if it is not there. */
function contextAround(context: TextContext | null, element: Element | null): TextContext | null {
  let found = context;
  while (found && found.element !== element) found = found.outer;
  return found;
}

/**
 * Moves a walk to the outermost node that a hiding element hides. One that is not rendered (`display: none`) hides
 * everything inside: it is that node itself or, if it contains the root, the root is. With `visibility: hidden`,
 * elements inside may be visible again, so the walk stays where it is, at a text.
 */
function goToOutermostHidden(hidingElement: Element, walker: TreeWalker): void {
  // With `display: contents` an element has no box either, but what is inside is rendered.
  if (hasBox(hidingElement) || getComputedStyle(hidingElement).display === "contents") return;
  walker.currentNode = containsNode(walker.root, hidingElement) ? hidingElement : walker.root;
}

/** The next node that is not inside the current one. */
function nextOutside(walker: TreeWalker): Node | null {
  for (;;) {
    const sibling = walker.nextSibling();
    if (sibling) return sibling;
    if (!walker.parentNode()) return null;
  }
}
