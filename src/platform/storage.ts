import { SYNC_LIMIT_MS } from "../domain/time-limits";
import { browser } from "./browser";
import { withinTime } from "./within-time";

/** A place for JSON values by key: the part of the browser's storage that the background uses. */
export interface Store {
  /** The stored value, or undefined. */
  readonly get: (key: string) => Promise<unknown>;
  readonly getAll: () => Promise<Readonly<Record<string, unknown>>>;
  /** Writes the value; rejects when the quota is exceeded, or when sync does not answer in time. */
  readonly set: (key: string, value: unknown) => Promise<void>;
  readonly remove: (keys: string | readonly string[]) => Promise<void>;
}

function storeOf(area: "local" | "session" | "sync"): Store {
  return {
    get: async (key) => (await browser.storage[area].get(key))[key],
    getAll: () => browser.storage[area].get(null),
    set: (key, value) => browser.storage[area].set({ [key]: value }),
    remove: (keys) => browser.storage[area].remove(typeof keys === "string" ? keys : [...keys]),
  };
}

function answeringInTime(store: Store): Store {
  const inTime = <T>(answer: Promise<T>) =>
    withinTime(answer, SYNC_LIMIT_MS, (): never => {
      throw new Error("the browser's sync does not answer");
    });
  return {
    get: (key) => inTime(store.get(key)),
    getAll: () => inTime(store.getAll()),
    set: (key, value) => inTime(store.set(key, value)),
    remove: (keys) => inTime(store.remove(keys)),
  };
}

/** Kept on this computer. */
export const localStore: Store = storeOf("local");
/** Kept in memory until the browser closes; survives the background's sleep. */
export const sessionStore: Store = storeOf("session");
/** Kept in the reader's browser account; small quotas. What it does not answer in time is rejected. */
export const syncStore: Store = answeringInTime(storeOf("sync"));

/** Calls back when another computer's change to `key` arrives through the browser's sync. */
export function onSynced(listener: (key: string, value: unknown) => void): void {
  browser.storage.sync.onChanged.addListener((changes) => {
    for (const [key, { newValue }] of Object.entries(changes)) listener(key, newValue);
  });
}

/**
 * Keeps content scripts, and a page that has broken into their process, out of all our storage: the reader's keys,
 * settings and watchlist. Firefox cannot do this, and the keys are elsewhere there.
 */
export async function closeStorageToPages(): Promise<void> {
  const areas = [browser.storage.local, browser.storage.session, browser.storage.sync];
  const closings = areas.map(async (area) => {
    const setAccessLevel: unknown = Reflect.get(area, "setAccessLevel");
    if (typeof setAccessLevel === "function") {
      await Reflect.apply(setAccessLevel, area, [{ accessLevel: "TRUSTED_CONTEXTS" }]);
    }
  });
  await Promise.all(closings);
}
