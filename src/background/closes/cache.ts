import type { Closes } from "../../domain/market/closes";
import type { Ticker } from "../../domain/ticker";
import type { Store } from "../../platform/storage";
import { createQueue } from "../queue";
import { type Coverage, pack, unpack } from "./stored-closes";

/** Closes kept between the background's lives, least recently used out first. */
export interface ClosesCache {
  /** The closes that reach at least as far as asked; of two the later fetched. */
  readonly get: (ticker: Ticker, coverage: Coverage) => Promise<Closes | null>;
  /** Keeps the closes; a full storage drops older ones, then gives up quietly, and never touches other keys. */
  readonly put: (closes: Closes, coverage: Coverage) => Promise<void>;
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

/** A use is noted at most this often: noting each would write the index on each hover. */
const USE_NOTED_EVERY_MS = 3_600_000;

interface IndexEntry {
  readonly bytes: number;
  readonly usedAt: number;
}
type Index = Record<string, IndexEntry>;

/** A cache in `store`, one key per ticker and coverage beside an index of sizes and last uses. */
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

function indexOf(stored: unknown): Index {
  if (typeof stored !== "object" || stored === null) return {};
  const isEntry = (value: unknown): value is IndexEntry =>
    typeof value === "object" &&
    value !== null &&
    "bytes" in value &&
    typeof value.bytes === "number" &&
    "usedAt" in value &&
    typeof value.usedAt === "number";
  return Object.fromEntries(
    Object.entries(stored).filter(
      (pair): pair is [string, IndexEntry] => pair[0].startsWith(PREFIX) && isEntry(pair[1]),
    ),
  );
}

/** The most recently used entries that fit. */
function withinLimits(index: Index, limits: { readonly entries: number; readonly bytes: number }): Index {
  const kept: Index = {};
  let bytes = 0;
  const newestFirst = Object.entries(index).sort(([, a], [, b]) => b.usedAt - a.usedAt);
  for (const [key, entry] of newestFirst.slice(0, limits.entries)) {
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
 * Writes the index before the entry, so that no entry is ever
 * outside it; on a full storage once more with half the others.
 */
async function write(store: Store, kept: Index, before: readonly string[], added: NewEntry): Promise<void> {
  const half = Object.fromEntries(
    Object.entries(kept)
      .sort(([, a], [, b]) => b.usedAt - a.usedAt)
      .slice(0, Math.floor(Object.keys(kept).length / 2)),
  );
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
