import { boxOf, hasBox } from "../page/page-nodes";
import { hidingElementOf } from "../page/readable";

/** Knows which elements are near the viewport. */
export interface NearView {
  /** Watches these elements from now on, and no others. */
  readonly watch: (elements: Iterable<Element>) => void;
  readonly isNear: (element: Element) => boolean;
}

/** Half a viewport above and below also counts, so that marks are there before the reader scrolls to them. */
const MARGIN = "50% 0px";

/**
 * Up to so many new elements are measured at once; of more, the browser tells an animation frame later which are near.
 */
const MOST_MEASURED = 50;

/** Calls `onChange` when elements have come near the viewport or left it. Ends with `signal`. */
export function createNearView(signal: AbortSignal, onChange: () => void): NearView {
  let watched: ReadonlySet<Element> = new Set();
  const near = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (watched.has(target) && (isIntersecting || isVisibleWithoutBox(target))) near.add(target);
        else near.delete(target);
      }
      onChange();
    },
    { rootMargin: MARGIN },
  );
  signal.addEventListener("abort", () => observer.disconnect());
  return {
    watch(elements) {
      const wanted = new Set(elements);
      for (const element of watched) {
        if (wanted.has(element)) continue;
        observer.unobserve(element);
        near.delete(element);
      }
      const fresh = [...wanted].filter((element) => !watched.has(element));
      watched = wanted;
      // So that words that a page writes anew have their marks in the same animation frame.
      if (fresh.length <= MOST_MEASURED) for (const element of fresh) if (isInViewport(element)) near.add(element);
      // An element that is observed already is not observed twice.
      for (const element of wanted) observer.observe(element);
    },
    isNear: (element) => near.has(element),
  };
}

function isInViewport(element: Element): boolean {
  const { top, bottom, height } = boxOf(element);
  return height > 0 && bottom > 0 && top < innerHeight;
}

/** An element with `display: contents` has no box, so it never intersects the viewport, but its text can be visible. */
function isVisibleWithoutBox(element: Element): boolean {
  return !hasBox(element) && !hidingElementOf(element);
}
