import { expect, it } from "vitest";
import { ok } from "../../../src/domain/failure";
import type { KeyTest } from "../../../src/domain/key-test";
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
