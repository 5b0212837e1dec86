import { homeIndexOf, isBenchmark } from "../../domain/market/benchmarks";
import type { Closes } from "../../domain/market/closes";
import { exchangeIdOf } from "../../domain/market/market";
import { BENCHMARK, BENCHMARK_FUND, isIndex, type Ticker } from "../../domain/ticker";
import type { ClosesQuestion } from "./closes-question";
import type { ClosesSource } from "./closes-source";
import { type LineupDeps, leadingProvider } from "./lineup";

/** What the reader compares with. */
export interface BenchmarkChoice {
  readonly benchmark: Ticker;
  /** Whether listings abroad are also compared with the index of their own exchange. */
  readonly homeIndex: boolean;
}

/** The benchmark's closes, for listings of any source. */
export interface Benchmarks {
  readonly choice: () => Promise<BenchmarkChoice>;
  /**
   * The ticker that stands for the chosen benchmark where these tickers are
   * asked first: for the S&P 500 its fund where the source lacks the index.
   */
  readonly nameFor: (tickers: readonly Ticker[], chosen: Ticker) => Promise<Ticker>;
  /** The closes of the benchmark; for the S&P 500 those of its stand-in rather than none. */
  readonly closes: (name: Ticker, question: ClosesQuestion) => Promise<Closes | null>;
  /**
   * The benchmark for a listing that has arrived: the S&P 500
   * rather than its fund, where the listing's own source has it.
   */
  readonly besideOf: (listing: Closes, found: Closes | null, question: ClosesQuestion) => Promise<Closes | null>;
  /** The closes of the index of a listing's own exchange; null where there is none to show beside the chosen one. */
  readonly homeOf: (ticker: Ticker, choice: BenchmarkChoice, question: ClosesQuestion) => Promise<Closes | null>;
}

export function createBenchmarks(
  deps: LineupDeps & { readonly benchmarkChoice: () => Promise<BenchmarkChoice> },
  source: ClosesSource,
): Benchmarks {
  const closesOf = async (ticker: Ticker, question: ClosesQuestion): Promise<Closes | null> => {
    const outcome = await source.one(ticker, question);
    return outcome.ok ? outcome.value : null;
  };
  return {
    choice: deps.benchmarkChoice,
    nameFor: async (tickers, chosen) => {
      if (chosen !== BENCHMARK) return chosen;
      return (await leadingProvider(deps, tickers))?.benchmark ?? BENCHMARK;
    },
    closes: async (name, question) => {
      const found = await closesOf(name, question);
      if (found || !isBenchmark(name)) return found;
      return closesOf(name === BENCHMARK ? BENCHMARK_FUND : BENCHMARK, question);
    },
    besideOf: async (listing, found, question) => {
      const own = deps.providers.find(({ id }) => id === listing.provider)?.benchmark ?? BENCHMARK;
      if (found?.ticker !== BENCHMARK_FUND || found.ticker === own) return found;
      // Another source than expected answered for the listing, one that has the index: the fund need not stand in.
      return (await closesOf(own, { ...question, first: listing.provider })) ?? found;
    },
    homeOf: async (ticker, { benchmark, homeIndex }, question) => {
      const exchange = exchangeIdOf(ticker);
      const home = homeIndex && exchange && !isIndex(ticker) ? homeIndexOf(exchange) : undefined;
      return home === undefined || home === benchmark || home === ticker ? null : closesOf(home, question);
    },
  };
}
