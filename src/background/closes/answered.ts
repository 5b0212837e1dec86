import { fail, ok, type Result } from "../../domain/failure";
import { standsAlone } from "../../domain/market/beside-benchmark";
import type { LocalDate } from "../../domain/market/closes";
import type { ComparisonInput } from "../../domain/market/compare";
import type { Comparison, ComparisonRow } from "../../domain/market/comparison";
import { tradingStop } from "../../domain/market/standing";
import { BENCHMARK } from "../../domain/ticker";
import type { Benchmarks } from "./benchmarks";
import type { ClosesSource } from "./closes-source";

/** What answers are made from. `now` is epoch milliseconds, `uptime` milliseconds of a clock that never goes back. */
export interface AnswerDeps {
  readonly source: ClosesSource;
  readonly benchmarks: Benchmarks;
  readonly now: () => number;
  readonly uptime: () => number;
}

/**
 * The figures that `make` computes from closes, or why there are none to show: none settled at this moment, halted, no
 * longer trading.
 */
export function answered<T extends ComparisonRow | Comparison>(
  input: ComparisonInput,
  make: (input: ComparisonInput) => T | null,
): Result<T> {
  const { ticker } = input.listing;
  const made = make(input);
  // Kept closes are all of days to come if the computer's clock was set back.
  if (!made) return fail({ kind: "not-found", ticker });
  const stop = tradingStop(input.listing, input.now);
  return stop === null || !hasSessionSince(made.date, input)
    ? ok(made)
    : fail({ kind: stop, ticker, lastDate: made.date });
}

/**
 * Whether there is a close of the benchmark after `date`. If not, nothing may have traded: the computer's clock may be
 * ahead, or all sources late. What is shown without a benchmark has only its calendar.
 */
function hasSessionSince(date: LocalDate, { listing, benchmark, chosen = BENCHMARK }: ComparisonInput): boolean {
  if (standsAlone(listing.ticker, chosen)) return true;
  return benchmark !== null && benchmark !== "awaited" && (benchmark.bars.at(-1)?.date ?? "") > date;
}
