import { get, set } from "idb-keyval";
import * as z from "zod/mini";
import { databaseAnswer } from "./database-answer";
import { ownVersion } from "./installed";

const FULL_KEY = "full-directory";
const IMAGE_KEY = "directory-image";
const imageSchema = z.object({ version: z.string(), image: z.unknown() });

/**
 * The full directory, in the extension's own IndexedDB. In `storage.local` it would take room from settings and closes.
 * Rejects if the database does not work.
 */
export const keptDirectory = {
  read: (): Promise<unknown> => databaseAnswer(get(FULL_KEY)),
  write: (value: unknown): Promise<void> => databaseAnswer(set(FULL_KEY, value)),
};

/** The image of the directory in the same database. Null if another version of the extension wrote it. */
export const keptImage = {
  read: async (): Promise<unknown> => {
    const kept = imageSchema.safeParse(await databaseAnswer(get(IMAGE_KEY))).data;
    return kept?.version === ownVersion() ? kept.image : null;
  },
  write: (image: unknown): Promise<void> => databaseAnswer(set(IMAGE_KEY, { version: ownVersion(), image })),
};
