import type { Close, Doubt, LocalDate } from "../closes";
import type { TradingDays } from "../trading-day";

/**
 * The closes missing for the latest close and its change: of sessions between the last two bars, and of those due after
 * the last.
 */
export function holesIn(
  bars: readonly Close[],
  days: TradingDays,
  { fetchedAt }: { readonly fetchedAt: number },
): readonly Doubt[] {
  const last = bars.at(-1);
  if (!last) return [];
  const before = bars.at(-2);
  const due = days.latestDue(fetchedAt);
  const late = due > last.date ? [...days.between(last.date, due), due].filter(days.isKnown)[0] : undefined;
  return [
    ...missingBetween(before?.date ?? null, last.date, days),
    ...(late === undefined ? [] : [{ kind: "late", date: late } as const]),
  ];
}

function missingBetween(from: LocalDate | null, to: LocalDate, days: TradingDays): readonly Doubt[] {
  const missing = from === null ? [days.previous(to)] : days.between(from, to);
  // The change needs the close nearest to the last one.
  const date = missing.at(-1);
  return date === undefined ? [] : [{ kind: "missing-close", date, sure: days.isKnown(date) }];
}
