/** Scrolls a card that is too high for its window; false if it does not scroll. */
export function scrollCard(box: HTMLElement, byPx: number): boolean {
  const note = box.querySelector(".note");
  if (!note || !("tight" in box.dataset)) return false;
  note.scrollBy(0, byPx);
  return true;
}
