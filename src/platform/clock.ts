/** Set by demo and end-to-end builds only; the shipped build has `null`. Epoch milliseconds. */
declare const __FIXED_NOW__: number | null;

/** The time, epoch milliseconds: the only place where the extension reads the clock for market rules. */
export function now(): number {
  return __FIXED_NOW__ ?? Date.now();
}

/** Resolves after so many milliseconds. */
export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
