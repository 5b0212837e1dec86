import { ok, type Result } from "../../domain/failure";
import type { Closes } from "../../domain/market/closes";
import { BENCHMARK, type Ticker } from "../../domain/ticker";
import type { ClosesCache } from "./cache";
import type { Chain, ChainDeps } from "./chain";
import { askedDays, type ClosesQuestion, serves } from "./closes-question";
import type { Memory } from "./memory";

/** Where closes and refusals are kept for one kind of window. */
export interface Keeping {
  readonly cache: ClosesCache;
  readonly memory: Memory;
}

/** Whom to ask, and where to keep what comes. */
export interface FetchingDeps extends Pick<ChainDeps, "kindOf" | "now"> {
  readonly chain: Chain;
  readonly keeping: (isPrivate: boolean) => Keeping;
}

/** Fetches the closes that are not kept, and keeps them. One outcome per ticker. */
export function createFetching({ chain, keeping, kindOf, now }: FetchingDeps) {
  return async (
    tickers: readonly Ticker[],
    question: ClosesQuestion,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<Ticker, Result<Closes>>> => {
    const { coverage, isPrivate, first } = question;
    const { cache, memory } = keeping(isPrivate);
    const found = new Map<Ticker, Result<Closes>>();
    const known = new Set<Ticker>([BENCHMARK]);
    for (const ticker of tickers) {
      const closes = await cache.get(ticker, coverage);
      // Another question may have fetched and kept this ticker's closes since they were looked for.
      if (closes && serves(closes, question, now())) found.set(ticker, ok(closes));
      if (closes || (await kindOf(ticker)) !== undefined) known.add(ticker);
    }
    const missing = tickers.filter((ticker) => !found.has(ticker));
    if (missing.length === 0) return found;
    const { from, to } = askedDays(question, now());
    const isKnown = (ticker: Ticker) => known.has(ticker);
    const period = { tickers: missing, from, to, ...(first ? { first } : {}) };
    for (const [ticker, outcome] of await chain({ ...period, memory, signal, isKnown })) {
      const answer = outcome.ok ? ok({ ...outcome.value, askedFrom: from }) : outcome;
      if (answer.ok) await cache.put(answer.value, coverage);
      found.set(ticker, answer);
    }
    return found;
  };
}
