import * as z from "zod/mini";
import type { Settings } from "../domain/settings";
import type { Store } from "../platform/storage";
import { healDates, readStored, type StoredSettings, settingsOf, writeStored } from "./settings-fields";

const KEY = "settings";
const ASIDE_KEY = "settings-aside";

/**
 * Settings that could not be read, kept for the reader: when, which fields (empty: all), and the stored value itself.
 */
export type SettingsAside = z.infer<typeof asideSchema>;
const asideSchema = z.readonly(
  z.object({ at: z.number(), fields: z.readonly(z.array(z.string())), value: z.unknown() }),
);

/** The settings as this computer stores them. What cannot be read is put aside before it is written over. */
export function createStoredSettings({ local, now }: { readonly local: Store; readonly now: () => number }) {
  const write = (stored: StoredSettings) => local.set(KEY, writeStored(stored));

  async function load(): Promise<StoredSettings> {
    const stored = await local.get(KEY);
    const { version, fields, lost } = readStored(stored);
    const healed = healDates(fields, now());
    if (lost.length > 0) {
      const aside: SettingsAside = { at: now(), fields: lost.filter(Boolean), value: stored };
      await local.set(ASIDE_KEY, aside);
    }
    if (lost.length > 0 || healed !== fields) await write({ version, fields: healed });
    return { version, fields: healed };
  }

  return {
    /** Rejects if the browser cannot read the settings or cannot put aside what is unreadable. */
    load,
    write,
    /** For reading only: settings can be used even if the storage is too full to put anything aside. */
    read: async (): Promise<Settings> => {
      try {
        return settingsOf((await load()).fields);
      } catch (error) {
        console.error("Sidequote: stored settings could not be repaired", error);
        return settingsOf(readStored(await local.get(KEY)).fields);
      }
    },
    aside: async (): Promise<SettingsAside | null> => asideSchema.safeParse(await local.get(ASIDE_KEY)).data ?? null,
    forgetAside: (): Promise<void> => local.remove(ASIDE_KEY),
  };
}
