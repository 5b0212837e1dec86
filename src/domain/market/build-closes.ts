import { fail, ok, type ProviderId, type Result } from "../failure";
import type { Ticker } from "../ticker";
import { daysBetween, isLocalDate } from "./calendar-day";
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
  readonly splits?: readonly Split[];
  readonly provider: ProviderId;
  readonly fetchedAt: number;
}

/** A share that gains or loses more than this from one bar to the next, without a split, is a broken reply. */
const MOST_PLAUSIBLE_FACTOR = 50;

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
  const byDate = new Map<LocalDate, number | null>();
  for (const { date, close } of raw.bars) {
    if (!isLocalDate(date)) return broken("a date does not exist");
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
  if (bars.length === 0) return fail({ kind: "no-data-yet", ticker: raw.ticker });
  const splits = (raw.splits ?? []).filter(({ date }) => daysBetween(date, bars.at(-1)?.date ?? date) >= 0);
  if (splits.some((split) => !isPlausibleSplit(split))) return broken("a split has no ratio");
  if (bars.some((bar, at) => isLeap(bars[at - 1], bar))) return broken("a close leaps implausibly");
  const { ticker, currency, zone, provider, fetchedAt } = raw;
  return ok({
    ticker,
    currency,
    zone,
    bars,
    splits: splits.toSorted((a, b) => a.date.localeCompare(b.date)),
    ...(gaps.length > 0 ? { gaps } : {}),
    provider,
    fetchedAt,
  });
}

function isPlausibleSplit({ date, numerator, denominator }: Split): boolean {
  return isLocalDate(date) && [numerator, denominator].every((part) => Number.isFinite(part) && part > 0);
}

function isLeap(before: Close | undefined, bar: Close): boolean {
  if (!before) return false;
  const factor = bar.close / before.close;
  return factor > MOST_PLAUSIBLE_FACTOR || factor < 1 / MOST_PLAUSIBLE_FACTOR;
}
