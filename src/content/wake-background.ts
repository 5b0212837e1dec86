import type { Ask } from "../platform/ask";

/**
 * The browser stops the background after 30 s without a request; for this long after the last one it is surely awake.
 */
const AWAKE_MS = 20_000;

/**
 * Makes a function that wakes the background if it may be asleep, because a question will follow in a moment.
 * `isNeeded` is only called in that case. The background must have been asked something just before this is created.
 */
export function createWakeBackground(ask: Ask): (isNeeded?: () => boolean) => void {
  let lastAskedAt = performance.now();
  return (isNeeded = () => true) => {
    if (performance.now() - lastAskedAt < AWAKE_MS || !isNeeded()) return;
    lastAskedAt = performance.now();
    void ask("wake", {});
  };
}
