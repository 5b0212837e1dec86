import { isIndex, type Ticker } from "../ticker";
import { benchmarkOf, isBenchmark } from "./benchmarks";
import type { BenchmarkAbsence, Comparison } from "./comparison";
import { changeOf, type Figures } from "./figures";
import { exchangeIdOf, marketOfExchange } from "./market";
import { createTradingDays, type TradingDays } from "./trading-day";

/** Whether a ticker is shown without comparison: the benchmark itself, and every index. */
export function standsAlone(ticker: Ticker, chosen: Ticker): boolean {
  return isBenchmark(ticker, chosen) || isIndex(ticker);
}

/** The trading days of a benchmark without closes; null if we do not know its exchange. */
function daysOf(chosen: Ticker): TradingDays | null {
  const exchange = benchmarkOf(chosen)?.exchange ?? exchangeIdOf(chosen);
  return exchange === undefined ? null : createTradingDays(marketOfExchange(exchange));
}

/**
 * The benchmark's change between exactly the two dates of the listing's change, even if it has a later close
 * (requirements T3 and T12).
 */
export function besideBenchmark(
  { closes: { ticker }, latest, previous, days }: Figures,
  benchmark: Figures | "awaited" | null,
  chosen: Ticker,
  now: number,
): Comparison["benchmark"] {
  const absent = (absence: BenchmarkAbsence) => ({ ok: false, absence }) as const;
  if (isBenchmark(ticker, chosen)) return absent(ticker === chosen ? "is-benchmark" : "is-its-fund");
  if (isIndex(ticker)) return absent("is-index");
  if (benchmark === "awaited") return absent("awaited");
  if (!previous) return absent("no-change");
  const { date } = latest;
  const last = benchmark?.on(date);
  if (!benchmark || !last) {
    const its = benchmark?.days ?? daysOf(chosen);
    if (its?.expects(date) === false) return absent("no-session");
    return absent(its && its.dueAt(date) > now ? "not-yet" : "unavailable");
  }
  const first = benchmark.on(previous.date);
  if (!first) return absent(benchmark.days.expects(previous.date) ? "unavailable-before" : "no-session-before");
  const isOneSession = [days, benchmark.days].every(({ between }) => between(previous.date, date).length === 0);
  const change = changeOf(first, last);
  return {
    ok: true,
    ticker: benchmark.closes.ticker,
    change,
    difference: changeOf(previous, latest) - change,
    provider: benchmark.closes.provider,
    from: isOneSession ? null : previous.date,
  };
}
