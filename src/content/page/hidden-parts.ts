/** Parts of the page whose text is not read as they are hidden. */
export interface HiddenParts {
  /** Calls back once the element is rendered. */
  readonly awaitShown: (hider: Element) => void;
}

/** A bound on hostile pages; long pages have some dozens. */
const MOST_AWAITED = 2_000;

/** Far enough that an element is near the view as soon as it is rendered. */
const ANYWHERE = "1000000px";

/** Waits for hidden parts to be shown, of which no mutation tells: a style sheet may show them. Ends with `signal`. */
export function createHiddenParts(signal: AbortSignal, onShown: (shown: readonly Element[]) => void): HiddenParts {
  const awaited = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      const shown = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target);
      for (const element of shown) {
        awaited.delete(element);
        observer.unobserve(element);
      }
      for (const element of awaited) if (!element.isConnected) awaited.delete(element);
      if (shown.length > 0) onShown(shown);
    },
    { rootMargin: ANYWHERE },
  );
  signal.addEventListener("abort", () => observer.disconnect());
  return {
    awaitShown(hider) {
      if (awaited.has(hider) || awaited.size >= MOST_AWAITED) return;
      awaited.add(hider);
      observer.observe(hider);
    },
  };
}
