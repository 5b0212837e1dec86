import * as z from "zod/mini";
import type { Store } from "../../platform/storage";
import { createQueue } from "../queue";

/** Small values by name, kept also while the background is stopped, each until an instant (epoch milliseconds). */
export interface PersistedMap<T> {
  readonly get: (name: string) => Promise<T | undefined>;
  /** Keeps the value until the instant `until`. */
  readonly set: (name: string, value: T, until: number) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
  /** Removes the names that begin with `prefix`; "" for all. */
  readonly removeAll: (prefix: string) => Promise<void>;
}

interface Entry<T> {
  readonly value: T;
  readonly until: number;
}

/** Most names kept: far more than a reader comes across before the values expire. */
const MOST_NAMES = 1000;

const mapSchema = z.record(z.string(), z.unknown());

/**
 * A persisted map in one key of `store`. Values that do not fit the schema count as absent. If the storage is full, the
 * value is lost and nothing is thrown. A value that would live longer than `longestMs` was kept while the clock was
 * ahead, and counts as expired.
 */
export function createPersistedMap<T>(
  key: string,
  { value, longestMs }: { readonly value: z.ZodMiniType<T>; readonly longestMs: number },
  { store, now }: { readonly store: Store; readonly now: () => number },
): PersistedMap<T> {
  const inTurn = createQueue();
  const entrySchema = z.object({ value, until: z.number() });
  const read = async (): Promise<Map<string, Entry<T>>> => {
    const stored = mapSchema.safeParse(await store.get(key)).data ?? {};
    const live = Object.entries(stored).flatMap(([name, kept]) => {
      const entry = entrySchema.safeParse(kept).data;
      const isLive = entry !== undefined && entry.until > now() && entry.until <= now() + longestMs;
      return isLive ? [[name, entry as Entry<T>] as const] : [];
    });
    return new Map(live);
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
    remove: (name) => change((entries) => entries.delete(name)),
    removeAll: (prefix) =>
      change((entries) => {
        for (const name of [...entries.keys()]) if (name.startsWith(prefix)) entries.delete(name);
      }),
  };
}
