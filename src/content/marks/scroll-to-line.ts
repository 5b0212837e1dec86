import { parentOrHostOf, scrollToMiddle, scrollVertically } from "../page/page-nodes";

/** Whether a line of text is neither above nor below what is seen of the page, not even in part. */
export function isWholeInView({ top, bottom }: DOMRect): boolean {
  return top >= 0 && bottom <= innerHeight;
}

/**
 * Scrolls at once so that the reader sees a line of an element's text. The element's middle alone would not do: a cell
 * of an old page may contain a whole article.
 */
export function scrollToLine(element: Element, lineNow: () => DOMRect | undefined): void {
  scrollToMiddle(element);
  // Which of the elements around it scrolls is told by whether the line moves.
  for (let around: Element | null = element; around; around = parentOrHostOf(around)) {
    const line = lineNow();
    if (!line || isWholeInView(line)) return;
    scrollVertically(around, (line.top + line.bottom - innerHeight) / 2);
  }
}
