/** A rectangle of the viewport, CSS pixels. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A width and a height, CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The place of a card: its corner and the height it may have. Taller content scrolls inside. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly maxHeight: number;
}

/**
 * The gap between the mention's line and the card. The card has a transparent rim of this width, so that the pointer
 * does not leave it on the way.
 */
export const GAP_PX = 6;

/** The gap between the card and the viewport's edge. */
export const MARGIN_PX = 8;

/**
 * Enough for the company's name and the answer. If there is less room above and below the line, the card goes beside
 * the mention.
 */
const LEAST_HEIGHT_PX = 160;

/**
 * The place of a card of this size beside a line of text: below it; else above it; else where there is more room; else
 * beside the mention. It never covers the line and is always inside the viewport. It starts where the mention starts
 * (`rtl`: at its right edge). This is pure geometry, because the host is in the top layer, where scrolling and
 * transformed ancestors do not matter.
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

/**
 * The start of an interval of this length, as near to `wanted` as the margins allow. If it is too long, its start stays
 * visible.
 */
function within(wanted: number, length: number, available: number): number {
  return Math.max(MARGIN_PX, Math.min(wanted, available - MARGIN_PX - length));
}

function sideOf(line: Rect, width: number, available: number): number | null {
  if (line.right + GAP_PX + width + MARGIN_PX <= available) return line.right + GAP_PX;
  return line.left - GAP_PX - width >= MARGIN_PX ? line.left - GAP_PX - width : null;
}
