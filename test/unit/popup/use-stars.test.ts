import { describe, expect, it } from "vitest";
import type { WatchlistChange } from "../../../src/domain/watchlist";
import { useStars } from "../../../src/popup/use-stars";
import { runHook } from "../../fakes/hook-host";

const ALIBABA = { ticker: "BABA", name: "Alibaba" };

interface Given {
  readonly isPrivate: boolean;
  readonly isFull?: boolean;
  /** Changes that the background does not make. */
  readonly fails?: readonly WatchlistChange["change"][];
}

function starsOver({ isPrivate, isFull = false, fails = [] }: Given) {
  const changes: WatchlistChange[] = [];
  const change = async (next: WatchlistChange) => {
    changes.push(next);
    if (fails.includes(next.change)) return { kind: "no-answer" } as const;
    return isFull && next.change !== "remove" ? ({ kind: "list-full" } as const) : null;
  };
  const host = runHook(() => useStars([ALIBABA], isPrivate, change));
  return { ...host, changes };
}

describe("the stars and controls of the watchlist", () => {
  it("remove a listing, and undo the removal", async () => {
    const { current, settle, changes } = starsOver({ isPrivate: false });
    current().toggle(ALIBABA);
    await settle();
    expect(current().removed).toBe("BABA");
    current().undo();
    await settle();
    expect(changes.map(({ change }) => change)).toEqual(["remove", "restore"]);
    expect(current().removed).toBeNull();
  });

  it.each<[string, WatchlistChange]>([
    ["a removal", { change: "remove", ticker: "BABA" }],
    ["a move", { change: "move", ticker: "BABA", index: 0 }],
  ])("refuse %s over a private window", async (_, change) => {
    const { current, settle, changes } = starsOver({ isPrivate: true });
    current().change(change);
    await settle();
    expect(changes).toEqual([]);
    expect(current()).toMatchObject({ refusal: { kind: "private-window" }, removed: null });
  });

  it("say that a removal was not made, and offer no undo of it", async () => {
    const { current, settle } = starsOver({ isPrivate: false, fails: ["remove"] });
    current().toggle(ALIBABA);
    await settle();
    expect(current()).toMatchObject({ refusal: { kind: "no-answer" }, removed: null });
    current().undo();
    await settle();
    expect(current().refusal).toEqual({ kind: "no-answer" });
  });

  it("say that a removal was not taken back, and offer to try again", async () => {
    const { current, settle, changes } = starsOver({ isPrivate: false, fails: ["restore"] });
    current().toggle(ALIBABA);
    await settle();
    current().undo();
    await settle();
    expect(current()).toMatchObject({ refusal: { kind: "no-answer" }, removed: "BABA" });
    current().undo();
    await settle();
    expect(changes.map(({ change }) => change)).toEqual(["remove", "restore", "restore"]);
  });

  it("say that a full list was not changed, until a change is made", async () => {
    const { current, settle } = starsOver({ isPrivate: false, isFull: true });
    current().toggle({ ticker: "MSFT", name: "Microsoft" });
    await settle();
    expect(current().refusal).toEqual({ kind: "list-full" });
    current().toggle(ALIBABA);
    await settle();
    expect(current()).toMatchObject({ refusal: null, removed: "BABA" });
    current().undo();
    await settle();
    expect(current()).toMatchObject({ refusal: { kind: "list-full" }, removed: null });
  });
});
