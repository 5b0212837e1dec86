import { get, set } from "idb-keyval";
import { ownVersion } from "./installed";

const FULL_KEY = "full-directory";
const IMAGE_KEY = "directory-image";

/** The full directory's listings in the extension's own IndexedDB, where large values count against no quota of settings. */
export const keptDirectory = {
  read: (): Promise<unknown> => get(FULL_KEY),
  write: (value: unknown): Promise<void> => set(FULL_KEY, value),
};

/** A text beside it, for the version of the extension that wrote it; null for every other. */
export const keptImage = {
  read: async (): Promise<string | null> => {
    const kept: unknown = await get(IMAGE_KEY);
    if (typeof kept !== "object" || kept === null || !("version" in kept) || !("text" in kept)) return null;
    return kept.version === ownVersion() && typeof kept.text === "string" ? kept.text : null;
  },
  write: (text: string): Promise<void> => set(IMAGE_KEY, { version: ownVersion(), text }),
};
