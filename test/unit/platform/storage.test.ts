import { afterEach, expect, it, vi } from "vitest";
import { SYNC_LIMIT_MS } from "../../../src/domain/time-limits";
import { standInForBrowser } from "../../fakes/browser-api";

const never = () => new Promise(() => undefined);
standInForBrowser({
  runtime: { id: "sidequote" },
  storage: { sync: { get: never, set: never, remove: never }, local: {}, session: {} },
});
const { syncStore } = await import("../../../src/platform/storage");

afterEach(() => void vi.useRealTimers());

it("a sync that never answers is given up, so that settings and watchlist do not wait for it", async () => {
  vi.useFakeTimers();
  const answers = [syncStore.get("settings"), syncStore.getAll(), syncStore.set("settings", {}), syncStore.remove("a")];
  const outcomes = Promise.allSettled(answers);
  const ended = vi.fn();
  for (const answer of answers) answer.catch(ended);
  await vi.advanceTimersByTimeAsync(SYNC_LIMIT_MS - 1);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect((await outcomes).map(({ status }) => status)).toEqual(Array(4).fill("rejected"));
});
