import { createStore, del, get, set, type UseStore } from "idb-keyval";
import type { ProviderId } from "../providers/catalogue";
import { databaseAnswer } from "./database-answer";
import { localStore, type Store } from "./storage";

declare const __TARGET__: "chromium" | "firefox";

/** The reader's keys, one per provider; only background and options page touch them. They never travel in a message. */
export interface Keys {
  /** The key; null if none is set. Rejects if the browser cannot read it, or not in time. */
  readonly get: (provider: ProviderId) => Promise<string | null>;
  /** Stores a key; "" deletes it. Rejects if the browser cannot store it, or not in time. */
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
export function keysInDatabase(database: UseStore = createStore("keys", "keys")): Keys {
  return {
    get: async (provider) => textOrNull(await databaseAnswer(get(provider, database))),
    set: (provider, key) => databaseAnswer(key === "" ? del(provider, database) : set(provider, key, database)),
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
