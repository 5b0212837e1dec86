import { useEffect, useMemo, useState } from "preact/hooks";
import type { Failure, Result } from "../domain/failure";
import type { ComparisonRow } from "../domain/market/comparison";
import type { Ticker } from "../domain/ticker";
import type { Ask } from "../platform/ask";

/** One outcome per ticker; a ticker without one is still awaited. */
export type Rows = Readonly<Record<Ticker, Result<ComparisonRow>>>;

/** Most tickers of one request, the benchmark among them. */
const BATCH = 50;

interface Asking {
  /** What the rows are compared with. Its own row is asked for together with theirs. */
  readonly benchmark: Ticker;
  readonly allowed: boolean;
  /** Whether the popup is over a private window, about which nothing is kept. */
  readonly isPrivate: boolean;
  /** A new text makes us ask again for the same tickers. */
  readonly attempt: string;
}

/**
 * Gets the figures of the tickers and of the benchmark: first those that are kept, then all in as few requests as
 * possible. Nothing is asked unless `allowed`.
 */
export function useRows(
  ask: Ask,
  tickers: readonly Ticker[],
  { benchmark, allowed, isPrivate, attempt }: Asking,
): Rows {
  const [rows, setRows] = useState<Rows>({});
  const key = tickers.join(" ");
  useEffect(() => {
    let current = true;
    const load = async (cachedOnly: boolean) => {
      for (const batch of batches(benchmark, key === "" ? [] : key.split(" "))) {
        const reply = await ask("compare-rows", { tickers: batch, cachedOnly, isPrivate });
        if (!current) return;
        setRows((before) => ({ ...before, ...outcomes(batch, reply, cachedOnly) }));
      }
    };
    const loadAll = async () => {
      await load(true);
      if (current) await load(false);
    };
    if (allowed) void loadAll();
    return () => {
      current = false;
    };
  }, [ask, key, benchmark, allowed, isPrivate, attempt]);
  return useMemo(() => comparedWith(benchmark, rows), [benchmark, rows]);
}

/**
 * The rows without those that are compared with something else: the reader has just chosen another benchmark, and its
 * name is in the heading above their differences.
 */
function comparedWith(benchmark: Ticker, rows: Rows): Rows {
  return Object.fromEntries(Object.entries(rows).filter(([, row]) => !row.ok || row.value.against === benchmark));
}

/** If the whole request failed, each row has its failure; if only the search for kept figures failed, none has. */
function outcomes(batch: readonly Ticker[], reply: Result<Rows>, cachedOnly: boolean): Rows {
  if (reply.ok) return reply.value;
  return cachedOnly ? {} : Object.fromEntries(batch.map((ticker) => [ticker, reply]));
}

function batches(benchmark: Ticker, tickers: readonly Ticker[]): Ticker[][] {
  const others = tickers.filter((ticker) => ticker !== benchmark);
  const first = [benchmark, ...others.slice(0, BATCH - 1)];
  const rest = others.slice(BATCH - 1);
  const more = Array.from({ length: Math.ceil(rest.length / BATCH) }, (_, i) => rest.slice(i * BATCH, (i + 1) * BATCH));
  return [first, ...more];
}

/**
 * The failure that every row of the list has in common; told once instead of in each row. One that is about a ticker is
 * not, because its sentence names only that one.
 */
export function sharedFailure(tickers: readonly Ticker[], figures: Rows): Failure | null {
  const outcomes = tickers.map((ticker) => figures[ticker]);
  const [first] = outcomes;
  if (!first || first.ok || "ticker" in first.failure) return null;
  const { kind } = first.failure;
  return outcomes.every((outcome) => outcome && !outcome.ok && outcome.failure.kind === kind) ? first.failure : null;
}
