import { get, set } from "idb-keyval";
import * as z from "zod/mini";
import { DATABASE_LIMIT_MS } from "../domain/time-limits";
import { ownVersion } from "./installed";
import { withinTime } from "./within-time";

const FULL_KEY = "full-directory";
const IMAGE_KEY = "directory-image";
const imageSchema = z.object({ version: z.string(), image: z.unknown() });

/**
 * The full directory, in the extension's own IndexedDB. In `storage.local` it would take room from settings and closes.
 * Rejects if the database does not work.
 */
export const keptDirectory = {
  read: (): Promise<unknown> => answered(get(FULL_KEY)),
  write: (value: unknown): Promise<void> => answered(set(FULL_KEY, value)),
};

/** The image of the directory in the same database. Null if another version of the extension wrote it. */
export const keptImage = {
  read: async (): Promise<unknown> => {
    const kept = imageSchema.safeParse(await answered(get(IMAGE_KEY))).data;
    return kept?.version === ownVersion() ? kept.image : null;
  },
  write: (image: unknown): Promise<void> => answered(set(IMAGE_KEY, { version: ownVersion(), image })),
};

function answered<T>(answer: Promise<T>): Promise<T> {
  return withinTime(answer, DATABASE_LIMIT_MS, () => {
    throw new Error("the database does not answer");
  });
}
