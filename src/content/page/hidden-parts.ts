import { isShown } from "./page-nodes";

/** The elements whose text was not read because they were hidden. */
export interface HiddenParts {
  /** The element will be reported once it is shown. */
  readonly awaitShown: (hidden: Element) => void;
}

/** Long pages have a few dozen hidden elements; beyond this limit, further ones stay unread. */
const MOST_AWAITED = 2_000;

/** A margin around the viewport so large that it contains every element that is rendered. */
const ANYWHERE = "1000000px";

/**
 * Events after which an element may be visible. No observer reports a change of `visibility`, which leaves the box as
 * it is. Some pages hide all their text until they have loaded; others have scripts show it at any time.
 */
const EVENTS_THAT_MAY_SHOW = [
  "load",
  "click",
  "keyup",
  "toggle",
  "transitionend",
  "animationend",
  "animationcancel",
  "scrollend",
];

/**
 * Waits for hidden elements to be shown. A style sheet can show them, which is no mutation of the document.
 * `onShown` is called with those that are. Ends with `signal`.
 */
export function createHiddenParts(signal: AbortSignal, onShown: (shown: readonly Element[]) => void): HiddenParts {
  const awaited = new Set<Element>();
  let isCheckPlanned = false;
  const check = () => {
    isCheckPlanned = false;
    if (signal.aborted) return;
    const shown: Element[] = [];
    for (const element of awaited) {
      if (element.isConnected && !isShown(element)) continue;
      awaited.delete(element);
      observer.unobserve(element);
      if (element.isConnected) shown.push(element);
    }
    if (shown.length > 0) onShown(shown);
  };
  const checkSoon = () => {
    if (isCheckPlanned || awaited.size === 0) return;
    isCheckPlanned = true;
    requestAnimationFrame(check);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) check();
    },
    { rootMargin: ANYWHERE },
  );
  for (const type of EVENTS_THAT_MAY_SHOW) addEventListener(type, checkSoon, { capture: true, passive: true, signal });
  signal.addEventListener("abort", () => observer.disconnect());
  return {
    awaitShown(hidden) {
      if (awaited.size >= MOST_AWAITED) return;
      awaited.add(hidden);
      observer.observe(hidden);
    },
  };
}
