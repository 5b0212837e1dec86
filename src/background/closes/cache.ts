import * as z from "zod/mini";
import type { Closes } from "../../domain/market/closes";
import type { Ticker } from "../../domain/ticker";
import type { Store } from "../../platform/storage";
import { createQueue } from "../queue";
import { type Coverage, pack, unpack } from "./stored-closes";

/**
 * Closes kept in the browser's storage, also while the background is stopped; the least recently used are dropped
 * first. How long kept closes are shown without asking again is decided in `freshness.ts`.
 */
export interface ClosesCache {
  /** Closes that reach back at least as far as asked; of two, those fetched later. */
  readonly get: (ticker: Ticker, coverage: Coverage) => Promise<Closes | null>;
  /**
   * Keeps the closes. If the storage is full, older closes are dropped; if that does not help, these are not kept.
   * Other keys are never touched.
   */
  readonly put: (closes: Closes, coverage: Coverage) => Promise<void>;
  /** The closes of the entries used last, at most `count` of them, the latest fetched first. */
  readonly lately: (count: number) => Promise<readonly Closes[]>;
  readonly clear: () => Promise<void>;
  readonly size: () => Promise<CacheSize>;
}

/** What the cache holds. */
export interface CacheSize {
  readonly tickers: number;
  readonly bytes: number;
}

/** Bounds of the cache (requirement R3): 500 tickers or 4 MB. */
const LIMITS = { entries: 500, bytes: 4 * 1024 * 1024 };

const PREFIX = "closes:";
const INDEX = "closes-index";

/** A use is noted at most this often, because noting each one would write the index on each hover. */
const USE_NOTED_EVERY_MS = 3_600_000;

const indexSchema = z.record(z.string(), z.unknown());
const entrySchema = z.object({ bytes: z.number(), usedAt: z.number() });

type IndexEntry = Readonly<z.infer<typeof entrySchema>>;
type Index = Record<string, IndexEntry>;

/** A cache in `store`: one key for each ticker and coverage, and an index of their sizes and last uses. */
export function createClosesCache(
  { store, now }: { readonly store: Store; readonly now: () => number },
  limits: { readonly entries: number; readonly bytes: number } = LIMITS,
): ClosesCache {
  const inTurn = createQueue();
  const readIndex = async () => indexOf(await store.get(INDEX));
  const noteUse = (key: string) =>
    inTurn(async () => {
      const index = await readIndex();
      const entry = index[key];
      if (!entry || now() - entry.usedAt < USE_NOTED_EVERY_MS) return;
      await store.set(INDEX, { ...index, [key]: { ...entry, usedAt: now() } });
    }).catch((error) => console.debug("Sidequote: could not note the use of", key, error));

  return {
    get: async (ticker, coverage) => {
      const keys = coverage === "year" ? [keyOf(ticker, "year")] : [keyOf(ticker, "year"), keyOf(ticker, "month")];
      const found = await Promise.all(keys.map(async (key) => ({ key, closes: unpack(await store.get(key)) })));
      const [newest] = found
        .filter((one): one is { key: string; closes: Closes } => one.closes?.ticker === ticker)
        .sort((a, b) => b.closes.fetchedAt - a.closes.fetchedAt);
      if (newest) void noteUse(newest.key);
      return newest?.closes ?? null;
    },
    put: (closes, coverage) =>
      inTurn(async () => {
        const key = keyOf(closes.ticker, coverage);
        const packed = pack(closes);
        const bytes = key.length + JSON.stringify(packed).length;
        const { [key]: _, ...others } = await readIndex();
        const kept = withinLimits(others, { entries: limits.entries - 1, bytes: limits.bytes - bytes });
        await write(store, kept, Object.keys(others), { key, packed, entry: { bytes, usedAt: now() } });
      }),
    lately: async (count) => {
      const keys = newestFirst(await readIndex()).slice(0, count);
      const found = await Promise.all(keys.map(async ([key]) => unpack(await store.get(key)) ?? []));
      return found.flat().sort((a, b) => b.fetchedAt - a.fetchedAt);
    },
    clear: () =>
      inTurn(async () => {
        const keys = Object.keys(await store.getAll()).filter((key) => key.startsWith(PREFIX));
        await store.remove([...keys, INDEX]);
      }),
    size: async () => {
      const entries = Object.entries(await readIndex());
      return {
        tickers: new Set(entries.map(([key]) => key.slice(key.lastIndexOf(":") + 1))).size,
        bytes: entries.reduce((sum, [, { bytes }]) => sum + bytes, 0),
      };
    },
  };
}

function keyOf(ticker: Ticker, coverage: Coverage): string {
  return `${PREFIX}${coverage}:${ticker}`;
}

/** The entries of a stored index; what is none is left out. */
function indexOf(stored: unknown): Index {
  const values = Object.entries(indexSchema.safeParse(stored).data ?? {});
  return Object.fromEntries(
    values.flatMap(([key, value]) => {
      const entry = entrySchema.safeParse(value).data;
      return entry && key.startsWith(PREFIX) ? [[key, entry] as const] : [];
    }),
  );
}

/** The entries, the most recently used first. */
function newestFirst(index: Index): readonly (readonly [key: string, entry: IndexEntry])[] {
  return Object.entries(index).sort(([, a], [, b]) => b.usedAt - a.usedAt);
}

/** The most recently used entries that fit. */
function withinLimits(index: Index, limits: { readonly entries: number; readonly bytes: number }): Index {
  const kept: Index = {};
  let bytes = 0;
  for (const [key, entry] of newestFirst(index).slice(0, limits.entries)) {
    bytes += entry.bytes;
    if (bytes > limits.bytes) break;
    kept[key] = entry;
  }
  return kept;
}

interface NewEntry {
  readonly key: string;
  readonly packed: unknown;
  readonly entry: IndexEntry;
}

/**
 * Writes the index before the entry, so that no entry is missing from it. If the storage is full, tries once more with
 * half of the others.
 */
async function write(store: Store, kept: Index, before: readonly string[], added: NewEntry): Promise<void> {
  const half = Object.fromEntries(newestFirst(kept).slice(0, Math.floor(Object.keys(kept).length / 2)));
  for (const others of [kept, half]) {
    const out = before.filter((key) => !(key in others));
    if (out.length > 0) await store.remove(out);
    try {
      await store.set(INDEX, { ...others, [added.key]: added.entry });
      await store.set(added.key, added.packed);
      return;
    } catch (error) {
      console.debug("Sidequote: the cache is full", error);
    }
  }
}
