import { afterEach, expect, it, vi } from "vitest";
import { DATABASE_LIMIT_MS } from "../../../src/domain/time-limits";
import { standInForBrowser } from "../../fakes/browser-api";
import { createUnreadableStore } from "../../fakes/memory-store";

standInForBrowser({ runtime: { id: "sidequote" } });
Object.assign(globalThis, { __TARGET__: "chromium" });
const { keysInDatabase, keysInStore } = await import("../../../src/platform/keys");

afterEach(() => void vi.useRealTimers());

it("a key that the browser cannot read is not taken for a key that is not there", async () => {
  const keys = keysInStore(createUnreadableStore(() => true, { "key-tiingo": "secret" }));
  await expect(keys.get("tiingo")).rejects.toThrow("unable to read");
});

it("a database that never answers is given up, for reading and for storing", async () => {
  vi.useFakeTimers();
  const keys = keysInDatabase(() => new Promise(() => undefined));
  const outcomes = Promise.allSettled([keys.get("tiingo"), keys.set("tiingo", "secret"), keys.set("tiingo", "")]);
  const ended = vi.fn();
  void outcomes.then(ended);
  await vi.advanceTimersByTimeAsync(DATABASE_LIMIT_MS - 1);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
});
