/** Work in slices, so that the page is never held up. */
export interface Slices {
  /** Whether the running slice has lasted long enough. */
  readonly isOver: () => boolean;
  /** Lets the page go on, and begins a new slice. */
  readonly next: () => Promise<void>;
  /** Lets the page become idle first, for a moment at most, and begins a new slice. */
  readonly idle: () => Promise<unknown>;
  /** Waits for an answer, and begins a new slice. */
  readonly waitFor: <T>(answer: Promise<T>) => Promise<T>;
  /** Milliseconds worked since the last call, pauses and waiting left out. */
  readonly worked: () => number;
}

/** Far below the 12 ms that one slice may take, as the piece of work at hand is always finished. */
const SLICE_MS = 3;

/** Longest wait for the page to be idle: a single-page navigation is to be marked within half a second. */
const MOST_IDLE_MS = 100;

export function createSlices(): Slices {
  let began = performance.now();
  let workedMs = 0;
  const after = async <T>(wait: Promise<T>): Promise<T> => {
    workedMs += performance.now() - began;
    try {
      return await wait;
    } finally {
      began = performance.now();
    }
  };
  return {
    isOver: () => performance.now() - began > SLICE_MS,
    next: () => after(pause()),
    idle: () => after(new Promise((resolve) => requestIdleCallback(resolve, { timeout: MOST_IDLE_MS }))),
    waitFor: after,
    worked: () => {
      const total = workedMs + performance.now() - began;
      workedMs = 0;
      began = performance.now();
      return total;
    },
  };
}

/** What TypeScript's own types do not know yet. */
declare const scheduler: {
  readonly yield?: () => Promise<void>;
  readonly postTask: (task: () => void) => Promise<void>;
};

/** `yield` keeps our place in the queue; Chromium 128 lacks it. */
function pause(): Promise<void> {
  return scheduler.yield?.() ?? scheduler.postTask(() => undefined);
}
