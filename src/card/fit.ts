/**
 * Rows that a low window may do without, the least important first; by their `data-row`. What is not named stays:
 * whose figures, the close and its change, the verdict, the day.
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
  "stated-benchmark",
  "stated",
  "foot",
];

/** Brings all rows of a card back. */
export function restoreRows(note: Element): void {
  for (const row of note.querySelectorAll("[data-dropped]")) row.removeAttribute("data-dropped");
}

/** Takes whole rows out of a card until it is at most as high as the window has room for; none is cut through. */
export function fitRows(note: HTMLElement, heightOf: () => number, maxHeight: number): void {
  for (const name of DROPPED_FIRST) {
    if (heightOf() <= maxHeight) return;
    for (const row of note.querySelectorAll(`[data-row="${name}"]`)) row.setAttribute("data-dropped", "");
  }
}
