import type { Closes } from "../../domain/market/closes";
import { BENCHMARK, BENCHMARK_FUND, type Ticker } from "../../domain/ticker";
import type { ClosesQuestion, ClosesSource } from "./closes-source";
import { type LineupDeps, leadingProvider } from "./lineup";

/** The benchmark's closes, for listings of any source. */
export interface Benchmarks {
  /** The ticker that stands for the benchmark where these tickers are asked first: the index, or its fund where the source lacks the index. */
  readonly nameFor: (tickers: readonly Ticker[]) => Promise<Ticker>;
  /** The closes of the benchmark; of its stand-in rather than none. */
  readonly closes: (name: Ticker, question: ClosesQuestion) => Promise<Closes | null>;
  /** The benchmark for a listing that has arrived: the index rather than its fund, where the listing's own source has it. */
  readonly besideOf: (listing: Closes, found: Closes | null, question: ClosesQuestion) => Promise<Closes | null>;
}

export function createBenchmarks(deps: LineupDeps, source: ClosesSource): Benchmarks {
  const closes: Benchmarks["closes"] = async (name, question) => {
    const outcome = await source.one(name, question);
    if (outcome.ok) return outcome.value;
    const other = await source.one(name === BENCHMARK ? BENCHMARK_FUND : BENCHMARK, question);
    return other.ok ? other.value : null;
  };
  return {
    nameFor: async (tickers) => (await leadingProvider(deps, tickers))?.benchmark ?? BENCHMARK,
    closes,
    besideOf: async (listing, found, question) => {
      const own = deps.providers.find(({ id }) => id === listing.provider)?.benchmark ?? BENCHMARK;
      if (!found || found.ticker === BENCHMARK || found.ticker === own) return found;
      // Another source than expected answered for the listing, one that has the index: the fund need not stand in.
      const index = await source.one(own, { ...question, first: listing.provider });
      return index.ok ? index.value : found;
    },
  };
}
