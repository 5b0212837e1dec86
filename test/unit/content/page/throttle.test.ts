import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createThrottle } from "../../../../src/content/page/throttle";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] });
  // Outside a browser there are no frames; each comes 16 ms after it was asked for.
  vi.stubGlobal("requestAnimationFrame", (callback: () => void) => setTimeout(callback, 16));
  vi.stubGlobal("cancelAnimationFrame", clearTimeout);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Work of so many milliseconds, asked for every 20 ms during a minute; resolves with how often it was done. */
function timesInAMinute(workMs: number): number {
  let times = 0;
  const ask = createThrottle(() => {
    times += 1;
    vi.advanceTimersByTime(workMs);
  }, new AbortController().signal);
  const end = performance.now() + 60_000;
  while (performance.now() < end) {
    ask();
    vi.advanceTimersByTime(20);
  }
  return times;
}

test("the first work is done at once, and what is asked for in the same frame is done in the next, once", () => {
  const work = vi.fn();
  const ask = createThrottle(work, new AbortController().signal);
  ask();
  expect(work).toHaveBeenCalledTimes(1);
  ask();
  ask();
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(32);
  expect(work).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1_000);
  expect(work).toHaveBeenCalledTimes(2);
});

test("long work is done seldom: a twentieth of the time in the long run", () => {
  const share = (timesInAMinute(10) * 10) / 60_000;
  expect(share).toBeGreaterThan(0.03);
  expect(share).toBeLessThan(0.06);
});

test("work that was interrupted for long is done again within a third of a second", () => {
  let times = 0;
  const ask = createThrottle(() => {
    times += 1;
    vi.advanceTimersByTime(500);
  }, new AbortController().signal);
  ask();
  const endedAt = performance.now();
  ask();
  while (times < 2) vi.advanceTimersByTime(16);
  expect(performance.now() - 500 - endedAt).toBeLessThan(333);
});

test("nothing is done after the end", () => {
  const work = vi.fn();
  const lifetime = new AbortController();
  const ask = createThrottle(work, lifetime.signal);
  ask();
  ask();
  lifetime.abort();
  vi.advanceTimersByTime(1_000);
  ask();
  expect(work).toHaveBeenCalledTimes(1);
});
