import { expect, it } from "vitest";
import { fail, ok } from "../../../src/domain/failure";
import type { KeyTest } from "../../../src/domain/key-test";
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";
import { useKey } from "../../../src/options/use-key";
import type { Ask } from "../../../src/platform/ask";
import { runHook } from "../../fakes/hook-host";

const WORKS: KeyTest = { failure: null, status: 200, said: "" };

/** A key's field whose tests are answered when `answer` is called. */
function keyField() {
  const waiting: ((test: KeyTest) => void)[] = [];
  const tested = () => new Promise<KeyTest>((resolve) => waiting.push(resolve));
  const ask = (async (request: string) => ok(request === "test-key" ? await tested() : null)) as Ask;
  const keys = { get: async () => null, set: async () => undefined };
  const host = runHook(() => useKey({ ask, keys }, "tiingo"));
  return { ...host, answer: (test: KeyTest) => waiting.shift()?.(test) };
}

it("shows what the test of a key has shown", async () => {
  const { current, settle, answer } = keyField();
  void current().run();
  await settle();
  expect(current().test).toBe("running");
  answer(WORKS);
  await settle();
  expect(current().test).toEqual(WORKS);
});

it("says nothing of a key that was changed while it was tested", async () => {
  const { current, settle, answer } = keyField();
  void current().run();
  await settle();
  void current().keep("another");
  await settle();
  answer(WORKS);
  await settle();
  expect(current()).toMatchObject({ key: "another", test: null });
});

it("shows what the later of two tests has shown", async () => {
  const { current, settle, answer } = keyField();
  void current().run();
  void current().run();
  await settle();
  answer({ ...WORKS, status: 503 });
  await settle();
  expect(current().test).toBe("running");
  answer(WORKS);
  await settle();
  expect(current().test).toEqual(WORKS);
});

it("keeps what was typed before the stored key was read", async () => {
  const reads: ((key: string) => void)[] = [];
  const keys = { get: () => new Promise<string>((resolve) => reads.push(resolve)), set: async () => undefined };
  const { current, settle } = runHook(() => useKey({ ask: async () => ok(null) as never, keys }, "tiingo"));
  await expect.poll(() => reads.length).toBe(1);
  void current().keep("typed");
  reads[0]?.("stored");
  await settle();
  expect(current().key).toBe("typed");
});

it("says that a key was not stored", async () => {
  const keys = { get: async () => null, set: () => Promise.reject(new Error("the database does not answer")) };
  const { current, settle } = runHook(() => useKey({ ask: async () => ok(null) as never, keys }, "tiingo"));
  await current().keep("secret");
  await settle();
  expect(current().test).toBe("not-saved");
});

it("does not say of a key that the one typed before it was not stored", async () => {
  const failures: ((error: Error) => void)[] = [];
  const set = (_: string, key: string) =>
    key === "late" ? new Promise<void>((_, reject) => failures.push(reject)) : Promise.resolve();
  const keys = { get: async () => "later", set };
  const { current, settle } = runHook(() => useKey({ ask: async () => ok(null) as never, keys }, "tiingo"));
  const first = current().keep("late");
  await current().keep("later");
  failures[0]?.(new Error("the database does not answer"));
  await first;
  await settle();
  expect(current()).toMatchObject({ key: "later", test: null });
});

it("stores a key without the spaces around it, and tells the background once it is stored", async () => {
  const log: string[] = [];
  const keys = { get: async () => null, set: async (_: string, key: string) => void log.push(`stored ${key}`) };
  const ask = (async (request: string) => ok(void log.push(request))) as unknown as Ask;
  const { current } = runHook(() => useKey({ ask, keys }, "tiingo"));
  await current().keep(" secret\n");
  expect(log).toEqual(["stored secret", "key-changed"]);
});

it("shows why a key was not tested", async () => {
  const keys = { get: async () => null, set: async () => undefined };
  const ask = (async () => fail({ kind: "no-answer" })) as unknown as Ask;
  const { current, settle } = runHook(() => useKey({ ask, keys }, "tiingo"));
  await current().run();
  await settle();
  expect(current().test).toEqual({ failure: { kind: "no-answer" }, status: 0, said: "" });
});

it("shows the key that an import has brought", async () => {
  let kept = "first";
  const keys = { get: async () => kept, set: async () => undefined };
  let state = { settings: DEFAULT_SETTINGS, agreedAt: null, putAside: null, synced: true };
  const { current } = runHook(() => useKey({ ask: async () => ok(null) as never, keys }, "tiingo", state));
  await expect.poll(() => current().key).toBe("first");
  kept = "imported";
  state = { ...state };
  await current().run();
  await expect.poll(() => current().key).toBe("imported");
});
