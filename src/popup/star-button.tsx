import type { Wording } from "../ui/figures";
import { StarIcon } from "../ui/icons";
import type { Row } from "./sort-rows";

/** Adds a listing to the watchlist or removes it. */
export function StarButton({
  row,
  filled,
  wording,
  press,
}: {
  row: Row;
  filled: boolean;
  wording: Wording;
  press: () => void;
}) {
  const label = wording.text(filled ? "popup_unstar" : "popup_star", { ticker: row.ticker });
  return (
    <button type="button" class="pp-icon" aria-pressed={filled} aria-label={label} title={label} onClick={press}>
      <StarIcon filled={filled} />
    </button>
  );
}
