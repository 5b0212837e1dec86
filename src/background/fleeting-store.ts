import type { Store } from "../platform/storage";

/** A `Store` in the background's own memory. It never reaches the browser's storage and ends with the background. */
export function createFleetingStore(): Store & { readonly clear: () => void } {
  const values = new Map<string, unknown>();
  return {
    get: async (key) => structuredClone(values.get(key)),
    getAll: async () => structuredClone(Object.fromEntries(values)),
    set: async (key, value) => {
      values.set(key, structuredClone(value));
    },
    remove: async (keys) => {
      for (const key of typeof keys === "string" ? [keys] : keys) values.delete(key);
    },
    clear: () => values.clear(),
  };
}
