import { addDays, isLocalDate } from "../../src/domain/market/calendar-day";
import type { Close, LocalDate } from "../../src/domain/market/closes";
import { exchangeOf, marketOf } from "../../src/domain/market/market";
import { createTradingDays, type TradingDays } from "../../src/domain/market/trading-day";
import type { Label, LabelledPage } from "./labels";

/** Closes are built for this many sessions before a page's publication and after it. */
const DAYS_BEFORE = 60;
const DAYS_AFTER = 4;

/** The calendar of a ticker's exchange; New York's for an index whose zone its ticker does not tell. */
export function tradingDaysOf(ticker: string): TradingDays | null {
  const zone = exchangeOf(ticker)?.zone ?? "America/New_York";
  return createTradingDays(marketOf(ticker, zone));
}

/** Closes of a listing around a page's day: the labelled ones, and between them a walk without equal values. */
export function builtCloses({ excerpts, published }: LabelledPage, ticker: string, days: TradingDays): Close[] {
  if (!isLocalDate(published)) return [];
  const labels = excerpts.flatMap((excerpt) => excerpt.labels).filter((label) => label.ticker === ticker);
  const stated = new Map(labels.flatMap((label) => closeOf(label)));
  const first = [...stated.values()][0] ?? 100;
  const bars: Close[] = [];
  for (let back = DAYS_BEFORE; back >= -DAYS_AFTER; back -= 1) {
    const date = addDays(published, -back);
    if (days.expects(date)) bars.push({ date, close: stated.get(date) ?? first * (1 + Math.sin(back * 1.7) * 0.05) });
  }
  return withChanges(bars, labels, stated);
}

function closeOf({ kind, phase, value, session }: Label): [LocalDate, number][] {
  const isClose = (kind === "close" || kind === "level-of-index") && phase === "close";
  return isClose && session?.date ? [[session.date, value]] : [];
}

/** The close before a labelled change is what the change makes of it. */
function withChanges(
  bars: readonly Close[],
  labels: readonly Label[],
  stated: ReadonlyMap<LocalDate, number>,
): Close[] {
  return bars.map((bar, index) => {
    const next = bars[index + 1];
    const change = labels.find(
      ({ unit, direction, session, kind }) =>
        unit === "%" && direction !== null && session?.date === next?.date && /change$/.test(kind),
    );
    if (!next || !change || stated.has(bar.date)) return bar;
    return { date: bar.date, close: next.close / (1 + (change.value * (change.direction ?? 0)) / 100) };
  });
}
