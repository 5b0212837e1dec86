import type { Ask } from "../platform/ask";

/** The background sleeps after 30 s without a question; a shorter while after the last one it is awake. */
const AWAKE_MS = 20_000;

/**
 * Wakes the background, where it may sleep, for a question that will follow in a moment.
 * `isNeeded` is asked only then. To be made when the background has just been asked something.
 */
export function createWakeBackground(ask: Ask): (isNeeded?: () => boolean) => void {
  let askedAt = performance.now();
  return (isNeeded = () => true) => {
    if (performance.now() - askedAt < AWAKE_MS || !isNeeded()) return;
    askedAt = performance.now();
    void ask("wake", {});
  };
}
