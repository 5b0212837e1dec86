import { useState } from "preact/hooks";
import type { Settings } from "../domain/settings";
import type { Ticker } from "../domain/ticker";
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

/** How far an import or a reset has come. */
export type BackupStep =
  | { readonly at: "rest" }
  | { readonly at: "refused"; readonly refusal: Refusal }
  | { readonly at: "preview"; readonly backup: Backup; readonly changed: number; readonly added: readonly Ticker[] }
  | { readonly at: "done"; readonly replaced: Replaced };

/** Export, import and reset of all that the reader has set. */
export function useBackup({ deps, options: { reload }, settings }: SectionProps) {
  const { ask } = deps;
  const [step, setStep] = useState<BackupStep>({ at: "rest" });
  const watched = async () => {
    const reply = await ask("watchlist", {});
    return reply.ok ? reply.value : [];
  };
  return {
    step,
    leave: () => setStep({ at: "rest" }),
    exportAll: async (withKeys: boolean) => {
      const keys = withKeys ? await keptKeys(deps.keys) : {};
      deps.download("sidequote.json", writeBackup(settings, await watched(), keys));
    },
    preview: async (file: File) => {
      const read = readBackup(await textOf(file));
      if ("refusal" in read) return setStep({ at: "refused", refusal: read.refusal });
      const { backup } = read;
      const known = new Set((await watched()).map(({ ticker }) => ticker));
      const added = backup.watchlist.map(({ ticker }) => ticker).filter((ticker) => !known.has(ticker));
      setStep({ at: "preview", backup, changed: countChanges(settings, backup.settings), added });
    },
    apply: async (backup: Backup, added: readonly Ticker[]) => {
      await ask("change-settings", { patch: { ...backup.settings } });
      await ask("change-watchlist", {
        changes: backup.watchlist.map((listing) => ({ change: "add", listing }) as const),
      });
      const keys = await replaceKeys(deps, backup.keys);
      await reload();
      setStep({ at: "done", replaced: { done: "imported", settings, added, keys } });
    },
    reset: async () => {
      await ask("reset-settings", {});
      await reload();
      setStep({ at: "done", replaced: { done: "reset", settings, added: [], keys: {} } });
    },
    undo: async ({ settings: { version: _, ...fields }, added, keys }: Replaced) => {
      await ask("change-settings", { patch: fields });
      await ask("change-watchlist", { changes: added.map((ticker) => ({ change: "remove", ticker }) as const) });
      await replaceKeys(deps, keys);
      await reload();
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
