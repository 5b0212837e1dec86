import type { Store } from "../../src/platform/storage";

/** A `Store` in memory that copies values like the browser does, and answers later like the browser does. */
export function createMemoryStore(
  initial: Record<string, unknown> = {},
  { quotaBytes = Number.POSITIVE_INFINITY } = {},
) {
  const values = new Map(Object.entries(structuredClone(initial)));
  const later = () => Promise.resolve();
  const store: Store = {
    get: async (key) => {
      await later();
      return structuredClone(values.get(key));
    },
    getAll: async () => {
      await later();
      return structuredClone(Object.fromEntries(values));
    },
    set: async (key, value) => {
      await later();
      if (JSON.stringify(value).length > quotaBytes) throw new Error("QUOTA_BYTES_PER_ITEM quota exceeded");
      values.set(key, structuredClone(value));
    },
    remove: async (keys) => {
      await later();
      for (const key of typeof keys === "string" ? [keys] : keys) values.delete(key);
    },
  };
  return { ...store, values };
}

/**
 * A store whose reads of a key reject while `isBroken()`, as a
 * browser whose database has failed does; its writes still work.
 */
export function createUnreadableStore(isBroken: (key: string) => boolean, initial: Record<string, unknown> = {}) {
  const store = createMemoryStore(initial);
  const get: Store["get"] = async (key) => {
    if (isBroken(key)) throw new Error("IO error: .../000003.log: unable to read");
    return store.get(key);
  };
  return { ...store, get };
}
