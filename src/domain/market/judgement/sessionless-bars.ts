import type { LocalDate } from "../closes";
import type { TradingDays } from "../trading-day";
import { areAlike, type DayRow } from "./closes-by-day";

/** Rows that may be of sessions. `cutAt` is the first day kept where older ones were left out, else null. */
export interface SessionRows {
  readonly rows: readonly DayRow[];
  readonly cutAt: LocalDate | null;
}

/** Dates that slip by a day do so every week: what happened once and longer ago takes only what lies before it away. */
const ROWS_OF_TWO_WEEKS = 10;

/** The rows of days that may have held a session; "shifted" when the dates seem to have slipped by a day. */
export function withoutGhosts(rows: readonly DayRow[], days: TradingDays): SessionRows | "shifted" {
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
  const lastSlip = rows.findLast((row) => isGhost(row) && !isHarmless(row))?.date ?? "";
  const sound = kept.filter(({ date }) => date > lastSlip);
  if (lastSlip !== "" && sound.length < ROWS_OF_TWO_WEEKS) return "shifted";
  return { rows: sound, cutAt: lastSlip === "" ? null : (sound[0]?.date ?? null) };
}
