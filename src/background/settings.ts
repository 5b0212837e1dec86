import * as z from "zod/mini";
import { applyPatch, DEFAULT_SETTINGS, type Settings, type SettingsPatch } from "../domain/settings";
import type { Store } from "../platform/storage";
import { createQueue } from "./queue";
import {
  areSame,
  changeFields,
  credible,
  type DatedFields,
  hasNewer,
  healDates,
  latestOf,
  readStored,
  settingsOf,
  writeStored,
} from "./settings-fields";

const KEY = "settings";
const ASIDE_KEY = "settings-aside";
const SYNC_NOTE_KEY = "settings-unsynced";

/**
 * Settings that could not be read, kept for the reader: when, which fields (empty: all), and the stored value itself.
 */
export type SettingsAside = z.infer<typeof asideSchema>;
const asideSchema = z.readonly(
  z.object({ at: z.number(), fields: z.readonly(z.array(z.string())), value: z.unknown() }),
);

/** The one reader and writer of the settings. */
export interface SettingsStore {
  /**
   * The settings, repaired; rejects when the browser cannot read them, as what the reader switched off is then unknown.
   */
  readonly read: () => Promise<Settings>;
  /** Puts the patch's fields in place, after every change asked for before; resolves with the result. */
  readonly change: (patch: SettingsPatch | ((settings: Settings) => SettingsPatch)) => Promise<Settings>;
  readonly replace: (settings: Settings) => Promise<Settings>;
  readonly aside: () => Promise<SettingsAside | null>;
  readonly forgetAside: () => Promise<void>;
  /** Whether the last change fitted into the browser's sync. */
  readonly isSynced: () => Promise<boolean>;
  /** Takes over, field by field, what another computer changed later than this one. */
  readonly adopt: (remote: unknown) => Promise<void>;
}

interface Dependencies {
  readonly local: Store;
  readonly sync: Store;
  readonly now: () => number;
  /** Called after each change, with the new settings. */
  readonly changed: (settings: Settings) => void;
}

/** What is stored here, repaired. */
interface Loaded {
  readonly version: number;
  readonly fields: DatedFields;
  readonly settings: Settings;
}

/** Settings over the browser's storage: local is the truth, sync a courier between computers. */
export function createSettingsStore({ local, sync, now, changed }: Dependencies): SettingsStore {
  const inTurn = createQueue();
  /**
   * The read that is on its way: a page asks several questions
   * at once, and the browser's storage takes a while for each.
   */
  let reading: Promise<Settings> | null = null;

  async function load(): Promise<Loaded> {
    const stored = await local.get(KEY);
    const { version, fields, lost } = readStored(stored);
    const healed = healDates(fields, now());
    if (lost.length > 0) {
      const aside: SettingsAside = { at: now(), fields: lost.filter(Boolean), value: stored };
      await local.set(ASIDE_KEY, aside);
    }
    if (lost.length > 0 || healed !== fields) await local.set(KEY, writeStored({ version, fields: healed }));
    return { version, fields: healed, settings: settingsOf(healed) };
  }

  /**
   * As what is stored can be used, a storage too full to put
   * anything aside does not keep the settings from who only reads.
   */
  const readOnly = () =>
    load().then(
      ({ settings }) => settings,
      async (error) => {
        console.error("Sidequote: stored settings could not be repaired", error);
        return settingsOf(readStored(await local.get(KEY)).fields);
      },
    );

  /** Writes to sync what is the latest of here and there; an unreadable or full sync is noted for the options page. */
  async function upload(here: DatedFields, version: number): Promise<void> {
    try {
      const there = readStored(await sync.get(KEY));
      const fields = latestOf(here, credible(there, now()));
      await sync.set(KEY, writeStored({ version: Math.max(version, there.version), fields }));
      await local.remove(SYNC_NOTE_KEY);
    } catch (error) {
      // Over quota, or sync is switched off: the settings hold here all the same, and the options page says so.
      await local.set(SYNC_NOTE_KEY, String(error));
    }
  }

  /** Who reads from now on is not given what was read before the change. */
  const changeInTurn = <T>(change: () => Promise<T>): Promise<T> => {
    reading = null;
    return inTurn(change);
  };

  const write = (edit: (settings: Settings) => Settings): Promise<Settings> =>
    changeInTurn(async () => {
      const { version, fields, settings } = await load();
      const next = edit(settings);
      const after = changeFields(fields, next, now());
      await local.set(KEY, writeStored({ version, fields: after }));
      await upload(after, version);
      changed(next);
      return next;
    });

  return {
    read: () => {
      if (reading) return reading;
      const own = inTurn(readOnly).finally(() => {
        if (reading === own) reading = null;
      });
      reading = own;
      return own;
    },
    change: (patch) => write((settings) => applyPatch(settings, typeof patch === "function" ? patch(settings) : patch)),
    replace: (settings) => write(() => settings),
    aside: async () => asideSchema.safeParse(await local.get(ASIDE_KEY)).data ?? null,
    forgetAside: () => local.remove(ASIDE_KEY),
    isSynced: async () => (await local.get(SYNC_NOTE_KEY)) === undefined,
    adopt: (remote) =>
      changeInTurn(async () => {
        const there = readStored(remote);
        if (remote === undefined || there.version > DEFAULT_SETTINGS.version) return;
        const { version, fields } = await load();
        const merged = latestOf(fields, credible(there, now()));
        if (!areSame(merged, fields)) {
          await local.set(KEY, writeStored({ version, fields: merged }));
          changed(settingsOf(merged));
        }
        // Two computers that wrote at the same time: sync kept one of them.
        // Fields of the future do not count, or two clocks would argue for ever.
        if (hasNewer(merged, there.fields)) await upload(merged, version);
      }),
  };
}
