import { addDays } from "./calendar-day";
import type { LocalDate } from "./closes";
import type { SeriesPoint } from "./comparison";
import type { Figures } from "./figures";

/**
 * Daily points, both rebased to 100 at the first point; the benchmark's is null on days without its close. `yearStart`
 * is the day from whose close the year's change starts; without one, the points are those of up to a year.
 */
export function rebasedSeries(
  { sound, latest }: Figures,
  benchmark: Figures | null,
  yearStart: LocalDate = addDays(latest.date, -366),
): readonly SeriesPoint[] {
  const year = sound.filter(({ date }) => date >= yearStart);
  const first = year[0];
  if (!first) return [];
  // The benchmark starts at the listing's first point, or at the first day after it that both have.
  const shared = year.find(({ date }) => benchmark?.on(date));
  const benchmarkBase = shared && benchmark?.on(shared.date)?.close;
  const start = shared ? (100 * shared.close) / first.close : 100;
  return year.map(({ date, close }) => {
    const bar = benchmark?.on(date);
    return {
      date,
      listing: (100 * close) / first.close,
      benchmark: bar && benchmarkBase ? (start * bar.close) / benchmarkBase : null,
    };
  });
}
