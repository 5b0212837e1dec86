import { get, set } from "idb-keyval";

const KEY = "full-directory";

/** One large value in the extension's own IndexedDB, where it counts against no quota of settings. */
export const keptDirectory = {
  read: (): Promise<unknown> => get(KEY),
  write: (value: unknown): Promise<void> => set(KEY, value),
};
