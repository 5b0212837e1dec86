import { isCovered, isInViewTransition } from "./cover";

/** The browser that a script is built for; not defined where tests import a module as it is. */
declare const __TARGET__: "chromium" | "firefox" | undefined;

/** Reports whether something is, or may be, drawn over an element, until `signal` aborts. */
export type WatchCover = (element: Element, covered: (isCovered: boolean) => void, signal: AbortSignal) => void;

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

/** Whether the browser itself reports what covers an element. Firefox does not. */
export function reportsCover(): boolean {
  return watchCover !== watchBySearch;
}

const watchByBrowser: WatchCover = (element, covered, signal) => {
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
const PAUSE_MS = { least: 50, most: 150 };
/**
 * The pause after a check, as a multiple of the time it took, so that a large page costs at most 5 % of a processor.
 */
const REST_FACTOR = 20;

/** Searches the page for what may cover the box, where the browser does not report it. */
export const watchBySearch: WatchCover = (box, covered, signal) => {
  const { host } = box.getRootNode() as ShadowRoot;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const check = () => {
    const began = performance.now();
    covered(isCovered(host, box, false) || isInViewTransition());
    const pauseMs = PAUSE_MS.least + Math.random() * (PAUSE_MS.most - PAUSE_MS.least);
    timer = setTimeout(check, Math.max(pauseMs, REST_FACTOR * (performance.now() - began)));
  };
  check();
  signal.addEventListener("abort", () => clearTimeout(timer));
};

/**
 * How the browser of this build notices what covers the card. Chromium also reports overlays that no script can find,
 * such as popovers in closed shadow roots. Firefox does not, so the top layer is searched there, closed roots included,
 * which extensions may do in Firefox.
 */
export const watchCover: WatchCover =
  typeof __TARGET__ !== "undefined" && __TARGET__ === "firefox" ? watchBySearch : watchByBrowser;
