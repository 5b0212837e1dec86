import { applyPatch, DEFAULT_SETTINGS, type Settings, type SettingsPatch } from "../domain/settings";
import type { Store } from "../platform/storage";
import { createQueue } from "./queue";
import { areSame, changeFields, credible, hasNewer, latestOf, readStored, settingsOf } from "./settings-fields";
import { createStoredSettings, type SettingsAside } from "./stored-settings";
import { createSyncedSettings } from "./synced-settings";

/** The only reader and writer of the settings. */
export interface SettingsStore {
  /**
   * The settings, repaired. Rejects if the browser cannot read them, because then it is unknown what the reader
   * switched off.
   */
  readonly read: () => Promise<Settings>;
  /** Changes the fields of the patch, after every change asked for before. Resolves with the new settings. */
  readonly change: (patch: SettingsPatch | ((settings: Settings) => SettingsPatch)) => Promise<Settings>;
  readonly replace: (settings: Settings) => Promise<Settings>;
  readonly aside: () => Promise<SettingsAside | null>;
  readonly forgetAside: () => Promise<void>;
  /** Whether the last change fitted into the browser's sync. */
  readonly isSynced: () => Promise<boolean>;
  /** Takes over each field that another computer changed later than this one. */
  readonly adopt: (remote: unknown) => Promise<void>;
}

interface Dependencies {
  readonly local: Store;
  readonly sync: Store;
  readonly now: () => number;
  /** Called after each change, with the new settings. */
  readonly changed: (settings: Settings) => void;
}

/**
 * Settings in the browser's storage. What this computer stores counts; the browser's sync carries it to the reader's
 * others.
 */
export function createSettingsStore(deps: Dependencies): SettingsStore {
  const { now, changed } = deps;
  const stored = createStoredSettings(deps);
  const synced = createSyncedSettings(deps);
  const inTurn = createQueue();
  /**
   * The read that is under way. It is shared, because a page asks several questions at once and each read takes a
   * while.
   */
  let reading: Promise<Settings> | null = null;

  /** Whoever reads from now on must not get what was read before the change. */
  const changeInTurn = <T>(change: () => Promise<T>): Promise<T> => {
    reading = null;
    return inTurn(change);
  };

  const write = (edit: (settings: Settings) => Settings): Promise<Settings> =>
    changeInTurn(async () => {
      const { version, fields } = await stored.load();
      const next = edit(settingsOf(fields));
      const after = { version, fields: changeFields(fields, next, now()) };
      await stored.write(after);
      await synced.upload(after);
      changed(next);
      return next;
    });

  async function adopt(remote: unknown): Promise<void> {
    const there = readStored(remote);
    if (remote === undefined || there.version > DEFAULT_SETTINGS.version) return;
    const { version, fields } = await stored.load();
    const merged = { version, fields: latestOf(fields, credible(there, now())) };
    if (!areSame(merged.fields, fields)) {
      await stored.write(merged);
      changed(settingsOf(merged.fields));
    }
    // If two computers wrote at the same time, sync kept only one of them. Fields dated in the future do not count,
    // because two computers with different clocks would then write for ever.
    if (hasNewer(merged.fields, there.fields)) await synced.upload(merged);
  }

  return {
    read: () => {
      if (reading) return reading;
      const own = inTurn(stored.read).finally(() => {
        if (reading === own) reading = null;
      });
      reading = own;
      return own;
    },
    change: (patch) => write((settings) => applyPatch(settings, typeof patch === "function" ? patch(settings) : patch)),
    replace: (settings) => write(() => settings),
    aside: stored.aside,
    forgetAside: stored.forgetAside,
    isSynced: synced.isSynced,
    adopt: (remote) => changeInTurn(() => adopt(remote)),
  };
}
