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

/** A field whose key an import can replace. With `reload` it is read again, as after any change of the settings. */
async function importedKey() {
  let kept = "first";
  let reads = 0;
  const get = async () => {
    reads += 1;
    return kept;
  };
  const set = async (_: string, key: string) => {
    if (key === "unsaved") throw new Error("the database does not answer");
    kept = key;
  };
  const tests: ((test: KeyTest) => void)[] = [];
  const tested = () => new Promise<KeyTest>((resolve) => tests.push(resolve));
  const ask = (async (request: string) => ok(request === "test-key" ? await tested() : null)) as Ask;
  let state = { settings: DEFAULT_SETTINGS, agreedAt: null, putAside: null, synced: true };
  const keys = { get, set };
  const host = runHook(() => useKey({ ask, keys }, "tiingo", state));
  const reload = async () => {
    const before = reads;
    state = { ...state };
    host.rerun();
    await expect.poll(() => reads).toBe(before + 1);
    await host.settle();
  };
  await expect.poll(() => host.current().key).toBe("first");
  return {
    ...host,
    reload,
    answer: () => tests.shift()?.(WORKS),
    importKey: (key: string) => {
      kept = key;
      return reload();
    },
  };
}

it("shows the key that an import has brought, and nothing of the test of the one before", async () => {
  const { current, reload, importKey, answer } = await importedKey();
  const first = current().run();
  answer();
  await first;
  await reload();
  expect(current()).toMatchObject({ key: "first", test: WORKS });
  await importKey("imported");
  expect(current()).toMatchObject({ key: "imported", test: null });
  const second = current().run();
  await importKey("another");
  answer();
  await second;
  await reload();
  expect(current()).toMatchObject({ key: "another", test: null });
});

it("goes on saying that a key was not stored when the field shows the stored one again", async () => {
  const { current, reload } = await importedKey();
  await current().keep("unsaved");
  await reload();
  expect(current()).toMatchObject({ key: "first", test: "not-saved" });
});

it("leaves a space that is being typed", async () => {
  const { current, reload } = await importedKey();
  await current().keep("typed ");
  await reload();
  expect(current().key).toBe("typed ");
});
