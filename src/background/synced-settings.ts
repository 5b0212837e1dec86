import type { Store } from "../platform/storage";
import { credible, latestOf, readStored, type StoredSettings, writeStored } from "./settings-fields";

const KEY = "settings";
const UNSYNCED_KEY = "settings-unsynced";

interface Dependencies {
  readonly local: Store;
  readonly sync: Store;
  readonly now: () => number;
}

/** The copy of the settings in the browser's sync, which carries them to the reader's other computers. */
export function createSyncedSettings({ local, sync, now }: Dependencies) {
  return {
    /** Writes the later of each field of here and there. If sync is full or cannot be read, that is noted. */
    async upload({ version, fields: here }: StoredSettings): Promise<void> {
      try {
        const there = readStored(await sync.get(KEY));
        const fields = latestOf(here, credible(there, now()));
        await sync.set(KEY, writeStored({ version: Math.max(version, there.version), fields }));
        await local.remove(UNSYNCED_KEY);
      } catch (error) {
        // Sync is full or switched off. The settings apply here all the same, and the options page says so.
        await local.set(UNSYNCED_KEY, String(error));
      }
    },
    /** Whether the last change fitted into the browser's sync. */
    isSynced: async (): Promise<boolean> => (await local.get(UNSYNCED_KEY)) === undefined,
  };
}
