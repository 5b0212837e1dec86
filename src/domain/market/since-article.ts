import type { Publication } from "../article";
import { addDays } from "./calendar-day";
import type { Close, LocalDate, Split } from "./closes";
import type { Comparison } from "./comparison";
import type { Figures } from "./figures";
import { comparePeriod, lastBarUntil } from "./horizons";

/**
 * The change since an article: from the last close that its author could know to the latest. Absent if that close is
 * missing, or there has been no session since.
 */
export function sinceArticle(
  listing: Figures,
  benchmark: Figures | null,
  publication: Publication | undefined,
): Pick<Comparison, "sinceArticle"> {
  if (!publication) return {};
  const start = lastBarUntil(lastSessionBefore(publication, listing), listing);
  if (!start || start.date >= listing.latest.date) return {};
  return {
    sinceArticle: {
      ...comparePeriod(start, listing, benchmark),
      published: publication.day,
      printedClose: listing.closes.splits && asPrinted(start, listing.closes.splits),
    },
  };
}

/**
 * The first day to ask for, so that the change since an article of `day` can be given; null if closes since `heldFrom`
 * are enough. It is always the first day of a year, so that the source does not learn when the article was written.
 */
export function closesNeededFrom(day: LocalDate, heldFrom: LocalDate): LocalDate | null {
  const needed = addDays(day, -REACH_DAYS);
  return needed < heldFrom ? `${needed.slice(0, 4)}-01-01` : null;
}

/** A close as it was printed on its day, without later splits (requirement T8). */
export function asPrinted({ date, close }: Close, splits: readonly Split[]): number {
  return splits
    .filter((split) => split.date > date)
    .reduce((printed, { numerator, denominator }) => (printed * numerator) / denominator, close);
}

/**
 * The last close before an article is at most this many days before it: `lastBarUntil` takes none that is more than
 * twelve days older than the day it is asked for, and that may be two days before the author's.
 */
const REACH_DAYS = 14;

/**
 * The last day whose session was over when the article appeared: by its hour on the exchange's clock; if that is not
 * known, the day before.
 */
function lastSessionBefore({ day, at }: Publication, { days }: Figures): LocalDate {
  if (at === null) return addDays(day, -1);
  const date = days.dateOf(at);
  return days.closedAt(date) <= at ? date : addDays(date, -1);
}
