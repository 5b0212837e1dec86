import { createStore, del, get, set } from "idb-keyval";
import type { ProviderId } from "../providers/catalogue";
import { localStore, type Store } from "./storage";

declare const __TARGET__: "chromium" | "firefox";

/** The reader's keys, one per provider; only background and options page touch them. They never travel in a message. */
export interface Keys {
  readonly get: (provider: ProviderId) => Promise<string | null>;
  /** Stores a key; "" deletes it. */
  readonly set: (provider: ProviderId, key: string) => Promise<void>;
}

/** Keys as items of a store that pages cannot read. */
export function keysInStore(store: Store): Keys {
  const nameOf = (provider: ProviderId) => `key-${provider}`;
  return {
    get: async (provider) => textOrNull(await store.get(nameOf(provider))),
    set: (provider, key) => (key === "" ? store.remove(nameOf(provider)) : store.set(nameOf(provider), key)),
  };
}

/** Keys in the extension origin's own database. */
function keysInDatabase(): Keys {
  const database = createStore("keys", "keys");
  return {
    get: async (provider) => textOrNull(await get(provider, database)),
    set: (provider, key) => (key === "" ? del(provider, database) : set(provider, key, database)),
  };
}

/**
 * Keys are in `storage.local` in Chromium, which keeps content scripts out of it, and in IndexedDB in Firefox, where
 * content scripts can read `storage.local`.
 */
export const keys: Keys = __TARGET__ === "firefox" ? keysInDatabase() : keysInStore(localStore);

function textOrNull(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
