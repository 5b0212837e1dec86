import { describe, expect, it } from "vitest";
import { fail, ok } from "../../../src/domain/failure";
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";
import { WATCHLIST_LIMIT, type WatchedListing } from "../../../src/domain/watchlist";
import { writeBackup } from "../../../src/options/backup";
import { useBackup } from "../../../src/options/use-backup";
import type { SectionProps } from "../../../src/options/use-options";
import { runHook } from "../../fakes/hook-host";

interface Given {
  readonly list?: readonly WatchedListing[];
  /** Requests that fail. */
  readonly fails?: readonly string[];
  readonly storesKeys?: boolean;
}

function backupOver({ list = [], fails = [], storesKeys = true }: Given = {}) {
  let watched = list;
  const downloads: string[] = [];
  const ask = async (request: string, { changes = [] }: { changes?: readonly { listing: WatchedListing }[] }) => {
    if (fails.includes(request)) return fail({ kind: "no-answer" });
    if (request === "change-settings") return ok({ settings: DEFAULT_SETTINGS, refused: [] });
    const known = watched.map(({ ticker }) => ticker);
    const added = changes.flatMap(({ listing }) => (listing && !known.includes(listing.ticker) ? [listing] : []));
    watched = [...watched, ...added].slice(0, WATCHLIST_LIMIT);
    return ok(watched);
  };
  const keys = {
    get: async () => null,
    set: async () => {
      if (!storesKeys) throw new Error("the database does not answer");
    },
  };
  const deps = { ask, keys, download: (_: string, text: string) => void downloads.push(text) };
  const props = { deps, options: { reload: async () => undefined }, settings: DEFAULT_SETTINGS };
  const host = runHook(() => useBackup(props as unknown as SectionProps));
  /** Imports a backup of these listings and keys. */
  const importAll = async (listings: readonly WatchedListing[], withKeys: Record<string, string> = {}) => {
    const text = writeBackup(DEFAULT_SETTINGS, listings, withKeys);
    await host.current().preview(new File([text], "sidequote.json"));
    await host.settle();
    const { step } = host.current();
    if (step.at !== "preview") throw new Error(`no preview but ${step.at}`);
    await host.current().apply(step.backup, step.added);
    await host.settle();
    return step;
  };
  return { ...host, downloads, importAll };
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

  it("names the providers whose keys could not be stored", async () => {
    const { current, importAll } = backupOver({ storesKeys: false });
    await importAll([], { tiingo: "secret" });
    expect(current().step).toMatchObject({ at: "done", unsaved: ["Tiingo"], replaced: { keys: {} } });
  });

  it("whose settings cannot be saved has failed", async () => {
    const { current, importAll } = backupOver({ fails: ["change-settings"] });
    await importAll(numbered("NEW", 1));
    expect(current().step).toEqual({ at: "failed", failure: { kind: "no-answer" } });
  });
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
