import { describe, expect, it } from "vitest";
import type { WatchlistChange } from "../../../src/domain/watchlist";
import { useStars } from "../../../src/popup/use-stars";
import { runHook } from "../../fakes/hook-host";

const ALIBABA = { ticker: "BABA", name: "Alibaba" };

function starsOver({ isPrivate }: { readonly isPrivate: boolean }) {
  const changes: WatchlistChange[] = [];
  const host = runHook(() => useStars([ALIBABA], isPrivate, (change) => changes.push(change)));
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
    expect(current()).toMatchObject({ refused: true, removed: null });
  });
});
