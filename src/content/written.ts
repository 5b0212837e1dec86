import { closestTo, type ReadRoot, scopeOf, searchIn } from "./own-dom";
import { insideOf } from "./text-blocks";

/** What the reader may have written stands in these; it is told to nobody, not even to our own background. */
const WRITTEN = "textarea,[contenteditable]:not([contenteditable=false])";
/** Of these changes any may make a part of the page one to write in. */
const OBSERVED: MutationObserverInit = { childList: true, subtree: true, attributeFilter: ["contenteditable"] };

export interface Written {
  /** Tells of each node under the roots whether the reader may write in it, as the page is at this moment; null where that is true of none. */
  readonly now: () => ((node: Node) => boolean) | null;
  readonly end: () => void;
}

/** Whether the reader may write in an element, by itself or by what is around it. */
export function isWritten(element: Element): boolean {
  return closestTo(element, WRITTEN) !== null;
}

/** Knows where under the roots the reader writes. They are searched once and not again until the page changes, as each search costs as much as reading a part of it. */
export function watchWritten(roots: readonly ReadRoot[]): Written {
  let known: { readonly isWritten: ((node: Node) => boolean) | null } | undefined;
  // Told of changes before another task begins, and so before our next slice.
  const observer = new MutationObserver(() => {
    known = undefined;
  });

  const search = () => {
    for (const scope of new Set(roots.map(scopeOf))) observer.observe(scope, OBSERVED);
    const written = roots.flatMap((root) =>
      root instanceof Element && isWritten(root) ? [root] : searchIn(root, WRITTEN),
    );
    return { isWritten: written.length > 0 ? insideOf(new Set<Node>(written)) : null };
  };

  return {
    now() {
      if (document.designMode === "on") return () => true;
      known ??= search();
      return known.isWritten;
    },
    end: () => observer.disconnect(),
  };
}
