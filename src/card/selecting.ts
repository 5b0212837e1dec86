/**
 * Lets the reader drag a selection in the card, and keeps the drag in it; what a page's "select all" takes is the page.
 * To be called with each showing; ends with `signal`, and nothing is selected then.
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
