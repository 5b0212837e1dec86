import { expect, it } from "vitest";
import { ok } from "../../../src/domain/failure";
import type { Ask } from "../../../src/platform/ask";
import { useSearch } from "../../../src/popup/use-search";
import { runHook } from "../../fakes/hook-host";

/** A search for "zeb" whose answers are given by their queries; each finds a company of that name. */
async function searchForZeb() {
  const answers = new Map<string, () => void>();
  const ask = (async (_: string, { query }: { query: string }) => {
    await new Promise<void>((resolve) => answers.set(query, resolve));
    return ok({ listings: [{ ticker: "ZBRA", name: query, exchange: "" }], failure: null });
  }) as Ask;
  let query = "zeb";
  const { current, rerun, settle } = runHook(() => useSearch(ask, query, false));
  await expect.poll(() => answers.has("zeb")).toBe(true);
  const type = (typed: string) => {
    query = typed;
    rerun();
  };
  return { answers, current, settle, type };
}

it("what was found for an earlier query is not shown as found for the present one", async () => {
  const { answers, current, type } = await searchForZeb();
  answers.get("zeb")?.();
  await expect.poll(() => current()?.listings[0]?.name).toBe("zeb");
  type("zebra");
  expect(current()).toBeNull();
  await expect.poll(() => answers.has("zebra")).toBe(true);
  type("");
  expect(current()).toBeNull();
});

it("an answer that comes after a later one does not take its place", async () => {
  const { answers, current, settle, type } = await searchForZeb();
  type("zebra");
  await expect.poll(() => answers.has("zebra")).toBe(true);
  answers.get("zebra")?.();
  await expect.poll(() => current()?.listings[0]?.name).toBe("zebra");
  answers.get("zeb")?.();
  await settle();
  await settle();
  expect(current()?.listings[0]?.name).toBe("zebra");
});
