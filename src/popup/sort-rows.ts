import type { Result } from "../domain/failure";
import type { ComparisonRow } from "../domain/market/comparison";
import type { WordedStatement } from "../domain/statements/article-statement";
import type { Ticker } from "../domain/ticker";

/** The columns by which a list can be sorted. */
export const COLUMNS = ["company", "close", "change", "difference"] as const;
/** One of `COLUMNS`. */
export type Column = (typeof COLUMNS)[number];

/**
 * The column by which the rows are sorted; null for the order in which they came (by importance on the page, the
 * reader's own on the watchlist).
 */
export type Sorting = { readonly column: Column; readonly descending: boolean } | null;

/** One line of a list: a listing, and its figures once they are there. */
export interface Row {
  readonly ticker: Ticker;
  readonly name: string;
  /** Its exchange as the reader knows it; given if several listings of one company are in the list. */
  readonly exchange?: string;
  readonly outcome: Result<ComparisonRow> | undefined;
  /** What the page's article states of it. */
  readonly stated?: WordedStatement | undefined;
}

/**
 * The sorting after a click on a column's heading. Figures start with the highest, names with A; a third click ends the
 * sorting.
 */
export function nextSorting(sorting: Sorting, column: Column): Sorting {
  const startsDescending = column !== "company";
  if (sorting?.column !== column) return { column, descending: startsDescending };
  return sorting.descending === startsDescending ? { column, descending: !startsDescending } : null;
}

/**
 * The rows in this order; rows without the figure come last in both directions. Closes are sorted within each currency,
 * because yen are not more than dollars for being a larger number.
 */
export function sortRows(rows: readonly Row[], sorting: Sorting, locale: string): readonly Row[] {
  if (!sorting) return rows;
  const sign = sorting.descending ? -1 : 1;
  if (sorting.column === "company") {
    const { compare } = new Intl.Collator(locale);
    return [...rows].sort((a, b) => sign * compare(a.name || a.ticker, b.name || b.ticker));
  }
  const { column } = sorting;
  const currencies = column === "close" ? rows.map(currencyOf) : [];
  const groupOf = (row: Row) => currencies.indexOf(currencyOf(row));
  return [...rows].sort((a, b) => {
    const [one, other] = [figureOf(a, column), figureOf(b, column)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return groupOf(a) - groupOf(b) || sign * (one - other);
  });
}

/** The currency of a row's close: null for points of an index, undefined where there is no close. */
function currencyOf({ outcome }: Row): string | null | undefined {
  return outcome?.ok ? outcome.value.currency : undefined;
}

function figureOf({ outcome }: Row, column: Exclude<Column, "company">): number | null {
  if (!outcome?.ok) return null;
  const { close, change, benchmark } = outcome.value;
  switch (column) {
    case "close":
      return close;
    case "change":
      return change;
    case "difference":
      return benchmark.ok ? benchmark.difference : null;
  }
}
