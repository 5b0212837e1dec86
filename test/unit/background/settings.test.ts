import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { createSettingsStore } from "../../../src/background/settings";
import { migrateSettings } from "../../../src/background/settings-migrations";
import { applyPatch, DEFAULT_SETTINGS, LIST_LIMIT, type Settings } from "../../../src/domain/settings";
import { readPatch, repairSettings } from "../../../src/protocol/settings-schema";
import { createMemoryStore, createUnreadableStore } from "../../fakes/memory-store";

/** What version 0.1 wrote to storage, word for word; must stay readable for ever. */
const STORED_BY_0_1 = {
  version: 1,
  detection: { boldness: "bold", never: ["AI"], always: [{ surface: "Ali", ticker: "BABA" }] },
  trigger: { kind: "modifier", modifier: "ctrl", dwellMs: 350 },
  card: { form: "compact", rows: ["chart", "since-article"], horizon: "1Y", quotePage: "google" },
  look: { theme: "dark", palette: "red-up", numbers: "de-CH", marks: false },
  source: { order: ["tiingo", "yahoo"] },
  sites: { off: ["example.org"] },
  badge: false,
  changedAt: 1_763_000_000_000,
};

function setUp(stored: Record<string, unknown> = {}, syncQuota?: number) {
  const local = createMemoryStore(stored);
  const sync = createMemoryStore({}, syncQuota === undefined ? {} : { quotaBytes: syncQuota });
  const told: Settings[] = [];
  let clock = 1_000;
  const now = () => ++clock;
  const store = createSettingsStore({ local, sync, now, changed: (settings) => told.push(settings) });
  return { local, sync, told, store };
}

describe("reading stored settings", () => {
  it("gives the defaults when nothing is stored", async () => {
    expect(await setUp().store.read()).toEqual(DEFAULT_SETTINGS);
  });

  it("reads what 0.1 stored", async () => {
    const { changedAt: _, ...expected } = STORED_BY_0_1;
    const { store } = setUp({ settings: STORED_BY_0_1 });
    expect(await store.read()).toEqual({
      ...expected,
      // What came after it.
      card: { ...expected.card, more: false, benchmark: "^GSPC", homeIndex: true, reinvested: false },
      look: { ...expected.look, subunits: "quoted", repeats: "paragraph" },
      sites: { ...expected.sites, never: [] },
    });
    expect(await store.aside()).toBeNull();
  });

  it.each([
    ["a word", "settings"],
    ["a list", []],
    ["null", null],
  ])("falls back to the defaults from %s and keeps it aside", async (_, corrupt) => {
    const { store } = setUp({ settings: corrupt });
    expect(await store.read()).toEqual(DEFAULT_SETTINGS);
    expect(await store.aside()).toMatchObject({ fields: [], value: corrupt });
  });

  it.each<[string, object, string, object]>([
    ["an unknown choice", { look: { ...STORED_BY_0_1.look, theme: "neon" } }, "look.theme", { theme: "page" }],
    [
      "a number as text",
      { trigger: { ...STORED_BY_0_1.trigger, dwellMs: "200" } },
      "trigger.dwellMs",
      { dwellMs: 300 },
    ],
    ["a section that is a word", { card: "full" }, "card", { form: "full" }],
  ])("repairs %s alone", async (_, broken, field, repaired) => {
    const { store } = setUp({ settings: { ...STORED_BY_0_1, ...broken } });
    const settings = await store.read();
    const [section] = field.split(".") as [keyof Settings];
    expect(settings[section]).toMatchObject(repaired);
    expect(settings.sites.off).toEqual(["example.org"]);
    expect((await store.aside())?.fields).toEqual([field]);
  });

  it("keeps the good items of a list with a bad one", () => {
    const { settings, lost } = repairSettings({ detection: { never: ["AI", 7, "ON", ""] } });
    expect(settings.detection.never).toEqual(["AI", "ON"]);
    expect(lost).toEqual(["detection.never"]);
  });

  it("never throws and always yields settings that pass as a patch", () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const { version: _, ...settings } = repairSettings(migrateSettings(stored)).settings;
        expect(readPatch(settings)).toHaveProperty("patch");
      }),
      { numRuns: 1000 },
    );
  });
});

describe("reading several times at once", () => {
  it("asks the browser's storage once, and again for who comes later", async () => {
    const { local, store } = setUp({ settings: STORED_BY_0_1 });
    const get = vi.spyOn(local, "get");
    const read = await Promise.all([store.read(), store.read(), store.read()]);
    expect(read.map(({ badge }) => badge)).toEqual([false, false, false]);
    expect(get).toHaveBeenCalledTimes(1);
    await store.read();
    expect(get).toHaveBeenCalledTimes(2);
  });

  it("shows a change to who asks after it, however many reads are on their way", async () => {
    const { store } = setUp();
    const before = store.read();
    const change = store.change({ badge: false });
    const after = store.read();
    expect([(await before).badge, (await change).badge, (await after).badge]).toEqual([true, false, false]);
  });
});

describe("migrations", () => {
  it("walk from the stored version to today's, one step each", () => {
    const steps = {
      1: (stored: object) => ({ ...stored, first: true }),
      2: (stored: object) => ({ ...stored, second: "first" in stored }),
    };
    expect(migrateSettings({ version: 1 }, steps)).toEqual({ version: 3, first: true, second: true });
    expect(migrateSettings({ version: 3 }, steps)).toEqual({ version: 3 });
    expect(migrateSettings("garbage", steps)).toBe("garbage");
  });
});

describe("changing settings", () => {
  it("keeps every one of 100 parallel changes", async () => {
    const { store } = setUp();
    const sites = Array.from({ length: 100 }, (_, index) => `site-${index}.example`);
    await Promise.all(sites.map((site) => store.change(({ sites: { off } }) => ({ sites: { off: [...off, site] } }))));
    expect((await store.read()).sites.off).toEqual(sites);
  });

  it("tells who listens, with the settings that now hold", async () => {
    const { store, told } = setUp();
    await store.change({ badge: false });
    expect(told).toEqual([{ ...DEFAULT_SETTINGS, badge: false }]);
  });

  it("holds here when the browser's sync has no room, and says so", async () => {
    const { store, sync } = setUp({}, 100);
    await store.change({ badge: false });
    expect((await store.read()).badge).toBe(false);
    expect(await store.isSynced()).toBe(false);
    expect(sync.values.size).toBe(0);
  });

  it.each<[string, unknown, readonly string[]]>([
    ["an unknown field", { look: { colour: "red" } }, ["look"]],
    ["a value out of range", { trigger: { dwellMs: 5 } }, ["trigger.dwellMs"]],
    ["a list that is too long", { detection: { never: Array(LIST_LIMIT + 1).fill("AI") } }, ["detection.never"]],
    ["a site with a path", { sites: { off: ["example.org/a"] } }, ["sites.off.0"]],
    ["a locale nobody speaks", { look: { numbers: "-" } }, ["look.numbers"]],
    ["another version", { version: 2 }, [""]],
  ])("refuses %s", (_, patch, refused) => {
    expect(readPatch(patch)).toEqual({ refused });
  });

  it("leaves what a patch does not name", () => {
    expect(applyPatch(DEFAULT_SETTINGS, { look: { theme: "dark" } }).look).toEqual({
      ...DEFAULT_SETTINGS.look,
      theme: "dark",
    });
  });
});

describe("settings from another computer", () => {
  const remote = { ...STORED_BY_0_1, changedAt: 5_000 };

  it("are taken over when they are newer", async () => {
    const { store, told } = setUp({ settings: { ...DEFAULT_SETTINGS, changedAt: 4_000 } });
    await store.adopt(remote);
    expect((await store.read()).look.theme).toBe("dark");
    expect(told).toHaveLength(1);
  });

  it.each<[string, unknown]>([
    ["older", { ...remote, changedAt: 3_000 }],
    ["broken", "settings"],
    ["dated by a clock far ahead", { ...remote, changedAt: 9e15 }],
    ["dated by no clock at all", { ...remote, changedAt: Number.NaN }],
    ["of a version to come", { ...remote, version: 2 }],
    ["gone", undefined],
  ])("are passed over when they are %s", async (_, value) => {
    const { store, told } = setUp({ settings: { ...DEFAULT_SETTINGS, changedAt: 4_000 } });
    await store.adopt(value);
    expect(await store.read()).toEqual(DEFAULT_SETTINGS);
    expect(told).toEqual([]);
  });
});

describe("settings on two computers", () => {
  const HOUR = 3_600_000;
  /** Computers of one reader over one sync; what one writes there the others hear of, themselves included. */
  function computers<const N extends string>(starts: Readonly<Record<N, number>>) {
    const sync = createMemoryStore();
    const made = Object.entries<number>(starts).map(([name, at]) => {
      const local = createMemoryStore();
      const clock = { now: at };
      return [
        name,
        { local, clock, store: createSettingsStore({ local, sync, now: () => clock.now++, changed: () => undefined }) },
      ];
    });
    const all: Record<
      N,
      { local: typeof sync; clock: { now: number }; store: ReturnType<typeof createSettingsStore> }
    > = Object.fromEntries(made);
    const hear = async () => {
      for (let before = ""; before !== JSON.stringify([...sync.values]); ) {
        before = JSON.stringify([...sync.values]);
        for (const { store } of Object.values<(typeof all)[N]>(all)) await store.adopt(sync.values.get("settings"));
      }
    };
    return { ...all, sync, hear };
  }

  it("keep changes of different fields that they made without knowing of each other", async () => {
    const { desk, laptop, hear } = computers({ desk: HOUR, laptop: HOUR });
    await desk.store.change({ look: { theme: "dark" } });
    await laptop.store.change({ sites: { off: ["example.org"] } });
    await hear();
    for (const { store } of [desk, laptop]) {
      expect(await store.read()).toMatchObject({ look: { theme: "dark" }, sites: { off: ["example.org"] } });
    }
  });

  it("keep both where sync kept what one of them wrote", async () => {
    const { desk, laptop, sync, hear } = computers({ desk: HOUR, laptop: HOUR });
    await desk.store.change({ badge: false });
    sync.values.delete("settings");
    await laptop.store.change({ look: { palette: "mono" } });
    await hear();
    for (const { store } of [desk, laptop]) {
      expect(await store.read()).toMatchObject({ badge: false, look: { palette: "mono" } });
    }
  });

  it("let the later of two changes of one field stand", async () => {
    const { desk, laptop, hear } = computers({ desk: HOUR, laptop: 2 * HOUR });
    await laptop.store.change({ badge: false, look: { theme: "dark" } });
    await desk.store.change({ badge: true, look: { theme: "light" } });
    await hear();
    expect((await desk.store.read()).look.theme).toBe("dark");
    expect(await laptop.store.read()).toEqual(await desk.store.read());
  });

  it("come to an end with a clock that is years ahead, and take its changes once it is set right", async () => {
    const year = 365 * 24 * HOUR;
    const { desk, laptop, hear } = computers({ desk: HOUR, laptop: year });
    await laptop.store.change({ look: { theme: "dark" } });
    await desk.store.change({ look: { theme: "light" } });
    await hear();
    expect((await desk.store.read()).look.theme).toBe("light");
    laptop.clock.now = 2 * HOUR;
    await hear();
    await laptop.store.change({ look: { theme: "page" } });
    await hear();
    expect((await desk.store.read()).look.theme).toBe("page");
    desk.clock.now = 3 * HOUR;
    await desk.store.change({ look: { theme: "auto" } });
    await hear();
    expect((await laptop.store.read()).look.theme).toBe("auto");
  });

  it("keep what a later version wrote, here and in sync, when an older one saves", async () => {
    const later = {
      ...STORED_BY_0_1,
      version: 2,
      look: { ...STORED_BY_0_1.look, corners: "round" },
      news: { daily: true },
      quiet: [1, 2],
    };
    const { store, local, sync } = setUp({ settings: later });
    sync.values.set("settings", later);
    await store.change({ badge: true });
    for (const { values } of [local, sync]) {
      expect(values.get("settings")).toMatchObject({ ...later, badge: true, changedAt: expect.any(Number) });
    }
  });

  it("keep the good fields of a remote one with a bad field", async () => {
    const { store } = setUp({ settings: { ...DEFAULT_SETTINGS, changedAt: 4_000 } });
    await store.adopt({ ...STORED_BY_0_1, look: { ...STORED_BY_0_1.look, theme: "neon" }, changedAt: 5_000 });
    expect(await store.read()).toMatchObject({ look: { theme: "page", palette: "red-up" }, badge: false });
    expect(await store.aside()).toBeNull();
  });
});

describe("settings that the browser cannot read", () => {
  function setUpUnreadable() {
    let broken = true;
    const stored = { ...STORED_BY_0_1, changedAt: 400 };
    const local = createUnreadableStore((key) => broken && key === "settings", { settings: stored });
    const sync = createMemoryStore({ settings: stored });
    const told: Settings[] = [];
    const store = createSettingsStore({ local, sync, now: () => 1_000, changed: (settings) => told.push(settings) });
    const mend = () => {
      broken = false;
    };
    return { local, sync, told, store, stored, mend };
  }

  it("are not taken for the defaults", async () => {
    const { store } = setUpUnreadable();
    await expect(store.read()).rejects.toThrow("unable to read");
  });

  it.each<[string, (store: ReturnType<typeof setUpUnreadable>["store"]) => Promise<unknown>]>([
    ["a change", (store) => store.change({ look: { theme: "light" } })],
    [
      "a change of a list",
      (store) => store.change(({ sites: { off } }) => ({ sites: { off: [...off, "b.example"] } })),
    ],
    ["another computer's settings", (store) => store.adopt({ ...DEFAULT_SETTINGS, changedAt: 900 })],
  ])("refuse %s: nothing is written here or in sync, and all is there when reading works again", async (_, act) => {
    const { store, local, sync, told, stored, mend } = setUpUnreadable();
    await expect(act(store)).rejects.toThrow("unable to read");
    expect(local.values.get("settings")).toEqual(stored);
    expect(sync.values.get("settings")).toEqual(stored);
    expect(told).toEqual([]);
    mend();
    expect((await store.read()).sites.off).toEqual(["example.org"]);
    expect((await store.change({ badge: true })).sites.off).toEqual(["example.org"]);
  });
});
