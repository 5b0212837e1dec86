/** Work in slices, so that the page is never held up. */
export interface Slices {
  /** Whether the running slice has lasted long enough. */
  readonly isOver: () => boolean;
  /** Lets the page go on, and begins a new slice. */
  readonly next: () => Promise<void>;
  /** Milliseconds worked since the last call, pauses left out. */
  readonly worked: () => number;
}

/** Below the 5 ms that a page may be held up for, with room for the block at hand, or for one search of the longest page. */
const SLICE_MS = 2;

export function createSlices(): Slices {
  let began = performance.now();
  let workedMs = 0;
  return {
    isOver: () => performance.now() - began > SLICE_MS,
    next: async () => {
      workedMs += performance.now() - began;
      await pause();
      began = performance.now();
    },
    worked: () => {
      const total = workedMs + performance.now() - began;
      workedMs = 0;
      began = performance.now();
      return total;
    },
  };
}

/** `scheduler.yield` keeps our place in the queue; Firefox before 142 lacks it. */
function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
