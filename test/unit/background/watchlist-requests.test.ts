import { describe, expect, it } from "vitest";
import { createWatchlistStore } from "../../../src/background/watchlist";
import { createWatchlistRequests } from "../../../src/background/watchlist-requests";
import { WATCHLIST_LIMIT } from "../../../src/domain/watchlist";
import { createMemoryStore } from "../../fakes/memory-store";

function setUp() {
  const store = createWatchlistStore({
    local: createMemoryStore(),
    sync: createMemoryStore(),
    now: () => 1,
    changed: () => undefined,
  });
  return { store, requests: createWatchlistRequests(store, async (ticker) => `${ticker} Inc.`) };
}

describe("a star set in a page", () => {
  it("adds the listing with the directory's name, not the page's", async () => {
    const { store, requests } = setUp();
    await requests.star({ ticker: "BABA", starred: true }, { role: "content", tabId: 1, incognito: false });
    expect(await store.read()).toEqual([{ ticker: "BABA", name: "BABA Inc." }]);
  });

  it("is refused where the list has no room, and one that is there already is not", async () => {
    const { store, requests } = setUp();
    const full = Array.from({ length: WATCHLIST_LIMIT }, (_, index) => ({ ticker: `T${index}`, name: "" }));
    await store.change(full.map((listing) => ({ change: "add", listing })));
    const star = (ticker: string, starred: boolean) =>
      requests.star({ ticker, starred }, { role: "content", tabId: 1, incognito: false });
    expect(await star("BABA", true)).toEqual({ ok: false, failure: { kind: "list-full" } });
    expect(await star("T7", true)).toMatchObject({ ok: true });
    expect(await star("T7", false)).toMatchObject({ ok: true });
    expect(await star("BABA", true)).toMatchObject({ ok: true });
  });

  it("changes nothing from a private window, and says so", async () => {
    const { store, requests } = setUp();
    const reply = await requests.star(
      { ticker: "BABA", starred: true },
      { role: "content", tabId: 1, incognito: true },
    );
    expect(reply).toEqual({ ok: false, failure: { kind: "private-window" } });
    expect(await store.read()).toEqual([]);
  });
});
