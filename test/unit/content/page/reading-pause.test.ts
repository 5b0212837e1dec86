import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createReadingPause } from "../../../../src/content/page/reading-pause";
import { createSlices } from "../../../../src/content/page/slices";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

/** The pause after a reading of so many milliseconds. */
function pauseAfter(workMs: number, { hadTooMany = false } = {}) {
  const pause = createReadingPause(createSlices());
  pause.beginReading();
  vi.advanceTimersByTime(workMs);
  pause.endReading(hadTooMany);
  return pause;
}

test("the pause grows with the time that the reading took, and more so where the whole page was read", () => {
  expect(pauseAfter(20).ms()).toBe(600);
  expect(pauseAfter(20, { hadTooMany: true }).ms()).toBe(1_000);
});

test("what was observed in between counts as work", () => {
  const pause = pauseAfter(0);
  pause.countAsWork(() => vi.advanceTimersByTime(10));
  pause.beginReading();
  pause.endReading(false);
  expect(pause.ms()).toBe(300);
});

test("changes are collected for a moment, however short the reading was", () => {
  expect(pauseAfter(0).ms()).toBe(150);
});
