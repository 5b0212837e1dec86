import { isCovered, isInViewTransition } from "./cover";

/** Reports whether something is drawn over an element, as the browser itself sees it, until `signal` aborts. */
export type WatchSight = (element: Element, covered: (isCovered: boolean) => void, signal: AbortSignal) => void;

/**
 * Version 2 of the intersection observer, which Chromium has: `isVisible` means drawn in full and covered by nothing.
 * 100 ms is the shortest delay it accepts.
 */
const VISIBILITY: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
  threshold: [0, 0.5, 1],
  trackVisibility: true,
  delay: 100,
};

/** What version 2 adds to an entry; TypeScript's types do not have it. */
type VisibilityEntry = IntersectionObserverEntry & { readonly isVisible?: boolean };

/** Whether this browser has version 2; Firefox does not. */
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

/**
 * The time between two checks of the top layer. It is random, so that a page cannot uncover the card just for the
 * checks.
 */
const LOOK_MS = { least: 50, most: 150 };
/**
 * The pause after a check, as a multiple of the time it took, so that a large page costs at most 5 % of a processor.
 */
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
 * Also sees overlays that no script can find, such as popovers in a page's closed shadow roots. In Firefox, where the
 * browser does not tell, the top layer is searched, closed roots included, which extensions may do there.
 */
export const watchSight: WatchSight = tellsSight() ? seenByBrowser : seenByLooks;
