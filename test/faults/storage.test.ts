import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSettingsStore } from "../../src/background/settings";
import { createWatchlistStore } from "../../src/background/watchlist";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import type { Store } from "../../src/platform/storage";
import { createWorld, OWN_PAGE } from "../fakes/comparisons";
import { createMemoryStore } from "../fakes/memory-store";
import { reply } from "../fakes/network";
import { chartBody } from "../fakes/yahoo-wire";

const CLOSES = {
  BABA: [
    ["2025-11-10", 165.89],
    ["2025-11-11", 160.8],
  ],
  "^GSPC": [
    ["2025-11-10", 6832.43],
    ["2025-11-11", 6846.61],
  ],
} as const;

const market = (url: URL) => {
  const ticker = decodeURIComponent(url.pathname.split("/").at(-1) ?? "");
  const closes = ticker === "BABA" || ticker === "^GSPC" ? CLOSES[ticker] : null;
  return closes ? reply(chartBody({ symbol: ticker, closes })) : reply("", 503);
};

/** A store that fails after so many more writes, as a full disk or a killed background does. */
function failingAfter(store: Store, writes: number): Store {
  let left = writes;
  return {
    ...store,
    set: async (key, value) => {
      left -= 1;
      if (left < 0) throw new Error("QUOTA_BYTES quota exceeded");
      await store.set(key, value);
    },
  };
}

describe("a comparison", () => {
  it("has the right figures whatever part of the storage fails, and whenever", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(8), fc.nat(8), async (localWrites, sessionWrites) => {
        const world = createWorld(market, {
          localStore: failingAfter(createMemoryStore(), localWrites),
          sessionStore: failingAfter(createMemoryStore(), sessionWrites),
        });
        for (const asker of [OWN_PAGE, { isPrivate: true }]) {
          const answer = await world.comparisons.compare("BABA", undefined, asker);
          expect(answer).toMatchObject({ ok: true, value: { close: 160.8 } });
        }
      }),
      { numRuns: 100 },
    );
  });

  it("has the right figures after anything was put in place of what was stored", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.anything({ withNullPrototype: false }), { minLength: 1 }), async (junk) => {
        const world = createWorld(market);
        await world.comparisons.compare("BABA", undefined, OWN_PAGE);
        [...world.localStore.values.keys()].forEach((key, index) => {
          world.localStore.values.set(key, JSON.parse(JSON.stringify(junk[index % junk.length] ?? null)));
        });
        world.restart();
        const answer = await world.comparisons.compare("BABA", undefined, OWN_PAGE);
        expect(answer).toMatchObject({ ok: true, value: { close: 160.8 } });
      }),
      { numRuns: 200 },
    );
  });

  it("has the right figures when the background starts anew at any of its writes", async () => {
    for (let writes = 0; writes < 12; writes += 1) {
      const local = createMemoryStore();
      const dying = createWorld(market, { localStore: failingAfter(local, writes) });
      await dying.comparisons.compare("BABA", undefined, OWN_PAGE);
      const born = createWorld(market, { localStore: local });
      const answer = await born.comparisons.compare("BABA", undefined, OWN_PAGE);
      expect(answer).toMatchObject({ ok: true, value: { close: 160.8, benchmark: { ok: true } } });
    }
  });

  it.each([
    ["back by a year", -365 * 86_400_000],
    ["forward by a minute", 60_000],
  ])("has figures of the day that its clock says, after the clock jumped %s", async (_, jumpMs) => {
    const world = createWorld(market);
    await world.comparisons.compare("BABA", undefined, OWN_PAGE);
    world.clock.now += jumpMs;
    const answer = await world.comparisons.compare("BABA", undefined, OWN_PAGE);
    if (answer.ok) expect([160.8, 165.89]).toContain(answer.value.close);
    else expect(answer.failure.kind).toMatch(/not-found|source-broken|rate-limited/);
  });
});

describe("settings and watchlist", () => {
  const shared = { now: () => 1_763_000_000_000, changed: () => undefined };

  it("are whole after a write that found no room", async () => {
    const local = createMemoryStore();
    const sync = createMemoryStore();
    const whole = createSettingsStore({ ...shared, local, sync });
    await whole.change({ badge: false });
    const full = createSettingsStore({ ...shared, local: failingAfter(local, 0), sync });
    await expect(full.change({ look: { theme: "dark" } })).rejects.toThrow("quota");
    expect(await whole.read()).toEqual({ ...DEFAULT_SETTINGS, badge: false });

    const list = createWatchlistStore({ ...shared, local, sync });
    await list.change([{ change: "add", listing: { ticker: "BABA", name: "Alibaba" } }]);
    const fullList = createWatchlistStore({ ...shared, local: failingAfter(local, 0), sync });
    await expect(fullList.change([{ change: "remove", ticker: "BABA" }])).rejects.toThrow("quota");
    expect(await list.read()).toEqual([{ ticker: "BABA", name: "Alibaba" }]);
  });

  it("read as something usable after anything was put in their place", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (settings, watchlist) => {
        const local = createMemoryStore({ settings, watchlist });
        const sync = createMemoryStore();
        const read = await createSettingsStore({ ...shared, local, sync }).read();
        expect(Object.keys(read).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
        const list = createWatchlistStore({ ...shared, local, sync });
        const after = await list.change([{ change: "add", listing: { ticker: "BABA", name: "Alibaba" } }]);
        expect(after.map(({ ticker }) => ticker)).toContain("BABA");
      }),
      { numRuns: 300 },
    );
  });

  it("hold a hundred additions made at once from two windows", async () => {
    const local = createMemoryStore();
    const list = createWatchlistStore({ ...shared, local, sync: createMemoryStore() });
    const add = (index: number) =>
      list.change([{ change: "add", listing: { ticker: `T${index}`, name: `Company ${index}` } }]);
    await Promise.all(Array.from({ length: 100 }, (_, index) => add(index)));
    expect(await list.read()).toHaveLength(100);
  });
});
