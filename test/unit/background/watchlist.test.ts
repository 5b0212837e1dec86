import { describe, expect, it } from "vitest";
import { createWatchlistStore } from "../../../src/background/watchlist";
import { createMemoryStore, createUnreadableStore } from "../../fakes/memory-store";

function computer(sync = createMemoryStore(), stored: Record<string, unknown> = {}, startAt = 0) {
  const local = createMemoryStore(stored);
  let clock = startAt;
  const now = () => ++clock;
  return { local, sync, watchlist: createWatchlistStore({ local, sync, now, changed: () => undefined }) };
}

const add = (ticker: string) => ({ change: "add", listing: { ticker, name: "" } }) as const;
const tickers = (list: readonly { ticker: string }[]) => list.map(({ ticker }) => ticker);

describe("the watchlist", () => {
  it("keeps all of 100 parallel additions", async () => {
    const { watchlist } = computer();
    const wanted = Array.from({ length: 100 }, (_, index) => `T${index}`);
    await Promise.all(wanted.map((ticker) => watchlist.change([add(ticker)])));
    expect(tickers(await watchlist.read())).toEqual(wanted);
  });

  it("can be read where the storage is too full to put aside what is not readable in it", async () => {
    const good = { name: "", place: 1, changedAt: 1 };
    const local = createMemoryStore({ watchlist: { A: good, B: "gone" } }, { quotaBytes: 10 });
    const watchlist = createWatchlistStore({
      local,
      sync: createMemoryStore(),
      now: () => 2,
      changed: () => undefined,
    });
    expect(tickers(await watchlist.read())).toEqual(["A"]);
  });

  it("is merged between two computers, removals included", async () => {
    const sync = createMemoryStore();
    const desk = computer(sync, {}, 0);
    const laptop = computer(sync, {}, 100);
    await desk.watchlist.change([add("A"), add("B")]);
    await laptop.watchlist.merge();
    await laptop.watchlist.change([{ change: "remove", ticker: "A" }, add("C")]);
    await desk.watchlist.change([add("D")]);
    await desk.watchlist.merge();
    await laptop.watchlist.merge();
    expect(tickers(await desk.watchlist.read()).sort()).toEqual(["B", "C", "D"]);
    expect(await laptop.watchlist.read()).toEqual(await desk.watchlist.read());
  });

  it("does not answer its own echo", async () => {
    const sync = createMemoryStore();
    let writes = 0;
    const counting = {
      ...sync,
      set: async (key: string, value: unknown) => {
        writes += 1;
        await sync.set(key, value);
      },
    };
    const one = computer({ ...counting, values: sync.values });
    await one.watchlist.change([add("B"), add("A")]);
    const written = writes;
    await one.watchlist.merge();
    await one.watchlist.merge();
    expect(writes).toBe(written);
  });

  it("holds here when the browser's sync has no room, and uploads once there is", async () => {
    const full = computer(createMemoryStore({}, { quotaBytes: 10 }));
    await full.watchlist.change([add("A")]);
    expect(await full.watchlist.has("A")).toBe(true);
    expect(full.sync.values.size).toBe(0);
    const roomy = createMemoryStore();
    const later = computer(roomy, Object.fromEntries(full.local.values));
    await later.watchlist.merge();
    expect(JSON.stringify([...roomy.values])).toContain('"A"');
  });

  it("is whole however the browser orders what it stored", async () => {
    const stored = { MSFT: { changedAt: 1, name: "", place: 2 }, BABA: { changedAt: 1, name: "", place: 1 } };
    const { watchlist } = computer(createMemoryStore(), { watchlist: stored });
    expect(tickers(await watchlist.change([add("A")]))).toEqual(["BABA", "MSFT", "A"]);
    expect(await watchlist.putAsideAt()).toBeNull();
  });

  it("keeps a list that cannot be read aside before it writes", async () => {
    const { watchlist, local } = computer(createMemoryStore(), { watchlist: ["BABA"] });
    expect(await watchlist.read()).toEqual([]);
    await watchlist.change([add("A")]);
    expect(local.values.get("watchlist-aside")).toMatchObject({ value: ["BABA"] });
    expect(await watchlist.putAsideAt()).not.toBeNull();
    await watchlist.forgetAside();
    expect(await watchlist.putAsideAt()).toBeNull();
  });
});

describe("a watchlist and a clock that was ahead by a year", () => {
  const YEAR = 365 * 86_400_000;

  it("keeps the removal of what was added then, against what sync still has", async () => {
    const sync = createMemoryStore();
    const clock = { now: YEAR };
    const local = createMemoryStore();
    const list = createWatchlistStore({ local, sync, now: () => clock.now++, changed: () => undefined });
    await list.change([add("A"), add("B")]);
    const synced = [...sync.values];
    clock.now = 1_000;
    await list.change([{ change: "remove", ticker: "A" }]);
    for (const [key, value] of synced) sync.values.set(key, value);
    await list.merge();
    expect(tickers(await list.read())).toEqual(["B"]);
  });

  it("adopts nothing of the future, and comes to an end", async () => {
    let writes = 0;
    const values = createMemoryStore();
    const sync = { ...values, set: (key: string, value: unknown) => values.set(key, value).finally(() => ++writes) };
    const desk = computer(sync, {}, 0);
    const ahead = computer(sync, {}, YEAR);
    await desk.watchlist.change([add("A")]);
    await ahead.watchlist.change([add("B")]);
    for (let round = 0; round < 5; round += 1) {
      await desk.watchlist.merge();
      await ahead.watchlist.merge();
    }
    expect(tickers(await desk.watchlist.read())).toEqual(["A"]);
    const settled = writes;
    await desk.watchlist.merge();
    await ahead.watchlist.merge();
    expect(writes).toBe(settled);
  });
});

describe("a watchlist that the browser cannot read", () => {
  const item = { name: "Alibaba", place: 1, changedAt: 5 };

  it.each(["watchlist", "watchlist-3"])(
    "refuses changes and merges when %s fails, and loses nothing",
    async (failing) => {
      const isBroken = (key: string) => key === failing;
      const local = createUnreadableStore(isBroken, { watchlist: { BABA: item } });
      const sync = createUnreadableStore(isBroken, { "watchlist-3": { JD: item } });
      const list = createWatchlistStore({ local, sync, now: () => 10, changed: () => undefined });
      if (failing === "watchlist") await expect(list.change([add("A")])).rejects.toThrow("unable to read");
      await expect(list.merge()).rejects.toThrow("unable to read");
      expect(local.values.get("watchlist")).toEqual({ BABA: item });
      expect(sync.values.get("watchlist-3")).toEqual({ JD: item });
    },
  );
});
