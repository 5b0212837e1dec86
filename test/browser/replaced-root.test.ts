import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { whenRootIsReplaced } from "../../src/content/replaced-root";

const OWN_ROOT = document.documentElement;
let lifetime: AbortController;
let replaced: ReturnType<typeof vi.fn<() => void>>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  lifetime = new AbortController();
  replaced = vi.fn();
  whenRootIsReplaced(replaced, lifetime.signal);
});

afterEach(async () => {
  lifetime.abort();
  vi.useRealTimers();
});

/** Replaces the root element for as long as observers need to hear of it. */
async function replaceRoot(): Promise<void> {
  const root = document.createElement("html");
  document.replaceChild(root, OWN_ROOT);
  await Promise.resolve();
  document.replaceChild(OWN_ROOT, root);
}

it("a page that replaces its root element early is left alone for two seconds, then told of once", async () => {
  vi.advanceTimersByTime(1_000);
  await replaceRoot();
  await replaceRoot();
  vi.advanceTimersByTime(999);
  expect(replaced).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(replaced).toHaveBeenCalledOnce();
});

it("a root that is replaced later is told of a moment after that", async () => {
  vi.advanceTimersByTime(60_000);
  await replaceRoot();
  vi.advanceTimersByTime(149);
  expect(replaced).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(replaced).toHaveBeenCalledOnce();
});

it("nothing is told of the same root, nor after the end", async () => {
  vi.advanceTimersByTime(60_000);
  document.insertBefore(document.createComment(""), OWN_ROOT).remove();
  await Promise.resolve();
  vi.advanceTimersByTime(10_000);
  await replaceRoot();
  lifetime.abort();
  vi.advanceTimersByTime(10_000);
  expect(replaced).not.toHaveBeenCalled();
});
