import type { Close, Closes, LocalDate } from "./closes";
import { settledBars, type TradingDays, tradingDaysOf } from "./trading-day";

/** The settled closes of one listing at one moment, with ways to find one. */
export interface Figures {
  readonly closes: Closes;
  readonly days: TradingDays;
  /** Settled bars, oldest first; never empty. */
  readonly bars: readonly Close[];
  /** The same without the bar before the latest if the source contradicts the change since. */
  readonly sound: readonly Close[];
  readonly latest: Close;
  /** The close of the trading day before; null when there is none or when one in between is missing. */
  readonly previous: Close | null;
  /** The bar of exactly that day, if it is sound. */
  readonly on: (date: LocalDate) => Close | undefined;
  /** The last sound bar before that day, without that one. */
  readonly before: (date: LocalDate) => Close | undefined;
}

/** The settled figures of `closes` at `now`; null when no close is settled. */
export function figuresOf(closes: Closes, now: number): Figures | null {
  const days = tradingDaysOf(closes);
  if (!days) return null;
  const bars = settledBars(closes, days, now);
  const latest = bars.at(-1);
  if (!latest) return null;
  const previous = bars.at(-2);
  const isContradicted = closes.doubts?.some(({ kind, date }) => kind === "contradiction" && date === latest.date);
  // The latest close agrees with the source's own price, so the one before it is doubted.
  const sound = isContradicted ? bars.filter((bar) => bar !== previous) : bars;
  const byDate = new Map(sound.map((bar) => [bar.date, bar]));
  const figures = {
    closes,
    days,
    bars,
    sound,
    latest,
    on: (date: LocalDate) => byDate.get(date),
    before: (date: LocalDate) => sound.findLast((bar) => bar.date < date),
  };
  const isStep = previous !== undefined && isKnownStep(figures, previous.date, latest.date);
  return { ...figures, previous: isStep && !isContradicted ? previous : null };
}

/** `to.close / from.close − 1`, unrounded (requirement T1). */
export function changeOf(from: Close, to: Close): number {
  return to.close / from.close - 1;
}

/**
 * Whether the two closes are of neighbouring sessions: a change over a missing close would be that of two days
 * (requirement T12). A session of which two sources have no close does not count.
 */
export function isKnownStep(
  { closes, days }: Pick<Figures, "closes" | "days">,
  from: LocalDate,
  to: LocalDate,
): boolean {
  return days.between(from, to).every((date) => closes.without?.includes(date));
}
