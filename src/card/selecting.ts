/**
 * Lets the reader select the card's text by dragging, and keeps the selection in the card. A page's "select all" does
 * not include it. Call this each time the card is shown. Ends with `signal`, and then nothing is selected.
 */
export function watchSelecting(box: HTMLElement, signal: AbortSignal): void {
  const { dataset } = box;
  const letGo = () => delete dataset.dragged;
  box.addEventListener(
    "pointerdown",
    ({ isTrusted }) => {
      if (isTrusted) dataset.dragged = dataset.selectable = "";
    },
    { signal },
  );
  for (const type of ["pointerup", "dragend"]) addEventListener(type, letGo, { capture: true, signal });
  signal.addEventListener("abort", () => {
    letGo();
    delete dataset.selectable;
  });
}
