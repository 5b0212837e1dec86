import type { Store } from "../../platform/storage";
import { createQueue } from "../queue";

/** Small values by name that outlive the background, each until its time is over; epoch milliseconds. */
export interface PersistedMap<T> {
  readonly get: (name: string) => Promise<T | undefined>;
  /** Keeps the value until `until`; `store` is where (the private window's stays in memory). */
  readonly set: (name: string, value: T, until: number) => Promise<void>;
  /** Forgets the names that begin with `prefix`. */
  readonly forget: (prefix: string) => Promise<void>;
}

interface Entry<T> {
  readonly value: T;
  readonly until: number;
}

/** Most names kept: far more than a reader meets in the days they live. */
const MOST_NAMES = 1000;

/** A persisted map in one key of `store`; a value that `isValid` refuses counts as absent. Full storage loses the value, never throws. */
export function createPersistedMap<T>(
  key: string,
  isValid: (value: unknown) => value is T,
  { store, now }: { readonly store: Store; readonly now: () => number },
): PersistedMap<T> {
  const inTurn = createQueue();
  const read = async (): Promise<Map<string, Entry<T>>> => {
    const stored = await store.get(key);
    if (typeof stored !== "object" || stored === null) return new Map();
    const isLive = (entry: unknown): entry is Entry<T> =>
      typeof entry === "object" &&
      entry !== null &&
      "until" in entry &&
      typeof entry.until === "number" &&
      entry.until > now() &&
      "value" in entry &&
      isValid(entry.value);
    return new Map(Object.entries(stored).filter((pair): pair is [string, Entry<T>] => isLive(pair[1])));
  };
  const change = (edit: (entries: Map<string, Entry<T>>) => void): Promise<void> =>
    inTurn(async () => {
      const entries = await read();
      edit(entries);
      const kept = [...entries].sort(([, a], [, b]) => b.until - a.until).slice(0, MOST_NAMES);
      await store.set(key, Object.fromEntries(kept));
    }).catch((error) => console.debug("Sidequote: could not keep", key, error));
  return {
    get: (name) => inTurn(async () => (await read()).get(name)?.value),
    set: (name, value, until) => change((entries) => entries.set(name, { value, until })),
    forget: (prefix) =>
      change((entries) => {
        for (const name of [...entries.keys()]) if (name.startsWith(prefix)) entries.delete(name);
      }),
  };
}
