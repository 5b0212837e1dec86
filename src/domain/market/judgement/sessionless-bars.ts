import type { LocalDate } from "../closes";
import type { TradingDays } from "../trading-day";
import { areAlike, type DayRow } from "./closes-by-day";

/** The rows of days that may have held a session; "shifted" when all dates seem to have slipped by a day. */
export function withoutGhosts(rows: readonly DayRow[], days: TradingDays): readonly DayRow[] | "shifted" {
  const isGhost = ({ date }: DayRow) => days.isKnown(date) && !days.expects(date);
  const kept = rows.filter((row) => !isGhost(row));
  const dates = new Set(kept.filter(({ close }) => close !== null).map(({ date }) => date));
  const closeBefore = (date: LocalDate) => kept.findLast((row) => row.date < date && row.close !== null)?.close;
  const isHarmless = ({ date, close, volume }: DayRow): boolean => {
    if (close === null || volume === 0) return true;
    const before = closeBefore(date);
    if (before !== undefined && before !== null && areAlike(before, close)) return true;
    // A bar too many is a ghost; a bar in place of a session's is that session's, on a wrong day.
    return (
      dates.has(days.previous(date)) && (dates.has(days.next(date)) || days.next(date) > (kept.at(-1)?.date ?? ""))
    );
  };
  return rows.filter(isGhost).every(isHarmless) ? kept : "shifted";
}
