import { fitRows, restoreRows } from "./fit";
import { placeBeside, type Rect, type Size } from "./placement";
import type { Shell } from "./shell";

/** The most that the answer covers of the page, in em of the card: 200 px at the usual 13 px (requirement A7). */
const MOST_ANSWER_EM = 200 / 13;

/** Stands the card beside a line with as many whole rows as there is room for. */
export function placeWhole(shell: Shell, line: Rect, viewport: Size, rtl: boolean): void {
  const placeNow = () => placeBeside(line, shell.naturalSize(), viewport, rtl);
  keepWholeRows(shell, () => placeNow().maxHeight);
  shell.moveTo(placeNow());
}

/** Stands the card at the bottom of a touch screen, where the thumb is. */
export function placeSheet(shell: Shell, viewport: Size): void {
  keepWholeRows(shell, () => viewport.height);
  const { width, height } = shell.naturalSize();
  shell.moveTo({
    x: Math.max(0, (viewport.width - width) / 2),
    y: Math.max(0, viewport.height - height),
    maxHeight: viewport.height,
  });
}

/** `roomFor` is asked while all rows are there. */
function keepWholeRows(shell: Shell, roomFor: () => number): void {
  const note = shell.box.querySelector<HTMLElement>(".note");
  if (!note) return;
  restoreRows(note);
  const isOpen = note.querySelector(".details") !== null || "sheet" in shell.box.dataset;
  const most = isOpen ? Number.POSITIVE_INFINITY : MOST_ANSWER_EM * Number.parseFloat(getComputedStyle(note).fontSize);
  fitRows(note, () => shell.naturalSize().height, Math.min(roomFor(), most));
}
