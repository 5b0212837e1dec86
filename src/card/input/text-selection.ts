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
    ({ isTrusted }) => {
      if (isTrusted) dataset.dragged = dataset.selectable = "";
    },
    { signal },
  );
  for (const type of ["pointerup", "dragend"]) addEventListener(type, endDrag, { capture: true, signal });
  signal.addEventListener("abort", () => {
    endDrag();
    delete dataset.selectable;
  });
}
