import { addDays, daysBetween, monthsBefore } from "./calendar-day";
import type { Close, LocalDate } from "./closes";
import { HORIZONS, type Horizon, type PeriodComparison } from "./comparison";
import { totalReturn } from "./dividends";
import { changeOf, type Figures, isKnownStep } from "./figures";

/** The close that a period starts from may be this many days before its first day: the longest break of an exchange. */
const START_SLACK_DAYS = 12;

/** The change over each horizon that the closes cover; the others are absent. */
export function comparePeriods(
  listing: Figures,
  benchmark: Figures | null,
): Readonly<Partial<Record<Horizon, PeriodComparison>>> {
  const found: Partial<Record<Horizon, PeriodComparison>> = {};
  for (const horizon of HORIZONS) {
    const start = startOf(horizon, listing);
    if (start) found[horizon] = { ...comparePeriod(start, listing, benchmark), ...reinvestedSince(start, listing) };
  }
  return found;
}

/** The change from `start` to the latest close, and the benchmark's between exactly the same two days. */
export function comparePeriod(start: Close, listing: Figures, benchmark: Figures | null): PeriodComparison {
  const change = changeOf(start, listing.latest);
  const first = benchmark?.on(start.date);
  const last = benchmark?.on(listing.latest.date);
  const benchmarkChange = first && last ? changeOf(first, last) : null;
  return {
    from: start.date,
    change,
    benchmarkChange,
    difference: benchmarkChange === null ? null : change - benchmarkChange,
  };
}

function reinvestedSince(start: Close, { closes, bars, latest }: Figures): Pick<PeriodComparison, "withDividends"> {
  const held = bars.filter(({ date }) => date >= start.date && date <= latest.date);
  const change = totalReturn(held, closes);
  return change === null ? {} : { withDividends: change };
}

/** The close of the last session on or before `date`; undefined when that close is missing. */
export function lastBarUntil(date: LocalDate, listing: Figures): Close | undefined {
  const bar = listing.before(addDays(date, 1));
  if (!bar || daysBetween(bar.date, date) > START_SLACK_DAYS) return undefined;
  return listing.days.between(bar.date, addDays(date, 1)).some((day) => isMissing(day, listing)) ? undefined : bar;
}

/** Whether the listing has no close of a day on which a session was certainly held. */
function isMissing(day: LocalDate, listing: Figures): boolean {
  return listing.days.isKnown(day) && !isKnownStep(listing, addDays(day, -1), addDays(day, 1));
}

function startOf(horizon: Horizon, listing: Figures): Close | undefined {
  const { date } = listing.latest;
  switch (horizon) {
    case "1D":
      return listing.previous ?? undefined;
    case "5D":
      return fiveBarsBack(listing);
    case "1M":
      return lastBarUntil(monthsBefore(date, 1), listing);
    case "3M":
      return lastBarUntil(monthsBefore(date, 3), listing);
    case "YTD":
      return lastBarUntil(`${Number(date.slice(0, 4)) - 1}-12-31`, listing);
    case "1Y":
      return lastBarUntil(monthsBefore(date, 12), listing);
  }
}

function fiveBarsBack(listing: Figures): Close | undefined {
  const last = listing.bars.slice(-6);
  const isWhole = last.every((bar, at) => {
    const before = last[at - 1];
    return !before || isKnownStep(listing, before.date, bar.date);
  });
  return last.length === 6 && isWhole ? last[0] : undefined;
}
