import { describe, expect, it } from "vitest";
import { createWatchlistStore } from "../../../src/background/watchlist";
import { createWatchlistRequests } from "../../../src/background/watchlist-requests";
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
