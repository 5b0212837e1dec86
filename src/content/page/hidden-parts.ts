import { isShown } from "./page-nodes";

/** Parts of the page whose text is not read as they are hidden. */
export interface HiddenParts {
  /** Calls back once the element is shown. */
  readonly awaitShown: (hider: Element) => void;
}

/** A bound on hostile pages; long pages have some dozens. */
const MOST_AWAITED = 2_000;

/** Far enough that an element is near the view as soon as it is rendered. */
const ANYWHERE = "1000000px";

/** After these a part may be visible that had its place before, of which no observer tells. */
const MAY_SHOW = ["click", "keyup", "toggle", "transitionend", "animationend"];

/** Waits for hidden parts to be shown, of which no mutation tells: a style sheet may show them. Ends with `signal`. */
export function createHiddenParts(signal: AbortSignal, onShown: (shown: readonly Element[]) => void): HiddenParts {
  const awaited = new Set<Element>();
  let isLooking = false;
  const look = () => {
    isLooking = false;
    if (signal.aborted) return;
    const shown: Element[] = [];
    for (const element of awaited) {
      if (!element.isConnected || isShown(element)) {
        awaited.delete(element);
        observer.unobserve(element);
        if (element.isConnected) shown.push(element);
      }
    }
    if (shown.length > 0) onShown(shown);
  };
  const lookSoon = () => {
    if (isLooking || awaited.size === 0) return;
    isLooking = true;
    requestAnimationFrame(look);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) look();
    },
    { rootMargin: ANYWHERE },
  );
  for (const type of MAY_SHOW) addEventListener(type, lookSoon, { capture: true, passive: true, signal });
  signal.addEventListener("abort", () => observer.disconnect());
  return {
    awaitShown(hider) {
      if (awaited.has(hider) || awaited.size >= MOST_AWAITED) return;
      awaited.add(hider);
      observer.observe(hider);
    },
  };
}
