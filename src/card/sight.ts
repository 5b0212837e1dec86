import { isCovered, isInViewTransition } from "./cover";

/** Reports whether something is drawn over an element, as the browser itself sees it, until `signal` aborts. */
export type WatchSight = (element: Element, covered: (isCovered: boolean) => void, signal: AbortSignal) => void;

/**
 * Version 2 of the observer, which Chromium has: `isVisible` means drawn
 * in full, covered by nothing. 100 ms is the least delay it takes.
 */
const VISIBILITY: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
  threshold: [0, 0.5, 1],
  trackVisibility: true,
  delay: 100,
};

/** What version 2 adds to an entry; the published types lack it. */
type VisibilityEntry = IntersectionObserverEntry & { readonly isVisible?: boolean };

/** Whether this browser has it. Firefox has not. */
export function tellsSight(): boolean {
  return "isVisible" in IntersectionObserverEntry.prototype;
}

const seenByBrowser: WatchSight = (element, covered, signal) => {
  const observer = new IntersectionObserver((entries) => {
    covered((entries.at(-1) as VisibilityEntry | undefined)?.isVisible === false);
  }, VISIBILITY);
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
};

/** Between two looks at the top layer, at random, so that no page uncovers the card for the looks alone. */
const LOOK_MS = { least: 50, most: 150 };
/** Rest after a look, as a multiple of the time it took: a large page costs 5 % of a processor at most. */
const REST_FACTOR = 20;

const seenByLooks: WatchSight = (box, covered, signal) => {
  const { host } = box.getRootNode() as ShadowRoot;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const began = performance.now();
    covered(isCovered(host, box, false) || isInViewTransition());
    const pauseMs = LOOK_MS.least + Math.random() * (LOOK_MS.most - LOOK_MS.least);
    timer = setTimeout(look, Math.max(pauseMs, REST_FACTOR * (performance.now() - began)));
  };
  look();
  signal.addEventListener("abort", () => clearTimeout(timer));
};

/**
 * Sees overlays that no script can find, such as popovers in a page's closed shadow root. Where the browser
 * does not tell (Firefox), the top layer is looked through, closed roots included, which extensions may there.
 */
export const watchSight: WatchSight = tellsSight() ? seenByBrowser : seenByLooks;
