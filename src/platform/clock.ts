/** Set by demo and end-to-end builds only; the shipped build has `null`. Epoch milliseconds. */
declare const __FIXED_NOW__: number | null;

/** The time, epoch milliseconds: the only place where the extension reads the clock for market rules. */
export function now(): number {
  return __FIXED_NOW__ ?? Date.now();
}
