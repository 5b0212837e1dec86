import { hasBox, isUnder, type ReadRoot } from "./page-nodes";
import { hidingElementOf, type TextContext, unreadElementsUnder } from "./readable";
import { createReadablePath } from "./readable-path";

/** Walks over the elements and text nodes under a root, in document order, and leaves out what is not read. */
export interface ReadableWalk {
  /**
   * Call this after each pause, in which the page may have changed. False if the walk cannot go on, because the last
   * node is no longer under the root.
   */
  readonly resume: () => boolean;
  /** The next node; null at the end. */
  readonly next: () => Node | null;
  /** The text context of the last node. */
  readonly context: () => TextContext;
}

/** What a walk leaves out, and whom it tells. */
export interface WalkOptions {
  /** Elements to leave out besides those that the walk itself finds. */
  readonly leftOut?: Iterable<Element>;
  /** Called with an element that hides text, which is therefore left out. */
  readonly onHidden: (hidingElement: Element) => void;
  /** Called when the walk ends early because the page has moved or removed the current node. */
  readonly onInterrupted: () => void;
}

/** Does not enter shadow roots under the root; those are roots of their own. */
export function createReadableWalk(
  root: ReadRoot,
  { leftOut = [], onHidden, onInterrupted }: WalkOptions,
): ReadableWalk {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const path = createReadablePath(root, new Set([...unreadElementsUnder(root), ...leftOut]));
  let lastShownElement: Element | null = null;

  /**
   * Whether the text is hidden. If it is, reports the element that hides it and, where nothing inside that element can
   * be visible, moves the walk to that element's end.
   */
  const skipIfHidden = (text: Text): boolean => {
    const parent = path.element();
    if (parent === lastShownElement || !/\S/.test(text.data)) return false;
    const hidingElement = hidingElementOf(parent);
    if (!hidingElement) {
      lastShownElement = parent;
      return false;
    }
    onHidden(hidingElement);
    // An element that has no box (`display: none`) hides everything inside, so it is skipped whole; if it is outside
    // the root, so is the root. With `visibility: hidden`, elements further inside may be visible again, so the walk
    // goes on.
    if (!hasBox(hidingElement)) walker.currentNode = path.includes(hidingElement) ? hidingElement : root;
    return true;
  };

  return {
    resume() {
      lastShownElement = null;
      const isInPlace = isUnder(root, walker.currentNode);
      if (!isInPlace) onInterrupted();
      return isInPlace;
    },
    next() {
      if (path.isEmpty()) return null;
      let node = walker.nextNode();
      while (node) {
        if (!path.goUpToParentOf(node)) {
          onInterrupted();
          return null;
        }
        if (node instanceof Text ? !skipIfHidden(node) : path.enter(node as Element)) return node;
        node = nextOutside(walker);
      }
      return null;
    },
    context: path.context,
  };
}

/** The next node that is not inside the current one. */
function nextOutside(walker: TreeWalker): Node | null {
  for (;;) {
    const sibling = walker.nextSibling();
    if (sibling) return sibling;
    if (!walker.parentNode()) return null;
  }
}
