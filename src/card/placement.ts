/** A rectangle of the viewport, CSS pixels. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a card stands: its corner, and the height it may have; what is taller scrolls inside. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly maxHeight: number;
}

/** Between the mention's line and the card; the card's own transparent rim bridges it for the pointer. */
export const GAP_PX = 6;

/** Between the card and the viewport's edge. */
export const MARGIN_PX = 8;

/** Enough for the answer and whose it is; with less above and below the line, a place beside the mention is better. */
const LEAST_HEIGHT_PX = 160;

/**
 * The place of a card of the given natural size beside a line of text: below it, else above it,
 * else where there is more room, else beside the mention; never over it, always inside the
 * viewport. Its start edge stands where the mention's does (`rtl`: its right edge). Pure geometry,
 * as the host stands in the top layer, where scrolling and transformed ancestors do not count.
 */
export function placeBeside(line: Rect, card: Size, viewport: Size, rtl: boolean): Place {
  const below = viewport.height - MARGIN_PX - (line.bottom + GAP_PX);
  const above = line.top - GAP_PX - MARGIN_PX;
  const x = within(rtl ? line.right - card.width : line.left, card.width, viewport.width);
  if (card.height <= below) return { x, y: line.bottom + GAP_PX, maxHeight: below };
  if (card.height <= above) return { x, y: line.top - GAP_PX - card.height, maxHeight: above };
  if (Math.max(below, above) < LEAST_HEIGHT_PX) {
    const side = sideOf(line, card.width, viewport.width);
    const maxHeight = viewport.height - 2 * MARGIN_PX;
    if (side !== null)
      return { x: side, y: within(line.top, Math.min(card.height, maxHeight), viewport.height), maxHeight };
  }
  return below >= above ? { x, y: line.bottom + GAP_PX, maxHeight: below } : { x, y: MARGIN_PX, maxHeight: above };
}

/** The start of a stretch as near to `wanted` as the margins allow; a stretch too long keeps its start in sight. */
function within(wanted: number, length: number, available: number): number {
  return Math.max(MARGIN_PX, Math.min(wanted, available - MARGIN_PX - length));
}

function sideOf(line: Rect, width: number, available: number): number | null {
  if (line.right + GAP_PX + width + MARGIN_PX <= available) return line.right + GAP_PX;
  return line.left - GAP_PX - width >= MARGIN_PX ? line.left - GAP_PX - width : null;
}
