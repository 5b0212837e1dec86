import type { Result } from "../../domain/failure";
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
   * The ticker to ask for as the chosen benchmark, together with these tickers. It is the fund SPY instead of the S&P
   * 500 where the source that is asked first lacks the index.
   */
  readonly nameFor: (tickers: readonly Ticker[], chosen: Ticker) => Promise<Ticker>;
  /**
   * The benchmark's closes. If there are none of the S&P 500 or of its fund, those of the other of the two; null
   * without any. `asked` is what came of it if it has been asked for already.
   */
  readonly closes: (name: Ticker, question: ClosesQuestion, asked?: Result<Closes>) => Promise<Closes | null>;
  /**
   * The benchmark to show beside a listing whose closes have come: the S&P 500 instead of its fund, if the source that
   * answered for the listing has the index, and it was not asked for in vain as `name`.
   */
  readonly besideOf: (
    listing: Closes,
    found: Closes | null,
    name: Ticker,
    question: ClosesQuestion,
  ) => Promise<Closes | null>;
  /** The closes of the index of a listing's own exchange; null if there is none besides the chosen benchmark. */
  readonly homeOf: (ticker: Ticker, choice: BenchmarkChoice, question: ClosesQuestion) => Promise<Closes | null>;
}

/** Asks `source` for the closes of benchmarks. */
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
    closes: async (name, question, asked) => {
      const outcome = asked ?? (await source.one(name, question));
      const found = outcome.ok ? outcome.value : null;
      if (found || !isBenchmark(name)) return found;
      return closesOf(name === BENCHMARK ? BENCHMARK_FUND : BENCHMARK, question);
    },
    besideOf: async (listing, found, name, question) => {
      const own = deps.providers.find(({ id }) => id === listing.provider)?.benchmark ?? BENCHMARK;
      if (found?.ticker !== BENCHMARK_FUND || found.ticker === own || name === own) return found;
      // Another source than expected answered for the listing, and it has the index, so the fund is not needed.
      return (await closesOf(own, { ...question, first: listing.provider })) ?? found;
    },
    homeOf: async (ticker, { benchmark, homeIndex }, question) => {
      const exchange = exchangeIdOf(ticker);
      const home = homeIndex && exchange && !isIndex(ticker) ? homeIndexOf(exchange) : undefined;
      return home === undefined || home === benchmark || home === ticker ? null : closesOf(home, question);
    },
  };
}
