/** In the long run, work takes at most this share of the time. */
const SHARE = 0.05;
/** After a quiet time, work may take this long at once, because code is slowest when it first runs. */
const MOST_CREDIT_MS = 60;
/** No rest is longer than this debt takes: work that seems long was often interrupted by other programs. */
const MOST_DEBT_MS = 15;
/** However short the work is, it is done at most once in a frame at 60 Hz. */
const LEAST_REST_MS = 16;

/**
 * Makes a function that does `work` at once, or, if that would be too often, in one of the next frames. Ends with
 * `signal`.
 */
export function createThrottle(work: () => unknown, signal: AbortSignal): () => void {
  let creditMs = MOST_CREDIT_MS;
  // Long ago, so that the credit is full at first.
  let endedAt = Number.NEGATIVE_INFINITY;
  let frame = 0;
  signal.addEventListener("abort", () => cancelAnimationFrame(frame));

  function attempt(): void {
    frame = 0;
    const began = performance.now();
    const credit = Math.min(MOST_CREDIT_MS, creditMs + SHARE * (began - endedAt));
    if (began - endedAt < LEAST_REST_MS || credit < 0) {
      frame = requestAnimationFrame(attempt);
      return;
    }
    work();
    endedAt = performance.now();
    creditMs = Math.max(credit - (endedAt - began), -MOST_DEBT_MS);
  }

  return () => {
    if (frame === 0 && !signal.aborted) attempt();
  };
}
