import type { Store } from "../src/platform/storage";

/** A store that lives as long as the command. */
export function createMemoryStore(): Store {
  const values = new Map<string, unknown>();
  return {
    get: async (key) => values.get(key),
    getAll: async () => Object.fromEntries(values),
    set: async (key, value) => {
      values.set(key, value);
    },
    remove: async (keys) => {
      for (const key of typeof keys === "string" ? [keys] : keys) values.delete(key);
    },
  };
}
