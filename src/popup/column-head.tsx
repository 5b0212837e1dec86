import type { Ticker } from "../domain/ticker";
import { benchmarkShortName } from "../ui/benchmark-name";
import type { Wording } from "../ui/figures";
import type { Column, Sorting } from "./sort-rows";

/** A column's heading; a click on it sorts the rows. */
export function ColumnHead({
  column,
  sorting,
  wording,
  against,
  press,
  span,
}: {
  column: Column;
  sorting: Sorting;
  wording: Wording;
  against: Ticker;
  press: () => void;
  span: number;
}) {
  const direction = sorting?.column === column ? (sorting.descending ? "descending" : "ascending") : "none";
  const titles = {
    company: "popup_company",
    close: "popup_close",
    change: "popup_change",
    difference: "popup_difference",
  } as const;
  return (
    <th scope="col" aria-sort={direction} data-column={column} colSpan={span}>
      <button type="button" class="pp-sort" data-direction={direction} onClick={press}>
        {wording.text(titles[column], { benchmark: benchmarkShortName(against, wording) })}
      </button>
    </th>
  );
}
