/** How long the box has stood where it is for the reader to see. */
export interface Standing {
  /** The box has come, or moved: it stands from when the browser has drawn it. */
  readonly beginAnew: () => void;
  /** The browser sees something over the box, or no longer: it stands anew then. */
  readonly see: (isCovered: boolean) => void;
  readonly isCovered: () => boolean;
  /** Milliseconds of `now`; infinite while the box has not been drawn at its place. */
  readonly since: () => number;
  readonly end: () => void;
}

/**
 * Of one shell. A page can hold back all drawing for seconds, with a view
 * transition that does not begin: what comes then is seen by nobody.
 */
export function createStanding(now: () => number): Standing {
  let since = Number.POSITIVE_INFINITY;
  let covered = false;
  let frame = 0;

  function beginAnew(): void {
    since = Number.POSITIVE_INFINITY;
    cancelAnimationFrame(frame);
    // The first frame is drawn before the second begins.
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        since = now();
      });
    });
  }

  return {
    beginAnew,
    see(isCovered) {
      if (covered && !isCovered) beginAnew();
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
