import { get, set } from "idb-keyval";
import { ownVersion } from "./installed";

const FULL_KEY = "full-directory";
const IMAGE_KEY = "directory-image";

/** A database that another connection blocks never answers; three such waits end before an asker's ten seconds do. */
const ANSWER_LIMIT_MS = 2_000;

/** The full directory's listings in the extension's own IndexedDB, where large values count against no quota of settings. Rejects where that does not work. */
export const keptDirectory = {
  read: (): Promise<unknown> => withinLimit(get(FULL_KEY)),
  write: (value: unknown): Promise<void> => withinLimit(set(FULL_KEY, value)),
};

/** Its image beside it, for the version of the extension that wrote it; null for every other. */
export const keptImage = {
  read: async (): Promise<unknown> => {
    const kept: unknown = await withinLimit(get(IMAGE_KEY));
    if (typeof kept !== "object" || kept === null || !("version" in kept) || !("image" in kept)) return null;
    return kept.version === ownVersion() ? kept.image : null;
  },
  write: (image: unknown): Promise<void> => withinLimit(set(IMAGE_KEY, { version: ownVersion(), image })),
};

async function withinLimit<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the database does not answer")), ANSWER_LIMIT_MS);
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
}
