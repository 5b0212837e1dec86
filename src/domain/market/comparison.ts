import type { ProviderId } from "../../providers/catalogue";
import type { Ticker } from "../ticker";
import type { LocalDate, Told } from "./closes";
import type { ExDividend } from "./dividends";

/** The periods a comparison is shown over, shortest first. */
export const HORIZONS = ["1D", "5D", "1M", "3M", "YTD", "1Y"] as const;
/** One of `HORIZONS`. */
export type Horizon = (typeof HORIZONS)[number];

/** Why there is no benchmark figure beside the listing's. */
export type BenchmarkAbsence =
  /** The ticker is the benchmark, the fund that follows it, or another index. */
  | "is-benchmark"
  | "is-its-fund"
  | "is-index"
  /** The benchmark's market was closed on that date. */
  | "no-session"
  /** The benchmark's market was closed on the day from which the listing's change starts. */
  | "no-session-before"
  /** The benchmark's close of that date is not due yet (listing abroad that closes earlier). */
  | "not-yet"
  /** The listing's own change is not known, so there is nothing to compare. */
  | "no-change"
  /** The benchmark's closes could not be had, or not that of the listing's date. */
  | "unavailable"
  /** The benchmark's close of the day from which the listing's change starts could not be had. */
  | "unavailable-before"
  /** The listing's figures have come first; the benchmark's are still being asked for. */
  | "awaited";

/** Why the change of the latest close is not known. */
export type ChangeAbsence =
  /**
   * The close of `date` could not be had. `sure`: a calendar says that there was a session; otherwise it may have been
   * a holiday.
   */
  | { readonly kind: "missing-close"; readonly date: LocalDate; readonly sure: boolean }
  /** The change is so large that it may be a split, and no source says whether it is. */
  | { readonly kind: "may-be-split" }
  /** The source states another change than its own closes have. */
  | { readonly kind: "contradiction" }
  /** The listing's first trading day, as a source states. */
  | { readonly kind: "first-day" };

/** A benchmark's change between a listing's own two dates; fractions, unrounded. */
export interface BesideBenchmark {
  readonly ok: true;
  readonly ticker: Ticker;
  readonly change: number;
  /** The listing's change less the benchmark's. */
  readonly difference: number;
  readonly provider: ProviderId;
  /** The day from whose close both changes start, if that is not the session before; null on ordinary days. */
  readonly from: LocalDate | null;
}

/** Change of a listing and of the benchmark over the same period; fractions (0.0021 is +0.21 %), unrounded. */
export interface PeriodComparison {
  /** The trading day whose close the change starts from. */
  readonly from: LocalDate;
  readonly change: number;
  /** The change with dividends reinvested; absent if the source does not tell dividends. */
  readonly withDividends?: number;
  /** null when the benchmark lacks a bar on either end. */
  readonly benchmarkChange: number | null;
  /** `change − benchmarkChange`, a fraction of one (0.01 is one percentage point). */
  readonly difference: number | null;
}

/** One point of the chart: listing and benchmark rebased to 100 at the first point. */
export interface SeriesPoint {
  readonly date: LocalDate;
  readonly listing: number;
  readonly benchmark: number | null;
}

/** A listing's latest close and the benchmark's for the same trading day. Every figure belongs to `date`. */
export interface Comparison {
  readonly ticker: Ticker;
  /** As in `Closes`; null for an index as well, whatever currency its source names. */
  readonly currency: string | null;
  readonly zone: string;
  readonly date: LocalDate;
  /** The instant of the regular close of `date`, epoch milliseconds; null where only the date is known. */
  readonly closedAt: number | null;
  readonly close: number;
  /** The number of decimals in which the market quotes, in `currency`. */
  readonly decimals: number;
  /** The close of the session before; null if it is missing or doubted, and then there is no change either. */
  readonly previous: { readonly date: LocalDate; readonly close: number } | null;
  /** `close / previous.close − 1`, unrounded. */
  readonly change: number | null;
  /** Why there is no change; null when there is one. */
  readonly changeAbsence: ChangeAbsence | null;
  /** The dividend whose ex-dividend day is `date`; null on other days, and if the source does not tell dividends. */
  readonly exDividend: ExDividend | null;
  /** The benchmark that the reader chose, even if another stands in for it. */
  readonly against: Ticker;
  readonly benchmark: BesideBenchmark | { readonly ok: false; readonly absence: BenchmarkAbsence };
  /**
   * The benchmark that the periods are compared with, also if the day's change is not known; it may stand in for the
   * chosen one. Null if no period is compared.
   */
  readonly periodsAgainst: Ticker | null;
  /**
   * The comparison with the index of the listing's own exchange; null in the home market of the benchmark, and if that
   * index is not known or not wanted.
   */
  readonly home: BesideBenchmark | null;
  readonly horizons: Readonly<Partial<Record<Horizon, PeriodComparison>>>;
  /** Lowest and highest close of the 52 weeks that end with `date`; null with less than 52 weeks of bars. */
  readonly yearRange: { readonly low: number; readonly high: number } | null;
  /** Daily points from the day on from which the 1Y change counts, oldest first, rebased to 100 at the first. */
  readonly series: readonly SeriesPoint[];
  /** From the last close that the article's author could know to `date`; absent when unknown or not before `date`. */
  readonly sinceArticle?: PeriodComparison & {
    readonly published: LocalDate;
    /** The close of `from` as it was printed then, without later splits; null if the provider does not tell splits. */
    readonly printedClose: number | null;
  };
  readonly provider: ProviderId;
  /** The day whose close was due and could not be had; null if the figures are current. */
  readonly staleSince: LocalDate | null;
  /** What each source said of listing and benchmark, in the order of asking. */
  readonly told: readonly Told[];
}

/** The compact figures of one row in a list; the same rules as `Comparison`. */
export type ComparisonRow = Pick<
  Comparison,
  | "ticker"
  | "currency"
  | "zone"
  | "date"
  | "closedAt"
  | "close"
  | "decimals"
  | "previous"
  | "change"
  | "changeAbsence"
  | "against"
  | "benchmark"
  | "provider"
  | "staleSince"
  | "told"
> & {
  /** Closes of the last month, oldest first, for a tiny sparkline. */
  readonly recent: readonly number[];
};
