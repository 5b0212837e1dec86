import type { ProviderId } from "../../providers/catalogue";
import { fail, ok, type Result } from "../failure";
import type { Ticker } from "../ticker";
import { addDays, isLocalDate } from "./calendar-day";
import type { Close, Closes, LocalDate, Split } from "./closes";
import { marketOf } from "./market";
import { createTradingDays } from "./trading-day";

/** What a provider read from its reply, before anything was believed. */
export interface RawCloses {
  readonly ticker: Ticker;
  readonly currency: string | null;
  readonly zone: string;
  /** In any order; a null close is a day for which the provider gives none. Of two with one date the later in the list stands. */
  readonly bars: readonly { readonly date: LocalDate; readonly close: number | null }[];
  /** null where the source does not tell. */
  readonly splits: readonly Split[] | null;
  /** Whether the source is known to adjust its history for splits; without it, bars before a leap that could be a split are dropped. */
  readonly isSplitAdjusted: boolean;
  readonly provider: ProviderId;
  readonly fetchedAt: number;
  /** The first day asked for, where the source keeps to it: a bar long before it is a date gone astray. */
  readonly from?: LocalDate;
}

/** A share that gains or loses more than this from one bar to the next, without a split, is a broken reply. */
const MOST_PLAUSIBLE_FACTOR = 50;

/** The mildest splits are 3 for 2 and 2 for 3: an unadjusted source shows them as a fall to two thirds or a rise by half. */
const MILDEST_SPLIT = { down: 0.7, up: 1.4 };

/** A source may begin a little early, with the last close before the period. */
const EARLY_BARS_DAYS = 14;

/** No share, index or fund has ever closed higher; a larger number is a unit or a time stamp gone astray. */
const MOST_PLAUSIBLE_CLOSE = 1e9;

/**
 * The closes of a reply: sorted, each date once, without the running session (requirement T7).
 * Fails with `source-broken` for anything that cannot be a close, with `no-data-yet` when no close is settled.
 */
export function buildCloses(raw: RawCloses): Result<Closes> {
  const broken = (reason: string) => fail({ kind: "source-broken", provider: raw.provider, reason });
  const days = createTradingDays(marketOf(raw.ticker, raw.zone));
  if (!days) return broken("the time zone does not exist");
  const earliest = raw.from ? addDays(raw.from, -EARLY_BARS_DAYS) : "";
  const byDate = new Map<LocalDate, number | null>();
  for (const { date, close } of raw.bars) {
    if (!isLocalDate(date)) return broken("a date does not exist");
    if (date < earliest) return broken("a date is long before the period");
    if (close !== null && !(Number.isFinite(close) && close > 0)) return broken("a close is not above zero");
    if (close !== null && close > MOST_PLAUSIBLE_CLOSE) return broken("a close is implausibly high");
    // A null beside a number of the same day says nothing about that day.
    if (close !== null || !byDate.has(date)) byDate.set(date, close);
  }
  const bars: Close[] = [];
  const gaps: LocalDate[] = [];
  for (const date of [...byDate.keys()].sort()) {
    if (!days.isSettled(date, raw.fetchedAt)) continue;
    const close = byDate.get(date) ?? null;
    if (close === null) gaps.push(date);
    else bars.push({ date, close });
  }
  if (!raw.isSplitAdjusted) bars.splice(0, Math.max(0, afterLastLeap(bars)));
  if (bars.length === 0) return fail({ kind: "no-data-yet", ticker: raw.ticker });
  const splits = raw.splits?.filter(({ date }) => date <= (bars.at(-1)?.date ?? "")) ?? null;
  if (splits?.some((split) => !isPlausibleSplit(split))) return broken("a split has no ratio");
  if (bars.some((bar, at) => isLeap(bars[at - 1], bar))) return broken("a close leaps implausibly");
  const { ticker, currency, zone, provider, fetchedAt } = raw;
  return ok({
    ticker,
    currency,
    zone,
    bars,
    splits: splits?.toSorted((a, b) => a.date.localeCompare(b.date)) ?? null,
    ...(gaps.length > 0 ? { gaps } : {}),
    provider,
    fetchedAt,
  });
}

function isPlausibleSplit({ date, numerator, denominator }: Split): boolean {
  return isLocalDate(date) && [numerator, denominator].every((part) => Number.isFinite(part) && part > 0);
}

/** The index of the first bar after which no move could be an unadjusted split. */
function afterLastLeap(bars: readonly Close[]): number {
  return bars.findLastIndex((bar, at) => {
    const before = bars[at - 1];
    if (!before) return true;
    const factor = bar.close / before.close;
    return factor < MILDEST_SPLIT.down || factor > MILDEST_SPLIT.up;
  });
}

function isLeap(before: Close | undefined, bar: Close): boolean {
  if (!before) return false;
  const factor = bar.close / before.close;
  return factor > MOST_PLAUSIBLE_FACTOR || factor < 1 / MOST_PLAUSIBLE_FACTOR;
}
