import { addDays } from "./calendar-day";
import type { Close, LocalDate, Split } from "./closes";
import type { Comparison } from "./comparison";
import type { Figures } from "./figures";
import { comparePeriod, lastBarUntil } from "./horizons";

/** The change since an article: from the last close before its publication day. Absent when the bars do not reach it or nothing closed since. */
export function sinceArticle(
  listing: Figures,
  benchmark: Figures | null,
  published: LocalDate | undefined,
): Pick<Comparison, "sinceArticle"> {
  if (!published || published > addDays(listing.latest.date, 1)) return {};
  const start = lastBarUntil(addDays(published, -1), listing);
  if (!start || start.date >= listing.latest.date) return {};
  return {
    sinceArticle: {
      ...comparePeriod(start, listing, benchmark),
      published,
      printedClose: listing.closes.splits && asPrinted(start, listing.closes.splits),
    },
  };
}

/** A split-adjusted close as it was printed on its day: later splits un-applied (requirement T8). */
export function asPrinted({ date, close }: Close, splits: readonly Split[]): number {
  return splits
    .filter((split) => split.date > date)
    .reduce((printed, { numerator, denominator }) => (printed * numerator) / denominator, close);
}
