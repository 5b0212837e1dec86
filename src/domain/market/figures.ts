import type { Close, Closes, LocalDate } from "./closes";
import { NEW_YORK } from "./market";
import { settledBars, type TradingDays, tradingDaysOf } from "./trading-day";

/** The settled closes of one listing at one moment, ready to be read. */
export interface Figures {
  readonly closes: Closes;
  readonly days: TradingDays;
  /** Other closes of the same market, asked whether a missing day was a session at all. */
  readonly witness: Closes | null;
  /** Settled bars, oldest first; never empty. */
  readonly bars: readonly Close[];
  readonly latest: Close;
  /** The close of the trading day before; null when there is none or when one in between is missing. */
  readonly previous: Close | null;
  /** The bar of exactly that day. */
  readonly on: (date: LocalDate) => Close | undefined;
  /** The last bar before that day. */
  readonly before: (date: LocalDate) => Close | undefined;
}

/**
 * The settled figures of `closes` at `now`; null when no close is settled.
 * A day of New York's calendar that neither `closes` nor `witness` has was a special closure: the data beats the table.
 */
export function figuresOf(closes: Closes, now: number, witness: Closes | null = null): Figures | null {
  const days = tradingDaysOf(closes);
  if (!days) return null;
  const bars = settledBars(closes, days, now);
  const latest = bars.at(-1);
  if (!latest) return null;
  const byDate = new Map(bars.map((bar) => [bar.date, bar]));
  const figures = {
    closes,
    days,
    witness,
    bars,
    latest,
    on: (date: LocalDate) => byDate.get(date),
    before: (date: LocalDate) => bars.findLast((bar) => bar.date < date),
  };
  const previous = bars.at(-2);
  const isStep = previous !== undefined && isKnownStep(figures, previous.date, latest.date);
  return { ...figures, previous: isStep ? previous : null };
}

/** `to.close / from.close − 1`, unrounded (requirement T1). */
export function changeOf(from: Close, to: Close): number {
  return to.close / from.close - 1;
}

/** Whether the two bars are of neighbouring sessions: a change over a missing close would be two days' change (requirement T12). */
export function isKnownStep(
  { closes, days, witness }: Pick<Figures, "closes" | "days" | "witness">,
  from: LocalDate,
  to: LocalDate,
): boolean {
  return days.between(from, to).every((date) => wasClosed(date, closes) && witness && wasClosed(date, witness));
}

/** Whether New York closes that reach over `date` have neither a bar nor a gap there. */
function wasClosed(date: LocalDate, { zone, bars, gaps }: Closes): boolean {
  const [first, last] = [bars[0], bars.at(-1)];
  if (zone !== NEW_YORK.zone || !first || !last || date <= first.date || date >= last.date) return false;
  return !bars.some((bar) => bar.date === date) && !gaps?.includes(date);
}
