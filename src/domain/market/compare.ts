import type { Publication } from "../article";
import { BENCHMARK, BENCHMARK_FUND, type Ticker } from "../ticker";
import { addDays, daysBetween } from "./calendar-day";
import type { Close, Closes } from "./closes";
import type { BenchmarkAbsence, ChangeAbsence, Comparison, ComparisonRow } from "./comparison";
import { changeOf, type Figures, figuresOf, isKnownStep } from "./figures";
import { comparePeriods } from "./horizons";
import { NEW_YORK } from "./market";
import { quoteDecimals } from "./quote-decimals";
import { rebasedSeries } from "./series";
import { sinceArticle } from "./since-article";
import { staleness } from "./staleness";

/** What a comparison is made from; `benchmark` is null when its closes could not be had. */
export interface ComparisonInput {
  readonly listing: Closes;
  readonly benchmark: Closes | null;
  readonly now: number;
  /** When the article was published, when the page states it. */
  readonly published?: Publication | undefined;
}

/** Trading days of about a month: what a row's tiny sparkline shows. */
const RECENT_BARS = 22;

/** Days that a year of closes may begin late and still count as 52 weeks: a weekend beside a holiday. */
const YEAR_SLACK_DAYS = 5;

/** The comparison of a listing's latest close; null when no close is settled yet. Every figure belongs to one trading day (requirement T4). */
export function compare(input: ComparisonInput): Comparison | null {
  const listing = figuresOf(input.listing, input.now, input.benchmark);
  if (!listing) return null;
  const benchmark = input.benchmark && figuresOf(input.benchmark, input.now, input.listing);
  return {
    ...basics(input, listing, benchmark),
    horizons: comparePeriods(listing, benchmarkFor(listing, benchmark)),
    yearRange: yearRange(listing),
    series: rebasedSeries(listing, benchmarkFor(listing, benchmark)),
    ...sinceArticle(listing, benchmarkFor(listing, benchmark), input.published),
  };
}

/** The compact figures of a list's row, by the same rules; null when no close is settled yet. */
export function compareRow(input: ComparisonInput): ComparisonRow | null {
  const listing = figuresOf(input.listing, input.now, input.benchmark);
  if (!listing) return null;
  const benchmark = input.benchmark && figuresOf(input.benchmark, input.now, input.listing);
  return {
    ...basics(input, listing, benchmark),
    recent: listing.bars.slice(-RECENT_BARS).map(({ close }) => close),
  };
}

type Basics = Omit<ComparisonRow, "recent">;

function basics({ now }: ComparisonInput, listing: Figures, benchmark: Figures | null): Basics {
  const { ticker, currency, zone, provider } = listing.closes;
  const { date, close } = listing.latest;
  const previous = listing.previous;
  const change = previous ? changeOf(previous, listing.latest) : null;
  return {
    ticker,
    // An index is counted in points, whatever currency a source states.
    currency: ticker.startsWith("^") ? null : currency,
    zone,
    date,
    closedAt: listing.days.market.closes === "24:00" ? null : listing.days.closedAt(date),
    close,
    decimals: quoteDecimals(listing.closes, listing.bars),
    previous,
    change,
    changeAbsence: change === null ? changeAbsence(listing) : null,
    benchmark: besideBenchmark(ticker, listing, change, benchmark, now),
    provider,
    staleSince: staleness(listing, now),
    told: [...(listing.closes.told ?? []), ...(benchmark?.closes.told ?? [])],
  };
}

/** The benchmark's change of the listing's own local date, never its last bar (requirement T3). */
function besideBenchmark(
  ticker: Ticker,
  listing: Figures,
  change: number | null,
  benchmark: Figures | null,
  now: number,
): Basics["benchmark"] {
  const absent = (absence: BenchmarkAbsence) => ({ ok: false, absence }) as const;
  if (isBenchmark(ticker)) return absent("is-benchmark");
  if (ticker.startsWith("^")) return absent("is-index");
  if (!benchmark) return absent("unavailable");
  const { date } = listing.latest;
  const bar = benchmark.on(date);
  if (!bar) {
    if (!benchmark.days.expects(date)) return absent("no-session");
    return absent(benchmark.days.isSettled(date, now) ? "unavailable" : "not-yet");
  }
  const previous = benchmark.before(date);
  if (change === null || !previous || !isKnownStep(benchmark, previous.date, date)) return absent("unavailable");
  if (listing.days.market === NEW_YORK && previous.date !== listing.previous?.date) return absent("unavailable");
  const benchmarkChange = changeOf(previous, bar);
  return {
    ok: true,
    ticker: benchmark.closes.ticker,
    change: benchmarkChange,
    difference: change - benchmarkChange,
    provider: benchmark.closes.provider,
    from: null,
  };
}

/** Why no change can be told: the first day the source knows of, or a close that is missing. */
function changeAbsence({ bars, latest, days }: Figures): ChangeAbsence {
  return bars.length > 1
    ? { kind: "missing-close", date: days.latestDue(days.closedAt(addDays(latest.date, -1)) + 3_600_000), sure: false }
    : { kind: "first-day" };
}

/** Whether the ticker is the benchmark or the fund that stands in for it. */
export function isBenchmark(ticker: Ticker): boolean {
  return ticker === BENCHMARK || ticker === BENCHMARK_FUND;
}

/** An index is not set beside another index. */
function benchmarkFor(listing: Figures, benchmark: Figures | null): Figures | null {
  const { ticker } = listing.closes;
  return isBenchmark(ticker) || ticker.startsWith("^") ? null : benchmark;
}

function yearRange({ bars, latest }: Figures): Comparison["yearRange"] {
  const first = bars[0];
  if (!first || daysBetween(first.date, latest.date) < 364 - YEAR_SLACK_DAYS) return null;
  const closes = bars.filter(({ date }) => daysBetween(date, latest.date) <= 364).map(({ close }: Close) => close);
  return { low: Math.min(...closes), high: Math.max(...closes) };
}
