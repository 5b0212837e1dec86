import { expect, it } from "vitest";
import { fail, ok } from "../../../src/domain/failure";
import type { Ask } from "../../../src/platform/ask";
import { sharedFailure, useRows } from "../../../src/popup/use-rows";
import { runHook } from "../../fakes/hook-host";
import { rowOf } from "../../fakes/popup-deps";

/** The rows of a list; the background compares with `chosen`, and answers when `answer` is called. */
function listed() {
  const world = { chosen: "^GSPC", benchmark: "^GSPC" };
  const waiting: (() => void)[] = [];
  const ask = (async (_: string, { tickers }: { tickers: string[] }) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    const rows = tickers.map((ticker) => [ticker, ok(rowOf(ticker, 100, 0.01, { against: world.chosen }))]);
    return ok({ ...Object.fromEntries(rows), GONE: fail({ kind: "delisted", ticker: "GONE" }) });
  }) as Ask;
  const tickers = ["BABA", "GONE"];
  const host = runHook(() =>
    useRows(ask, tickers, { benchmark: world.benchmark, allowed: true, isPrivate: false, attempt: "" }),
  );
  const answer = async () => {
    await expect.poll(() => waiting.length).toBe(1);
    waiting.shift()?.();
    await host.settle();
  };
  return { ...host, world, answer, shown: () => Object.keys(host.current()).sort() };
}

it("differences from the benchmark before are not shown under the name of the present one", async () => {
  const { world, rerun, answer, shown } = listed();
  await answer();
  expect(shown()).toEqual(["BABA", "GONE", "^GSPC"]);
  await answer();
  Object.assign(world, { chosen: "^GDAXI", benchmark: "^GDAXI" });
  rerun();
  expect(shown()).toEqual(["GONE"]);
  await answer();
  expect(shown()).toEqual(["BABA", "GONE", "^GDAXI"]);
});

it("nor those from a benchmark that the popup has not heard of yet", async () => {
  const { world, answer, shown } = listed();
  world.chosen = "^GDAXI";
  await answer();
  expect(shown()).toEqual(["GONE"]);
});

it("a failure of all rows is told once, but not one that is about a ticker", () => {
  const offline = fail({ kind: "offline" });
  expect(sharedFailure(["^GDAXI", "SAP.DE"], { "^GDAXI": offline, "SAP.DE": offline })).toEqual({ kind: "offline" });
  const notFound = (ticker: string) => [ticker, fail({ kind: "not-found", ticker })] as const;
  const rows = Object.fromEntries([notFound("^GDAXI"), notFound("SAP.DE")]);
  expect(sharedFailure(["^GDAXI", "SAP.DE"], rows)).toBeNull();
});
