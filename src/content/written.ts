import { closestTo, type ReadRoot, scopeOf, searchIn } from "./own-dom";
import { insideOf } from "./text-blocks";

/** What the reader may have written stands in these; it is told to nobody, not even to our own background. */
const WRITTEN = "textarea,[contenteditable]:not([contenteditable=false])";
/** Of these changes any may make a part of the page one to write in. */
const OBSERVED: MutationObserverInit = { childList: true, subtree: true, attributeFilter: ["contenteditable"] };

/** Text nodes in which the reader may write; `size` is 0 where there is none. */
export type WrittenTexts = Pick<ReadonlySet<Node>, "has" | "size">;

/** Most steps over such text in one search; where there is more, as in editors, each text of the page is asked where it stands. */
const MOST_STEPS = 2_000;

const EVERYTHING: WrittenTexts = { has: () => true, size: 1 };

export interface Written {
  /** Those text nodes under the roots in which the reader may write at this moment, and those found to be such before, which another reading may tell. */
  readonly now: () => WrittenTexts;
  readonly end: () => void;
}

/** Whether the reader may write in an element, by itself or by what is around it. */
export function isWritten(element: Element): boolean {
  return closestTo(element, WRITTEN) !== null;
}

/**
 * Knows where under the roots the reader writes. They are searched once and not again until the page changes, as each search costs as much as reading a part of it.
 * The text there is remembered where it is little: to ask of all other text where it stands takes longer than to read it.
 */
export function watchWritten(roots: readonly ReadRoot[]): Written {
  const texts = new Set<Node>();
  let known: WrittenTexts | null = null;
  // Told of changes before another task begins, and so before our next slice.
  const observer = new MutationObserver(() => {
    known = null;
  });

  const search = (): WrittenTexts => {
    for (const scope of new Set(roots.map(scopeOf))) observer.observe(scope, OBSERVED);
    const written = roots.flatMap((root) =>
      root instanceof Element && isWritten(root) ? [root] : searchIn(root, WRITTEN),
    );
    let left = MOST_STEPS;
    for (const root of written.slice(0, left)) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (left-- > 0 && walker.nextNode()) texts.add(walker.currentNode);
    }
    const isInside = insideOf(new Set<Node>(written));
    return left > 0 ? texts : { has: (node) => texts.has(node) || isInside(node), size: 1 };
  };

  return {
    now() {
      if (document.designMode === "on") return EVERYTHING;
      known ??= search();
      return known;
    },
    end: () => observer.disconnect(),
  };
}
