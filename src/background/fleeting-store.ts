import type { Store } from "../platform/storage";

/**
 * A `Store` in the background's own memory. It never reaches the browser's storage and ends with the background. What
 * is set while `mayKeep` says no is not kept: an answer may come when the window that asked for it is closed.
 */
export function createFleetingStore(mayKeep: () => Promise<boolean>): Store & { readonly clear: () => void } {
  const values = new Map<string, unknown>();
  return {
    get: async (key) => structuredClone(values.get(key)),
    getAll: async () => structuredClone(Object.fromEntries(values)),
    set: async (key, value) => {
      if (await mayKeep()) values.set(key, structuredClone(value));
    },
    remove: async (keys) => {
      for (const key of typeof keys === "string" ? [keys] : keys) values.delete(key);
    },
    clear: () => values.clear(),
  };
}
