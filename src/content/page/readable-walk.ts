import { createInherited } from "./inherited";
import { hasBox, isUnder, parentOrHostOf, type ReadRoot } from "./page-nodes";
import {
  createTextContexts,
  hidingElementOf,
  type TextContext,
  textContextWithin,
  unreadElementsUnder,
} from "./readable";

/** A text node that is read. */
export interface ReadText {
  readonly node: Text;
  readonly data: string;
  readonly isBlank: boolean;
  readonly context: TextContext;
}

/** Walks over the text nodes under a root, in document order, and leaves out those that are not read. */
export interface ReadableWalk {
  /**
   * Call this first, and again after each pause, in which the page may have changed. False if the walk cannot go on,
   * because the page has moved or removed its last node.
   */
  readonly resume: () => boolean;
  /** Goes on to the next text node, read or left out; false at the end. */
  readonly next: () => boolean;
  /** The text node that the walk is at; null if it is left out. */
  readonly current: () => ReadText | null;
}

/** What a walk leaves out, and whom it tells. */
export interface WalkOptions {
  /** Elements to leave out besides those that the walk itself finds. */
  readonly leftOut?: Iterable<Element>;
  /** Called with an element that hides text, which is therefore left out. */
  readonly onHidden: (hidingElement: Element) => void;
  /** Called when the walk ends early because the page has moved or removed its last node. */
  readonly onInterrupted: () => void;
}

/** Does not enter shadow roots under the root; those are roots of their own. */
export function createReadableWalk(
  root: ReadRoot,
  { leftOut = [], onHidden, onInterrupted }: WalkOptions,
): ReadableWalk {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const unread = new Set([...unreadElementsUnder(root), ...leftOut]);
  // What is known of elements until the next pause.
  let contextOf = createContextsUnder(root, unread);
  let lastShown: Element | null = null;
  /** The element that hides the current text and all else inside it. */
  let hiddenPart: Element | null = null;

  /** Whether the text of an element is hidden. Reports the element that hides it. */
  const isHidden = (element: Element): boolean => {
    const hidingElement = element === lastShown ? null : hidingElementOf(element);
    if (!hidingElement) {
      lastShown = element;
      return false;
    }
    onHidden(hidingElement);
    // An element that has no box (`display: none`) hides everything inside, so it is skipped whole; if it is outside
    // the root, so is the root. With `visibility: hidden`, elements further inside may be visible again.
    if (!hasBox(hidingElement)) hiddenPart = hidingElement;
    return true;
  };

  const nextAfter = (part: Element): Node | null => {
    if (part === root || !isUnder(root, part)) return null;
    walker.currentNode = part;
    return walker.nextSibling();
  };

  return {
    resume() {
      contextOf = createContextsUnder(root, unread);
      lastShown = null;
      const isInPlace = isUnder(root, walker.currentNode);
      if (!isInPlace) onInterrupted();
      return isInPlace;
    },
    next() {
      const node = hiddenPart ? nextAfter(hiddenPart) : walker.nextNode();
      hiddenPart = null;
      return node !== null;
    },
    current() {
      const node = walker.currentNode as Text;
      const parent = parentOrHostOf(node) as Element;
      const context = contextOf(parent);
      if (!context) return null;
      const { data } = node;
      const isBlank = !/\S/.test(data);
      return isBlank || !isHidden(parent) ? { node, data, isBlank, context } : null;
    },
  };
}

/** Finds the text contexts of elements under a root, and keeps them; `unread` are those that are not read. */
function createContextsUnder(
  root: ReadRoot,
  unread: ReadonlySet<Element>,
): (element: Element | null) => TextContext | null {
  const top = root instanceof ShadowRoot ? root.host : root;
  const contextOfTop = createTextContexts(unread)(top);
  const isUnread = (element: Element) => unread.has(element);
  return createInherited<Element, TextContext | null>({
    parentOf: (element) => (element === top ? null : parentOrHostOf(element)),
    top: null,
    derive: (element, outer) => (element === top ? contextOfTop : outer && textContextWithin(outer, element, isUnread)),
  });
}
