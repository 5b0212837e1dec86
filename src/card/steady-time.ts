/** Measures for how long the box has been drawn at one place, and since it was last covered. */
export interface SteadyTime {
  /** Call this when the box was shown or has moved: the time counts from when the browser has drawn it. */
  readonly restart: () => void;
  /** Call this when something covers the box, or no longer does. Once it is uncovered, the time counts anew. */
  readonly setCovered: (isCovered: boolean) => void;
  readonly isCovered: () => boolean;
  /** Since when, in milliseconds of `now`; infinite while the box has not been drawn at its place. */
  readonly since: () => number;
  readonly end: () => void;
}

/**
 * Waits for the browser to draw, because a page can hold back all drawing for seconds with a view transition that does
 * not begin, and nobody sees the box then.
 */
export function createSteadyTime(now: () => number): SteadyTime {
  let since = Number.POSITIVE_INFINITY;
  let covered = false;
  let frame = 0;

  function restart(): void {
    since = Number.POSITIVE_INFINITY;
    cancelAnimationFrame(frame);
    // When the second frame begins, the first has been drawn.
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        since = now();
      });
    });
  }

  return {
    restart,
    setCovered(isCovered) {
      if (covered && !isCovered) restart();
      covered = isCovered;
    },
    isCovered: () => covered,
    since: () => since,
    end() {
      cancelAnimationFrame(frame);
      since = Number.POSITIVE_INFINITY;
      covered = false;
    },
  };
}
