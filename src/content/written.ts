import { closestTo, type ReadRoot, scopeOf, searchIn } from "./own-dom";
import { outermost } from "./text-blocks";

/** What the reader may have written stands in these; it is told to nobody, not even to our own background. */
const WRITTEN = "textarea,[contenteditable]:not([contenteditable=false])";
/** Of these changes any may make a part of the page one to write in. */
const OBSERVED: MutationObserverInit = { childList: true, subtree: true, attributeFilter: ["contenteditable"] };

/** Text nodes in which the reader may write. */
export type WrittenTexts = Pick<ReadonlySet<Node>, "has">;

const EVERYTHING: WrittenTexts = { has: () => true };

export interface Written {
  /** Those text nodes under the roots in which the reader may write at this moment, and those in which that was so before; null where there is none. */
  readonly now: () => WrittenTexts | null;
  readonly end: () => void;
}

/** Whether the reader may write in an element, by itself or by what is around it. */
export function isWritten(element: Element): boolean {
  return closestTo(element, WRITTEN) !== null;
}

/**
 * Knows where under the roots the reader writes. They are searched once and not again until the page changes, as each search costs as much as reading a part of it.
 * The text there is remembered, as it is little: to ask of all other text where it stands takes longer than to read it.
 */
export function watchWritten(roots: readonly ReadRoot[]): Written {
  const texts = new Set<Node>();
  let isKnown = false;
  // Told of changes before another task begins, and so before our next slice.
  const observer = new MutationObserver(() => {
    isKnown = false;
  });

  const search = () => {
    for (const scope of new Set(roots.map(scopeOf))) observer.observe(scope, OBSERVED);
    const written = roots.flatMap((root) =>
      root instanceof Element && isWritten(root) ? [root] : searchIn(root, WRITTEN),
    );
    for (const root of outermost(new Set(written))) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) texts.add(walker.currentNode);
    }
    isKnown = true;
  };

  return {
    now() {
      if (document.designMode === "on") return EVERYTHING;
      if (!isKnown) search();
      return texts.size > 0 ? texts : null;
    },
    end: () => observer.disconnect(),
  };
}
