/**
 * In the long run, work takes at most this share of the time. Most of it is layout, which the browser would do in any
 * case.
 */
const SHARE = 0.05;
/** So much work may be done at once after a quiet time; the first runs of any code take longest. */
const MOST_CREDIT_MS = 60;
/** However short the work is, it is done at most once in a frame. */
const LEAST_REST_MS = 16;

/**
 * Makes a function that does `work` at once, or, if that would be too often, in one of the next frames. Ends with
 * `signal`.
 */
export function doSparingly(work: () => unknown, signal: AbortSignal): () => void {
  let creditMs = MOST_CREDIT_MS;
  let last = Number.NEGATIVE_INFINITY;
  let frame = 0;
  signal.addEventListener("abort", () => cancelAnimationFrame(frame));

  function attempt(): void {
    frame = 0;
    const began = performance.now();
    const credit = Math.min(MOST_CREDIT_MS, creditMs + SHARE * (began - last));
    if (began - last < LEAST_REST_MS || credit < 0) {
      frame = requestAnimationFrame(attempt);
      return;
    }
    work();
    last = performance.now();
    creditMs = credit - (last - began);
  }

  return () => {
    if (frame === 0 && !signal.aborted) attempt();
  };
}
