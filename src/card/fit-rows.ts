/**
 * Rows that are left out in a low window, the least important first, by their `data-row`. All others stay: whose
 * figures, the close and its change, the verdict, the day.
 */
const DROPPED_FIRST = [
  "other-listing",
  "fund",
  "year-range",
  "horizons",
  "tabs",
  "chart",
  "stale",
  "details",
  "article",
  "after-hours",
  "stated-benchmark",
  "stated",
  "foot",
];

/** Shows all rows of a card again. */
export function restoreRows(note: Element): void {
  for (const row of note.querySelectorAll("[data-dropped]")) row.removeAttribute("data-dropped");
}

/** Hides whole rows of a card until it is at most `maxHeight` high; no row is cut. */
export function fitRows(note: HTMLElement, heightOf: () => number, maxHeight: number): void {
  for (const name of DROPPED_FIRST) {
    if (heightOf() <= maxHeight) return;
    for (const row of note.querySelectorAll(`[data-row="${name}"]`)) row.setAttribute("data-dropped", "");
  }
}
