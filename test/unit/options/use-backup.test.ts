import { describe, expect, it } from "vitest";
import { fail, ok } from "../../../src/domain/failure";
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";
import { WATCHLIST_LIMIT, type WatchedListing, type WatchlistChange } from "../../../src/domain/watchlist";
import { writeBackup } from "../../../src/options/backup";
import { useBackup } from "../../../src/options/use-backup";
import type { SectionProps } from "../../../src/options/use-options";
import { runHook } from "../../fakes/hook-host";

interface Given {
  readonly list?: readonly WatchedListing[];
  /** Requests that fail. */
  readonly fails?: readonly string[];
  readonly storesKeys?: () => boolean;
  readonly readsKeys?: boolean;
  /** Fields of the settings that are refused. */
  readonly refused?: readonly string[];
}

function backupOver({ list = [], fails = [], storesKeys = () => true, readsKeys = true, refused = [] }: Given = {}) {
  let watched = list;
  const downloads: string[] = [];
  const asked: string[] = [];
  const ask = async (request: string, { changes = [] }: { changes?: readonly WatchlistChange[] }) => {
    asked.push(request);
    if (fails.includes(request)) return fail({ kind: "no-answer" });
    if (request === "change-settings") return ok({ settings: DEFAULT_SETTINGS, refused });
    const known = watched.map(({ ticker }) => ticker);
    const added = changes.flatMap((change) =>
      change.change === "add" && !known.includes(change.listing.ticker) ? [change.listing] : [],
    );
    const removed = changes.flatMap((change) => (change.change === "remove" ? [change.ticker] : []));
    watched = [...watched, ...added].slice(0, WATCHLIST_LIMIT).filter(({ ticker }) => !removed.includes(ticker));
    return ok(watched);
  };
  const kept = new Map<string, string>();
  const keys = {
    get: async (provider: string) => {
      if (!readsKeys) throw new Error("the database does not answer");
      return kept.get(provider) ?? null;
    },
    set: async (provider: string, key: string) => {
      if (!storesKeys()) throw new Error("the database does not answer");
      kept.set(provider, key);
    },
  };
  const deps = { ask, keys, download: (_: string, text: string) => void downloads.push(text) };
  const props = { deps, options: { reload: async () => void asked.push("reload") }, settings: DEFAULT_SETTINGS };
  const host = runHook(() => useBackup(props as unknown as SectionProps));
  /** Shows what a backup of these listings and keys would change. */
  const preview = async (listings: readonly WatchedListing[], withKeys: Record<string, string> = {}) => {
    const text = writeBackup(DEFAULT_SETTINGS, listings, withKeys);
    await host.current().preview(new File([text], "sidequote.json"));
    await host.settle();
  };
  const importAll = async (...contents: Parameters<typeof preview>) => {
    await preview(...contents);
    const { step } = host.current();
    if (step.at !== "preview") throw new Error(`no preview but ${step.at}`);
    await host.current().apply(step.backup, step.added);
    await host.settle();
    return step;
  };
  /** Takes back the import that has been made. */
  const undo = async () => {
    const { step } = host.current();
    if (step.at !== "done") throw new Error(`nothing to undo but ${step.at}`);
    await host.current().undo(step.replaced);
    await host.settle();
  };
  return { ...host, downloads, preview, importAll, undo, kept, asked, watched: () => watched };
}

const numbered = (prefix: string, count: number): WatchedListing[] =>
  Array.from({ length: count }, (_, index) => ({ ticker: `${prefix}${index}`, name: "" }));

describe("an import", () => {
  it("says before how many companies the list has room for, and afterwards which had none", async () => {
    const { current, importAll } = backupOver({ list: numbered("OLD", WATCHLIST_LIMIT - 1) });
    const { added } = await importAll(numbered("NEW", 3));
    expect(added).toEqual(["NEW0"]);
    expect(current().step).toMatchObject({ at: "done", unsaved: ["NEW1", "NEW2"] });
  });

  it("names the companies that could not be saved because the watchlist was not", async () => {
    const { current, importAll } = backupOver({ fails: ["change-watchlist"] });
    await importAll(numbered("NEW", 1));
    expect(current().step).toMatchObject({ at: "done", unsaved: ["NEW0"] });
  });

  it("names the providers whose keys could not be stored", async () => {
    const { current, importAll } = backupOver({ storesKeys: () => false });
    await importAll([], { tiingo: "secret" });
    expect(current().step).toMatchObject({ at: "done", unsaved: ["Tiingo"], replaced: { keys: {} } });
  });

  it("names the settings that were refused", async () => {
    const { current, importAll } = backupOver({ refused: ["detection.never"] });
    await importAll(numbered("NEW", 1));
    expect(current().step).toMatchObject({ at: "done", unsaved: ["detection.never"] });
  });

  it("shows nothing of what it would change where the watchlist cannot be read", async () => {
    const { current, preview } = backupOver({ fails: ["watchlist"] });
    await preview(numbered("NEW", 1));
    expect(current().step).toEqual({ at: "failed", failure: { kind: "no-answer" } });
  });

  it("is followed by a look at what is stored now, also where it failed", async () => {
    for (const fails of [[], ["change-settings"]]) {
      const { asked, importAll } = backupOver({ fails });
      await importAll([]);
      expect(asked.at(-1)).toBe("reload");
    }
  });

  it("whose settings cannot be saved has failed", async () => {
    const { current, importAll } = backupOver({ fails: ["change-settings"] });
    await importAll(numbered("NEW", 1));
    expect(current().step).toEqual({ at: "failed", failure: { kind: "no-answer" } });
  });
});

describe("an import that is undone", () => {
  it("takes back the companies and the keys that it brought, and leaves those that were there", async () => {
    const { current, importAll, undo, kept, asked, watched } = backupOver({ list: numbered("OLD", 1) });
    kept.set("tiingo", "before");
    await importAll([...numbered("OLD", 1), ...numbered("NEW", 2)], { tiingo: "brought" });
    expect([watched().length, kept.get("tiingo")]).toEqual([3, "brought"]);
    await undo();
    expect([watched(), kept.get("tiingo")]).toEqual([numbered("OLD", 1), "before"]);
    expect(asked.filter((request) => request === "key-changed")).toHaveLength(2);
    expect([current().step, asked.at(-1)]).toEqual([{ at: "rest" }, "reload"]);
  });

  it("takes back the key from before it, though it was applied by a double click", async () => {
    const { current, preview, settle, undo, kept } = backupOver();
    kept.set("tiingo", "before");
    await preview([], { tiingo: "brought" });
    const { step, apply } = current();
    if (step.at !== "preview") throw new Error(`no preview but ${step.at}`);
    await apply(step.backup, step.added);
    await apply(step.backup, step.added);
    await settle();
    await undo();
    expect(kept.get("tiingo")).toBe("before");
  });

  it("is told as failed where a key could not be put back", async () => {
    let storesKeys = true;
    const { current, importAll, undo } = backupOver({ storesKeys: () => storesKeys });
    await importAll([], { tiingo: "brought" });
    storesKeys = false;
    await undo();
    expect(current().step).toEqual({ at: "failed", failure: { kind: "no-answer" } });
  });

  it.each(["change-settings", "change-watchlist"])("is told as failed where %s fails", async (request) => {
    const fails: string[] = [];
    const { current, importAll, undo } = backupOver({ fails });
    await importAll(numbered("NEW", 1));
    fails.push(request);
    await undo();
    expect(current().step).toEqual({ at: "failed", failure: { kind: "no-answer" } });
  });
});

it.each([true, false])("a backup has the keys only where they are asked for: %s", async (withKeys) => {
  const { current, settle, downloads, kept } = backupOver();
  kept.set("tiingo", "canary-key");
  await current().exportAll(withKeys);
  await settle();
  expect(downloads.map((text) => text.includes("canary-key"))).toEqual([withKeys]);
});

it("no backup without its keys is written when the keys cannot be read", async () => {
  const { current, settle, downloads } = backupOver({ readsKeys: false });
  await current().exportAll(true);
  await settle();
  expect(downloads).toEqual([]);
  expect(current().step).toEqual({ at: "failed", failure: { kind: "no-answer" } });
});

it("a reset is followed by a look at what is stored now", async () => {
  const { current, settle, asked } = backupOver();
  await current().reset();
  await settle();
  expect(asked).toEqual(["reset-settings", "reload"]);
  expect(current().step).toMatchObject({ at: "done", replaced: { done: "reset", settings: DEFAULT_SETTINGS } });
});

it("a reset that was not made is not told as done", async () => {
  const { current, settle } = backupOver({ fails: ["reset-settings"] });
  await current().reset();
  await settle();
  expect(current().step).toEqual({ at: "failed", failure: { kind: "no-answer" } });
});

it("no backup without its watchlist is written when the watchlist cannot be read", async () => {
  const { current, settle, downloads } = backupOver({ fails: ["watchlist"] });
  await current().exportAll(false);
  await settle();
  expect(downloads).toEqual([]);
  expect(current().step).toEqual({ at: "failed", failure: { kind: "no-answer" } });
});
