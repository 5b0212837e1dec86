import type { Publication } from "../article";
import { BENCHMARK, BENCHMARK_FUND, type Ticker } from "../ticker";
import { daysBetween } from "./calendar-day";
import type { Close, Closes } from "./closes";
import type { BenchmarkAbsence, ChangeAbsence, Comparison, ComparisonRow } from "./comparison";
import { changeOf, type Figures, figuresOf } from "./figures";
import { comparePeriods } from "./horizons";
import { quoteDecimals } from "./quote-decimals";
import { rebasedSeries } from "./series";
import { sinceArticle } from "./since-article";
import { staleness } from "./staleness";

/** What a comparison is made from; `benchmark` is null when its closes could not be had, "awaited" while they are still asked for. */
export interface ComparisonInput {
  readonly listing: Closes;
  readonly benchmark: Closes | "awaited" | null;
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
  const listing = figuresOf(input.listing, input.now);
  if (!listing) return null;
  const benchmark = benchmarkOf(input);
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
  const listing = figuresOf(input.listing, input.now);
  if (!listing) return null;
  const benchmark = benchmarkOf(input);
  return {
    ...basics(input, listing, benchmark),
    recent: listing.bars.slice(-RECENT_BARS).map(({ close }) => close),
  };
}

function benchmarkOf({ benchmark, now }: ComparisonInput): Figures | null {
  return benchmark === null || benchmark === "awaited" ? null : figuresOf(benchmark, now);
}

type Basics = Omit<ComparisonRow, "recent">;

function basics({ now, benchmark: given }: ComparisonInput, listing: Figures, benchmark: Figures | null): Basics {
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
    benchmark: besideBenchmark(listing, change, given === "awaited" ? given : benchmark, now),
    provider,
    staleSince: staleness(listing, now),
    told: [...(listing.closes.told ?? []), ...(benchmark?.closes.told ?? [])],
  };
}

/** The benchmark's change between exactly the listing's own two dates, never its last bar (requirements T3 and T12). */
function besideBenchmark(
  { closes: { ticker }, latest: { date }, previous, days }: Figures,
  change: number | null,
  benchmark: Figures | "awaited" | null,
  now: number,
): Basics["benchmark"] {
  const absent = (absence: BenchmarkAbsence) => ({ ok: false, absence }) as const;
  if (isBenchmark(ticker)) return absent("is-benchmark");
  if (ticker.startsWith("^")) return absent("is-index");
  if (benchmark === "awaited") return absent("awaited");
  if (!benchmark) return absent("unavailable");
  const last = benchmark.on(date);
  if (!last) {
    if (!benchmark.days.expects(date)) return absent("no-session");
    return absent(benchmark.days.isSettled(date, now) ? "unavailable" : "not-yet");
  }
  if (change === null || !previous) return absent("unavailable");
  const first = benchmark.on(previous.date);
  if (!first) return absent(benchmark.days.expects(previous.date) ? "unavailable" : "no-session-before");
  const isOneSession = [days, benchmark.days].every(({ between }) => between(previous.date, date).length === 0);
  const benchmarkChange = changeOf(first, last);
  return {
    ok: true,
    ticker: benchmark.closes.ticker,
    change: benchmarkChange,
    difference: change - benchmarkChange,
    provider: benchmark.closes.provider,
    from: isOneSession ? null : previous.date,
  };
}

/** Why no change can be told: what the judgement of the reply doubted, else the close that is missing. */
function changeAbsence({ bars, latest, days, closes }: Figures): ChangeAbsence {
  const doubted = closes.doubts?.filter(({ date }) => date === latest.date).map(({ kind }) => kind) ?? [];
  if (doubted.includes("may-be-split")) return { kind: "may-be-split" };
  if (doubted.includes("contradiction")) return { kind: "contradiction" };
  const before = bars.at(-2)?.date;
  if (before === undefined && closes.firstTraded === latest.date) return { kind: "first-day" };
  const missing = before === undefined ? [] : days.between(before, latest.date);
  const date = missing.findLast((day) => !closes.without?.includes(day)) ?? days.previous(latest.date);
  return { kind: "missing-close", date, sure: days.isKnown(date) };
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
