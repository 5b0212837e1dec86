/** Divides long work into short slices, between which the page's own tasks run. */
export interface Slices {
  /** Whether the current slice has lasted long enough. */
  readonly isOver: () => boolean;
  /** Yields to the page, then starts a new slice. */
  readonly yieldToPage: () => Promise<void>;
  /** Waits a short while for the page to be idle, then starts a new slice. */
  readonly waitForIdle: () => Promise<unknown>;
  /** Waits for an answer, then starts a new slice. */
  readonly waitFor: <T>(answer: Promise<T>) => Promise<T>;
  /** Milliseconds worked since the last call, without pauses and waiting; starts a new slice. */
  readonly takeWorkedMs: () => number;
}

/** Far below the 12 ms that a slice may last (F2), because the work between two checks is never cut short. */
const SLICE_MS = 3;

/** Longest wait for an idle page; after a single-page navigation, marks are due within half a second. */
const LONGEST_WAIT_FOR_IDLE_MS = 100;

/** Creates slices; the first begins at once. */
export function createSlices(): Slices {
  let began = performance.now();
  let workedMs = 0;
  const beginAfter = async <T>(wait: Promise<T>): Promise<T> => {
    workedMs += performance.now() - began;
    try {
      return await wait;
    } finally {
      began = performance.now();
    }
  };
  return {
    isOver: () => performance.now() - began > SLICE_MS,
    yieldToPage: () => beginAfter(yieldToPage()),
    waitForIdle: () =>
      beginAfter(new Promise((resolve) => requestIdleCallback(resolve, { timeout: LONGEST_WAIT_FOR_IDLE_MS }))),
    waitFor: beginAfter,
    takeWorkedMs: () => {
      const total = workedMs + performance.now() - began;
      workedMs = 0;
      began = performance.now();
      return total;
    },
  };
}

/** TypeScript's own types do not know this yet. */
declare const scheduler: {
  readonly yield?: () => Promise<void>;
  readonly postTask: (task: () => void) => Promise<void>;
};

/** With `yield` we go on before other tasks that wait; Chromium 128 has only `postTask`. */
function yieldToPage(): Promise<void> {
  return scheduler.yield?.() ?? scheduler.postTask(() => undefined);
}
