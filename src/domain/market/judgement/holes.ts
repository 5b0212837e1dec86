import type { Close, Doubt, LocalDate } from "../closes";
import type { TradingDays } from "../trading-day";

/**
 * The closes missing for the latest close and its change: of sessions between the last two bars, and of those due after
 * the last.
 */
export function holesIn(
  bars: readonly Close[],
  days: TradingDays,
  { fetchedAt, firstTraded }: { readonly fetchedAt: number; readonly firstTraded?: LocalDate | undefined },
): readonly Doubt[] {
  const last = bars.at(-1);
  if (!last) return [];
  const before = bars.at(-2);
  const due = days.latestDue(fetchedAt);
  const late = due > last.date ? [...days.between(last.date, due), due].filter(days.isKnown)[0] : undefined;
  return [
    ...missingBetween(before?.date ?? null, last.date, firstTraded, days),
    ...(late === undefined ? [] : [{ kind: "late", date: late } as const]),
  ];
}

function missingBetween(
  from: LocalDate | null,
  to: LocalDate,
  firstTraded: LocalDate | undefined,
  days: TradingDays,
): readonly Doubt[] {
  // Only the source can say that a single bar is of the first trading day.
  if (from === null && firstTraded === to) return [];
  const missing = from === null ? [days.previous(to)] : days.between(from, to);
  // The change needs the close nearest to the last one.
  const date = missing.at(-1);
  return date === undefined ? [] : [{ kind: "missing-close", date, sure: days.isKnown(date) }];
}
