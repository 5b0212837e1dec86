import { useRef, useState } from "preact/hooks";
import { type Failure, ok, type Result } from "../domain/failure";
import type { Settings } from "../domain/settings";
import type { Ticker } from "../domain/ticker";
import { WATCHLIST_LIMIT, type WatchedListing } from "../domain/watchlist";
import { providerName } from "../providers/catalogue";
import { type Backup, MOST_CHARACTERS, type Refusal, readBackup, writeBackup } from "./backup";
import { countChanges } from "./changed-settings";
import { keptKeys, type ReplacedKeys, replaceKeys } from "./kept-keys";
import type { SectionProps } from "./use-options";

/** What an import or a reset replaced, so that it can be undone. */
interface Replaced {
  readonly done: "imported" | "reset";
  readonly settings: Settings;
  readonly added: readonly Ticker[];
  readonly keys: ReplacedKeys;
}

/** How far an import or a reset has come. `unsaved` names what could not be saved. */
export type BackupStep =
  | { readonly at: "rest" }
  | { readonly at: "refused"; readonly refusal: Refusal }
  | { readonly at: "failed"; readonly failure: Failure }
  | { readonly at: "preview"; readonly backup: Backup; readonly changed: number; readonly added: readonly Ticker[] }
  | { readonly at: "done"; readonly replaced: Replaced; readonly unsaved: readonly string[] };

/** Export, import and reset of all that the reader has set. */
export function useBackup({ deps, options: { reload }, settings }: SectionProps) {
  const { ask } = deps;
  const [step, setStep] = useState<BackupStep>({ at: "rest" });
  const failed = (failure: Failure) => setStep({ at: "failed", failure });
  const applying = useRef<Backup | null>(null);
  return {
    step,
    leave: () => setStep({ at: "rest" }),
    exportAll: async (withKeys: boolean) => {
      const watchlist = await ask("watchlist", {});
      if (!watchlist.ok) return failed(watchlist.failure);
      const keys = withKeys ? await readableKeys(deps) : {};
      if (keys === null) return failed({ kind: "no-answer" });
      deps.download("sidequote.json", writeBackup(settings, watchlist.value, keys));
    },
    preview: async (file: File) => {
      const read = readBackup(await textOf(file));
      if ("refusal" in read) return setStep({ at: "refused", refusal: read.refusal });
      const { backup } = read;
      const watchlist = await ask("watchlist", {});
      if (!watchlist.ok) return failed(watchlist.failure);
      const added = backup.watchlist.filter((listing) => !has(watchlist.value, listing)).map(({ ticker }) => ticker);
      const room = Math.max(0, WATCHLIST_LIMIT - watchlist.value.length);
      setStep({
        at: "preview",
        backup,
        changed: countChanges(settings, backup.settings),
        added: added.slice(0, room),
      });
    },
    apply: async (backup: Backup, added: readonly Ticker[]) => {
      // The second press of a double click would take the keys just imported for those from before.
      if (applying.current === backup) return;
      applying.current = backup;
      const outcome = await importBackup(backup, deps);
      await reload();
      if (!outcome.ok) return failed(outcome.failure);
      const { keys, unsaved } = outcome.value;
      setStep({ at: "done", replaced: { done: "imported", settings, added, keys }, unsaved });
    },
    reset: async () => {
      const reply = await ask("reset-settings", {});
      if (!reply.ok) return failed(reply.failure);
      await reload();
      setStep({ at: "done", replaced: { done: "reset", settings, added: [], keys: {} }, unsaved: [] });
    },
    undo: async (replaced: Replaced) => {
      const failure = await takeBack(replaced, deps);
      await reload();
      if (failure) return failed(failure);
      setStep({ at: "rest" });
    },
  };
}

/** See `useBackup`. */
export type BackupActions = ReturnType<typeof useBackup>;

/**
 * A file too large to be a backup is not read. As many spaces are returned for it, which are refused because of their
 * number.
 */
async function textOf(file: File): Promise<string> {
  return file.size > MOST_CHARACTERS * 4 ? " ".repeat(MOST_CHARACTERS + 1) : file.text();
}

/** Saves what a backup contains. Resolves with the keys before, and with what could not be saved. */
async function importBackup(
  { settings, watchlist, keys }: Backup,
  deps: SectionProps["deps"],
): Promise<Result<{ readonly keys: ReplacedKeys; readonly unsaved: readonly string[] }>> {
  const changed = await deps.ask("change-settings", { patch: { ...settings } });
  if (!changed.ok) return changed;
  const changes = watchlist.map((listing) => ({ change: "add", listing }) as const);
  const listed = await deps.ask("change-watchlist", { changes });
  const missing = watchlist.filter((listing) => !listed.ok || !has(listed.value, listing));
  const { replaced, unsaved } = await replaceKeys(deps, keys);
  return ok({
    keys: replaced,
    unsaved: [...changed.value.refused, ...missing.map(({ ticker }) => ticker), ...unsaved.map(providerName)],
  });
}

/** Takes back an import or a reset. Resolves with what went wrong first, or null. */
async function takeBack(
  { settings: { version: _, ...fields }, added, keys }: Replaced,
  deps: SectionProps["deps"],
): Promise<Failure | null> {
  const changed = await deps.ask("change-settings", { patch: fields });
  const changes = added.map((ticker) => ({ change: "remove", ticker }) as const);
  const listed = await deps.ask("change-watchlist", { changes });
  const { unsaved } = await replaceKeys(deps, keys);
  if (!changed.ok) return changed.failure;
  if (!listed.ok) return listed.failure;
  return unsaved.length > 0 ? { kind: "no-answer" } : null;
}

function has(list: readonly WatchedListing[], { ticker }: WatchedListing): boolean {
  return list.some((listing) => listing.ticker === ticker);
}

/** The reader's keys; null if the browser cannot read them. */
async function readableKeys({ keys }: SectionProps["deps"]): Promise<Backup["keys"] | null> {
  try {
    return await keptKeys(keys);
  } catch (error) {
    console.error("Sidequote: the keys could not be read", error);
    return null;
  }
}
