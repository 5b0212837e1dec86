import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createWakeBackground } from "../../../src/content/wake-background";
import type { Ask } from "../../../src/platform/ask";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("wakes the background before it is needed where it may sleep, and not while it is awake", () => {
  const asked: [at: number, request: string][] = [];
  const began = performance.now();
  const wakeBackground = createWakeBackground((async (request: string) => {
    asked.push([performance.now() - began, request]);
    return { ok: true, value: null };
  }) as Ask);
  for (let second = 0; second <= 50; second += 1) {
    wakeBackground(() => second !== 20 && second !== 21);
    if (second === 45) wakeBackground();
    vi.advanceTimersByTime(1_000);
  }
  expect(asked).toEqual([
    [22_000, "wake"],
    [42_000, "wake"],
  ]);
});
