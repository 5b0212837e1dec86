/**
 * Lets the reader select the card's text by dragging, and keeps the selection in the card. A page's "select all" does
 * not include it. The styles for both are in host.css. Call this each time the card is shown. Ends with `signal`, and
 * then nothing is selected.
 */
export function watchTextSelection(box: HTMLElement, signal: AbortSignal): void {
  const { dataset } = box;
  const endDrag = () => delete dataset.dragged;
  box.addEventListener(
    "pointerdown",
    ({ isTrusted, button }) => {
      // No `pointerup` follows a press that opens a menu.
      if (isTrusted && button === 0) dataset.dragged = dataset.selectable = "";
    },
    { signal },
  );
  // A press ends with `pointercancel` if a finger scrolls, or the reader drags a link.
  for (const type of ["pointerup", "pointercancel"]) addEventListener(type, endDrag, { capture: true, signal });
  signal.addEventListener("abort", () => {
    endDrag();
    delete dataset.selectable;
  });
}
