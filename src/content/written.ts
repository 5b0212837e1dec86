import { insideOf } from "./text-blocks";

/** What the reader may have written stands in these; it is told to nobody, not even to our own background. */
const WRITTEN = "textarea,[contenteditable]:not([contenteditable=false])";
/** Of fewer nodes each is looked up by itself; for more, one search of the page costs less. */
const MANY_NODES = 200;
/** Of these changes any may make a part of the page one to write in. */
const OBSERVED: MutationObserverInit = { childList: true, subtree: true, attributeFilter: ["contenteditable"] };

/** A form's field may be called `closest`. */
const { closest } = Element.prototype;

export interface Written {
  /** Tells of each node whether the reader may write in it, as the page is at this moment; null where that is true of none. Asked about so many nodes. */
  readonly now: (count: number) => ((node: Node) => boolean) | null;
  readonly end: () => void;
}

/** Knows where the reader writes. The scopes are searched once and not again until they change, as each search costs as much as reading a part of the page. */
export function watchWritten(scopes: ReadonlySet<Document | ShadowRoot>): Written {
  let known: { readonly isWritten: ((node: Node) => boolean) | null } | undefined;
  // Told of changes before another task begins, and so before our next slice.
  const observer = new MutationObserver(() => {
    known = undefined;
  });

  const search = () => {
    for (const scope of scopes) observer.observe(scope, OBSERVED);
    const written = [...scopes].flatMap((scope) => [...scope.querySelectorAll(WRITTEN)]);
    return { isWritten: written.length > 0 ? insideOf(new Set<Node>(written)) : null };
  };

  return {
    now(count) {
      if (document.designMode === "on") return () => true;
      if (count < MANY_NODES)
        return ({ parentElement }) => parentElement !== null && closest.call(parentElement, WRITTEN) !== null;
      known ??= search();
      return known.isWritten;
    },
    end: () => observer.disconnect(),
  };
}
