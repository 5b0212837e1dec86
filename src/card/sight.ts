/** Reports whether something is drawn over an element, as the browser itself sees it, until `signal` aborts. */
export type WatchSight = (element: Element, covered: (isCovered: boolean) => void, signal: AbortSignal) => void;

/** Version 2 of the observer, which Chromium has: `isVisible` means drawn in full, covered by nothing. 100 ms is the least delay it takes. */
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

/** Sees overlays that no script can find, such as popovers in a page's closed shadow root. Where the browser does not tell (Firefox), never covered: there the click guard looks into closed roots itself. */
export const watchSight: WatchSight = (element, covered, signal) => {
  const observer = new IntersectionObserver((entries) => {
    covered((entries.at(-1) as VisibilityEntry | undefined)?.isVisible === false);
  }, VISIBILITY);
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
};
