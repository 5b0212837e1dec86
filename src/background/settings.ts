import { applyPatch, type Settings, type SettingsPatch } from "../domain/settings";
import type { Store } from "../platform/storage";
import { repairSettings } from "../protocol/settings-schema";
import { createQueue } from "./queue";
import { migrateSettings } from "./settings-migrations";

const KEY = "settings";
const ASIDE_KEY = "settings-aside";
const SYNC_NOTE_KEY = "settings-unsynced";

/** Settings that could not be read, kept for the reader: when, which fields (empty: all), and the stored value itself. */
export interface SettingsAside {
  readonly at: number;
  readonly fields: readonly string[];
  readonly value: unknown;
}

/** The one reader and writer of the settings. */
export interface SettingsStore {
  /** The settings, repaired; rejects when the browser cannot read them, as what the reader switched off is then unknown. */
  readonly read: () => Promise<Settings>;
  /** Puts the patch's fields in place, after every change asked for before; resolves with the result. */
  readonly change: (patch: SettingsPatch | ((settings: Settings) => SettingsPatch)) => Promise<Settings>;
  readonly replace: (settings: Settings) => Promise<Settings>;
  readonly aside: () => Promise<SettingsAside | null>;
  readonly forgetAside: () => Promise<void>;
  /** Whether the last change fitted into the browser's sync. */
  readonly isSynced: () => Promise<boolean>;
  /** Takes over settings that another computer changed later than this one. */
  readonly adopt: (remote: unknown) => Promise<void>;
}

interface Dependencies {
  readonly local: Store;
  readonly sync: Store;
  readonly now: () => number;
  /** Called after each change, with the new settings. */
  readonly changed: (settings: Settings) => void;
}

/** Settings over the browser's storage: local is the truth, sync a courier between computers. */
export function createSettingsStore({ local, sync, now, changed }: Dependencies): SettingsStore {
  const inTurn = createQueue();
  /** The read that is on its way: a page asks several questions at once, and the browser's storage takes a while for each. */
  let reading: Promise<Settings> | null = null;

  async function load(): Promise<{ settings: Settings; changedAt: number }> {
    const stored = await local.get(KEY);
    const { settings, lost } = repairSettings(migrateSettings(stored));
    const changedAt = changedAtOf(stored);
    if (lost.length > 0) {
      const aside: SettingsAside = { at: now(), fields: lost.filter(Boolean), value: stored };
      await local.set(ASIDE_KEY, aside);
      await local.set(KEY, { ...settings, changedAt });
    }
    return { settings, changedAt };
  }

  async function save(settings: Settings, changedAt: number): Promise<void> {
    await local.set(KEY, { ...settings, changedAt });
    try {
      await sync.set(KEY, { ...settings, changedAt });
      await local.remove(SYNC_NOTE_KEY);
    } catch (error) {
      // Over quota, or sync is switched off: the settings hold here all the same, and the options page says so.
      await local.set(SYNC_NOTE_KEY, String(error));
    }
    changed(settings);
  }

  /** Who reads from now on is not given what was read before the change. */
  const changeInTurn = <T>(change: () => Promise<T>): Promise<T> => {
    reading = null;
    return inTurn(change);
  };

  const write = (edit: (settings: Settings) => Settings): Promise<Settings> =>
    changeInTurn(async () => {
      const { settings } = await load();
      const next = edit(settings);
      await save(next, now());
      return next;
    });

  return {
    read: () => {
      if (reading) return reading;
      const own = inTurn(load)
        .then(({ settings }) => settings)
        .finally(() => {
          if (reading === own) reading = null;
        });
      reading = own;
      return own;
    },
    change: (patch) => write((settings) => applyPatch(settings, typeof patch === "function" ? patch(settings) : patch)),
    replace: (settings) => write(() => settings),
    aside: async () => {
      const aside = await local.get(ASIDE_KEY);
      return isAside(aside) ? aside : null;
    },
    forgetAside: () => local.remove(ASIDE_KEY),
    isSynced: async () => (await local.get(SYNC_NOTE_KEY)) === undefined,
    adopt: (remote) =>
      changeInTurn(async () => {
        const here = await load();
        const { settings, lost } = repairSettings(migrateSettings(remote));
        const changedAt = changedAtOf(remote);
        if (lost.length > 0 || changedAt <= here.changedAt || versionOf(remote) > settings.version) return;
        await local.set(KEY, { ...settings, changedAt });
        changed(settings);
      }),
  };
}

function changedAtOf(stored: unknown): number {
  const changedAt = typeof stored === "object" && stored !== null && "changedAt" in stored ? stored.changedAt : 0;
  return typeof changedAt === "number" && Number.isFinite(changedAt) ? changedAt : 0;
}

function versionOf(stored: unknown): number {
  const version = typeof stored === "object" && stored !== null && "version" in stored ? stored.version : 0;
  return typeof version === "number" ? version : 0;
}

function isAside(value: unknown): value is SettingsAside {
  return typeof value === "object" && value !== null && "at" in value && "fields" in value && "value" in value;
}
