import type { Ask } from "../platform/ask";

/** The background sleeps after 30 s without a question; a shorter while after the last one it is awake. */
const AWAKE_MS = 20_000;

/**
 * Has the background get ready, where it may sleep, for what it will be asked in a moment: it wakes in the meantime.
 * To be made when the background has just been asked for something.
 */
export function createStandBy(ask: Ask): () => void {
  let askedAt = performance.now();
  return () => {
    if (performance.now() - askedAt < AWAKE_MS) return;
    askedAt = performance.now();
    void ask("stand-by", {});
  };
}
