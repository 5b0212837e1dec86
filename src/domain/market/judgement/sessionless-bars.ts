import type { LocalDate } from "../closes";
import type { TradingDays } from "../trading-day";
import { areAlike, type DayRow } from "./closes-by-day";

/**
 * The rows of days that may have had a session. `cutAt` is the first day kept if older ones were left out; null
 * otherwise.
 */
export interface SessionRows {
  readonly rows: readonly DayRow[];
  readonly cutAt: LocalDate | null;
}

/**
 * Dates that are wrong by a day are so every week. If it happened once, more than two weeks ago, only the rows up to
 * that day are left out.
 */
const ROWS_OF_TWO_WEEKS = 10;

/** Leaves out rows of days that had no session. "shifted" if the dates of the reply seem to be wrong by a day. */
export function withoutSessionlessRows(rows: readonly DayRow[], days: TradingDays): SessionRows | "shifted" {
  const isSessionless = ({ date }: DayRow) => days.isKnown(date) && !days.expects(date);
  const kept = rows.filter((row) => !isSessionless(row));
  const dates = new Set(kept.filter(({ close }) => close !== null).map(({ date }) => date));
  const closeBefore = (date: LocalDate) => kept.findLast((row) => row.date < date && row.close !== null)?.close;
  const isHarmless = ({ date, close, volume }: DayRow): boolean => {
    if (close === null || volume === 0) return true;
    const before = closeBefore(date);
    if (before !== undefined && before !== null && areAlike(before, close)) return true;
    // If the sessions before and after have bars, this bar is one too many; if one lacks its bar, this is that
    // session's bar with a wrong date.
    return (
      dates.has(days.previous(date)) && (dates.has(days.next(date)) || days.next(date) > (kept.at(-1)?.date ?? ""))
    );
  };
  const lastSlip = rows.findLast((row) => isSessionless(row) && !isHarmless(row))?.date ?? "";
  const sound = kept.filter(({ date }) => date > lastSlip);
  if (lastSlip !== "" && sound.length < ROWS_OF_TWO_WEEKS) return "shifted";
  return { rows: sound, cutAt: lastSlip === "" ? null : (sound[0]?.date ?? null) };
}
