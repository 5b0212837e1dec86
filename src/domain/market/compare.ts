import type { Publication } from "../article";
import { BENCHMARK, isIndex, type Ticker } from "../ticker";
import { besideBenchmark, standsAlone } from "./beside-benchmark";
import type { Closes } from "./closes";
import type { ChangeAbsence, Comparison, ComparisonRow } from "./comparison";
import { exDividendOf } from "./dividends";
import { changeOf, type Figures, figuresOf } from "./figures";
import { comparePeriods } from "./horizons";
import { quoteDecimals } from "./quote-decimals";
import { rebasedSeries } from "./series";
import { sinceArticle } from "./since-article";
import { staleness } from "./staleness";
import { yearRange } from "./year-range";

/**
 * What a comparison is made from. `benchmark` is null if its closes could not be had, and "awaited" while they are
 * being asked for.
 */
export interface ComparisonInput {
  readonly listing: Closes;
  readonly benchmark: Closes | "awaited" | null;
  /** What the reader compares with; the S&P 500 where absent. */
  readonly chosen?: Ticker | undefined;
  /** The index of the listing's own exchange, where the reader wants it beside. */
  readonly home?: Closes | null | undefined;
  readonly now: number;
  /** When the article was published, when the page states it. */
  readonly published?: Publication | undefined;
}

/** Trading days of about a month: what a row's tiny sparkline shows. */
const RECENT_BARS = 22;

/**
 * The comparison of a listing's latest close; null when no close is
 * settled yet. Every figure belongs to one trading day (requirement T4).
 */
export function compare(input: ComparisonInput): Comparison | null {
  const listing = figuresOf(input.listing, input.now);
  if (!listing) return null;
  const benchmark = benchmarkOf(input);
  const horizons = comparePeriods(listing, benchmark);
  const since = sinceArticle(listing, benchmark, input.published);
  const isCompared = [...Object.values(horizons), since.sinceArticle].some((one) => one?.benchmarkChange != null);
  return {
    ...basics(input, listing, benchmark),
    periodsAgainst: isCompared && benchmark ? benchmark.closes.ticker : null,
    exDividend: exDividendOf(listing.closes.dividends, { ...listing, currency: listing.closes.currency }),
    home: besideHome(listing, input),
    horizons,
    yearRange: yearRange(listing),
    series: rebasedSeries(listing, benchmark, horizons["1Y"]?.from),
    ...since,
  };
}

/** The compact figures for a row of a list, by the same rules; null if no close is settled yet. */
export function compareRow(input: ComparisonInput): ComparisonRow | null {
  const listing = figuresOf(input.listing, input.now);
  if (!listing) return null;
  const benchmark = benchmarkOf(input);
  return {
    ...basics(input, listing, benchmark),
    recent: listing.sound.slice(-RECENT_BARS).map(({ close }) => close),
  };
}

/** The benchmark's figures; null if there are none, or the listing is shown without comparison. */
function benchmarkOf({ listing: { ticker }, benchmark, chosen = BENCHMARK, now }: ComparisonInput): Figures | null {
  if (benchmark === null || benchmark === "awaited" || standsAlone(ticker, chosen)) return null;
  return figuresOf(benchmark, now);
}

/** The comparison with the index of the listing's own exchange; null if it cannot be made. */
function besideHome(listing: Figures, { home, chosen = BENCHMARK, now }: ComparisonInput): Comparison["home"] {
  const figures = home && figuresOf(home, now);
  const beside = figures && besideBenchmark(listing, figures, chosen, now);
  return beside?.ok ? beside : null;
}

type Basics = Omit<ComparisonRow, "recent">;

function basics(
  { now, benchmark: given, chosen = BENCHMARK }: ComparisonInput,
  listing: Figures,
  benchmark: Figures | null,
): Basics {
  const { ticker, currency, zone, provider } = listing.closes;
  const { date, close } = listing.latest;
  const previous = listing.previous;
  const change = previous ? changeOf(previous, listing.latest) : null;
  return {
    ticker,
    // An index is in points, whatever currency a source states.
    currency: isIndex(ticker) ? null : currency,
    zone,
    date,
    closedAt: listing.days.isHourKnown(date) ? listing.days.closedAt(date) : null,
    close,
    decimals: quoteDecimals(listing.closes, listing.bars),
    previous,
    change,
    changeAbsence: change === null ? changeAbsence(listing) : null,
    against: chosen,
    benchmark: besideBenchmark(listing, given === "awaited" ? given : benchmark, chosen, now),
    provider,
    staleSince: staleness(listing, now),
    told: [...(listing.closes.told ?? []), ...(benchmark?.closes.told ?? [])],
  };
}

/** Why no change can be given: a doubt about the reply, or else the close that is missing. */
function changeAbsence({ bars, latest, days, closes }: Figures): ChangeAbsence {
  const doubted = closes.doubts?.filter(({ date }) => date === latest.date).map(({ kind }) => kind) ?? [];
  if (doubted.includes("may-be-split")) return { kind: "may-be-split" };
  if (doubted.includes("contradiction")) return { kind: "contradiction" };
  const before = bars.at(-2)?.date;
  // By now no other source has had an earlier close: sources have called today the first day of old funds.
  if (before === undefined && closes.firstTraded === latest.date) return { kind: "first-day" };
  const missing = before === undefined ? [] : days.between(before, latest.date);
  const date = missing.findLast((day) => !closes.without?.includes(day)) ?? days.previous(latest.date);
  return { kind: "missing-close", date, sure: days.isKnown(date) };
}
