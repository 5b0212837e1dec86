import { hasBox } from "../page/page-nodes";
import { hidingElementOf } from "../page/readable";

/** Which blocks' elements are near the viewport. */
export interface NearView {
  /** Watches these elements, and no others. */
  readonly watch: (elements: Iterable<Element>) => void;
  readonly isNear: (element: Element) => boolean;
}

/** So much of a viewport ahead in both directions, so that marks are there before a scroll brings them into view. */
const AHEAD = "50% 0px";

/** Calls `onChange` when elements have come near the viewport, or left. Ends with `signal`. */
export function createNearView(signal: AbortSignal, onChange: () => void): NearView {
  const watched = new Set<Element>();
  const near = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (watched.has(target) && (isIntersecting || isBoxless(target))) near.add(target);
        else near.delete(target);
      }
      onChange();
    },
    { rootMargin: AHEAD },
  );
  signal.addEventListener("abort", () => observer.disconnect());
  return {
    watch(elements) {
      const wanted = new Set(elements);
      for (const element of watched) {
        if (wanted.has(element)) continue;
        observer.unobserve(element);
        watched.delete(element);
        near.delete(element);
      }
      for (const element of wanted) {
        if (watched.has(element)) continue;
        watched.add(element);
        observer.observe(element);
      }
    },
    isNear: (element) => near.has(element),
  };
}

/** Whether an element has no box of its own, as with `display: contents`, while its text is visible: no observer tells of it. */
function isBoxless(element: Element): boolean {
  return !hasBox(element) && !hidingElementOf(element);
}
