import { fail, ok, type Result } from "../../domain/failure";
import type { ComparisonInput } from "../../domain/market/compare";
import type { Comparison, ComparisonRow } from "../../domain/market/comparison";
import { tradingStop } from "../../domain/market/standing";
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
  return stop === null ? ok(made) : fail({ kind: stop, ticker, lastDate: made.date });
}
