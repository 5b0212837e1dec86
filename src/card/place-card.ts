import type { CardAnchor } from "../protocol/card-api";
import { fitRows, restoreRows } from "./fit-rows";
import { placeBeside, type Rect, type Size } from "./placement";
import type { Shell } from "./shell";

/** The highest that the answer may be, in em of the card: 200 px at the usual 13 px (requirement A7). */
const MOST_ANSWER_EM = 200 / 13;

/**
 * Puts the card beside its mention. False, and nothing done, if the mention is outside the viewport. While it is not
 * rendered, the card stays where it is: the page may be writing its words anew, and the content script watches that.
 */
export function placeCard(shell: Shell, { line, element }: CardAnchor, isTouch: boolean): boolean {
  const rect = line();
  if (!rect) return true;
  if (rect.bottom < 0 || rect.top > innerHeight || rect.right < 0 || rect.left > innerWidth) return false;
  const viewport = { width: document.documentElement.clientWidth, height: innerHeight };
  if (isTouch) placeSheet(shell, viewport);
  else placeWhole(shell, rect, viewport, getComputedStyle(element).direction === "rtl");
  return true;
}

/** Places the card beside a line, with as many whole rows as there is room for. */
function placeWhole(shell: Shell, line: Rect, viewport: Size, rtl: boolean): void {
  const placeNow = () => placeBeside(line, shell.naturalSize(), viewport, rtl);
  keepWholeRows(shell, () => placeNow().maxHeight);
  shell.moveTo(placeNow());
}

/** Places the card at the bottom of a touch screen, where the thumb is. */
function placeSheet(shell: Shell, viewport: Size): void {
  keepWholeRows(shell, () => viewport.height);
  const { width, height } = shell.naturalSize();
  shell.moveTo({
    x: Math.max(0, (viewport.width - width) / 2),
    y: Math.max(0, viewport.height - height),
    maxHeight: viewport.height,
  });
}

/** Hides the rows that do not fit. `roomFor` is called while all rows are shown. */
function keepWholeRows(shell: Shell, roomFor: () => number): void {
  const note = shell.box.querySelector<HTMLElement>(".note");
  if (!note) return;
  restoreRows(note);
  const isOpen = note.querySelector(".details") !== null || "sheet" in shell.box.dataset;
  const most = isOpen ? Number.POSITIVE_INFINITY : MOST_ANSWER_EM * Number.parseFloat(getComputedStyle(note).fontSize);
  fitRows(note, () => shell.naturalSize().height, Math.min(roomFor(), most));
}
