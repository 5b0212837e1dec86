import { fail, type Result } from "../../domain/failure";
import type { Closes } from "../../domain/market/closes";
import { compareRow } from "../../domain/market/compare";
import type { ComparisonRow } from "../../domain/market/comparison";
import { BENCHMARK, BENCHMARK_FUND, type Ticker } from "../../domain/ticker";
import { FIGURES_LIMIT_MS } from "../../domain/time-limits";
import { type AnswerDeps, answered } from "./answered";
import type { ClosesQuestion } from "./closes-question";

/** One outcome per ticker of a list. */
export type Rows = ReadonlyMap<Ticker, Result<ComparisonRow>>;

/**
 * Makes the figures of lists. `fetched` asks in as few requests as the source allows; `kept` asks nobody, and tickers
 * without kept closes are absent.
 */
export function createRows({ source, benchmarks, now, uptime }: AnswerDeps) {
  const rowOf = (listing: Closes, benchmark: Closes | null, chosen: Ticker) =>
    answered({ listing, benchmark, chosen, now: now() }, compareRow);
  return {
    fetched: async (tickers: readonly Ticker[], isPrivate: boolean): Promise<Rows> => {
      const question: ClosesQuestion = { coverage: "month", isPrivate, deadline: uptime() + FIGURES_LIMIT_MS };
      // The benchmark goes along in the same batch, so that it costs no request of its own.
      const { benchmark: chosen } = await benchmarks.choice();
      const name = await benchmarks.nameFor(tickers, chosen);
      const asked = await source.many(tickers, tickers.includes(name) ? [] : [name], question);
      const listings = new Map<Ticker, Result<Closes>>();
      for (const [ticker, outcome] of asked) listings.set(ticker, await outcome);
      const first = [...listings.values()].find((one) => one.ok);
      const found = first?.ok ? await benchmarks.closes(name, question, listings.get(name)) : null;
      const benchmark = first?.ok ? await benchmarks.besideOf(first.value, found, name, question) : null;
      return new Map(
        [...listings].map(([ticker, one]) => [ticker, one.ok ? rowOf(one.value, benchmark, chosen) : one]),
      );
    },
    kept: async (tickers: readonly Ticker[], isPrivate: boolean): Promise<Rows> => {
      const question = { coverage: "month", isPrivate } as const;
      const { benchmark: chosen } = await benchmarks.choice();
      const standIn = chosen === BENCHMARK ? await source.kept(BENCHMARK_FUND, question) : null;
      const benchmark = (await source.kept(chosen, question)) ?? standIn;
      const rows = new Map<Ticker, Result<ComparisonRow>>();
      for (const ticker of tickers) {
        const listing = await source.kept(ticker, question);
        if (listing) rows.set(ticker, rowOf(listing, benchmark, chosen));
      }
      return rows;
    },
    /** One failure for all tickers. */
    failed: (tickers: readonly Ticker[], kind: "no-consent"): Rows =>
      new Map(tickers.map((ticker) => [ticker, fail({ kind })] as const)),
  };
}
