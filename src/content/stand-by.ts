import type { Ask } from "../platform/ask";

/** The background sleeps after 30 s without a question; a shorter while after the last one it is awake. */
const AWAKE_MS = 20_000;

/**
 * Has the background get ready, where it may sleep, for what it will be asked in a moment: it wakes in the meantime.
 * `isNeeded` is asked only then. To be made when the background has just been asked for something.
 */
export function createStandBy(ask: Ask): (isNeeded?: () => unknown) => void {
  let askedAt = performance.now();
  return (isNeeded = () => true) => {
    if (performance.now() - askedAt < AWAKE_MS || !isNeeded()) return;
    askedAt = performance.now();
    void ask("stand-by", {});
  };
}
