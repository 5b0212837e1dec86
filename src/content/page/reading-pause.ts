import type { Slices } from "./slices";

/**
 * Decides how long to wait between two readings, so that we use little of the processor however often the page changes.
 */
export interface ReadingPause {
  /** The pause due before the next reading, in milliseconds. */
  readonly ms: () => number;
  readonly beginReading: () => void;
  /** `hadTooMany`: too many nodes had changed, so the whole page was read. */
  readonly endReading: (hadTooMany: boolean) => void;
  /** Runs what observes the page, and counts its time as work of ours, like that of reading. */
  readonly countAsWork: (observe: () => void) => void;
}

/** Changes are collected this long before they are read; a single-page navigation is to be read within 500 ms. */
const COLLECT_MS = 150;
/** The pause as a multiple of the time spent. With what the browser does for us, that is at most 5 % of a processor. */
const PAUSE_FACTOR = 30;
/** The same, where the whole page is read again and again. */
const WHOLE_PAGE_PAUSE_FACTOR = 50;

/** The time spent is measured by `slices`, and by `countAsWork` between readings. */
export function createReadingPause(slices: Slices): ReadingPause {
  let pauseMs = 0;
  let observingMs = 0;
  return {
    ms: () => Math.max(COLLECT_MS, pauseMs),
    beginReading: () => void slices.takeWorkedMs(),
    endReading(hadTooMany) {
      pauseMs = (slices.takeWorkedMs() + observingMs) * (hadTooMany ? WHOLE_PAGE_PAUSE_FACTOR : PAUSE_FACTOR);
      observingMs = 0;
    },
    countAsWork(observe) {
      const began = performance.now();
      observe();
      observingMs += performance.now() - began;
    },
  };
}
