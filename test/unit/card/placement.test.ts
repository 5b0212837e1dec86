import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GAP_PX, MARGIN_PX, placeBeside, type Rect } from "../../../src/card/placement";

const VIEWPORT = { width: 1000, height: 800 };
const CARD = { width: 340, height: 400 };

const line = (left: number, top: number, width = 60): Rect => ({ left, top, right: left + width, bottom: top + 20 });

describe("the card stands", () => {
  it("below the line, its start edge at the mention's", () => {
    expect(placeBeside(line(100, 100), CARD, VIEWPORT, false)).toMatchObject({ x: 100, y: 120 + GAP_PX });
  });
  it("above it where below is too short", () => {
    expect(placeBeside(line(100, 600), CARD, VIEWPORT, false)).toMatchObject({ x: 100, y: 600 - GAP_PX - 400 });
  });
  it("where there is more room when neither fits, and scrolls inside", () => {
    const short = { width: 1000, height: 600 };
    expect(placeBeside(line(100, 250), CARD, short, false)).toEqual({
      x: 100,
      y: 276,
      maxHeight: 600 - MARGIN_PX - 276,
    });
    expect(placeBeside(line(100, 330), CARD, short, false)).toEqual({
      x: 100,
      y: MARGIN_PX,
      maxHeight: 330 - GAP_PX - MARGIN_PX,
    });
  });
  it("beside the mention in a viewport too low for more", () => {
    const low = { width: 1000, height: 300 };
    expect(placeBeside(line(100, 140), CARD, low, false)).toMatchObject({ x: 160 + GAP_PX });
    expect(placeBeside(line(900, 140), CARD, low, false)).toMatchObject({ x: 900 - GAP_PX - 340 });
  });
  it("inside the right edge", () => {
    expect(placeBeside(line(900, 100), CARD, VIEWPORT, false).x).toBe(1000 - MARGIN_PX - 340);
  });
  it("at the mention's right edge where the page runs from right to left", () => {
    expect(placeBeside(line(600, 100), CARD, VIEWPORT, true).x).toBe(660 - 340);
  });
});

it("is always inside the viewport and never over the mention's line", () => {
  fc.assert(
    fc.property(
      fc.record({
        width: fc.integer({ min: 360, max: 2000 }),
        height: fc.integer({ min: 200, max: 1500 }),
        left: fc.double({ min: 0, max: 1, noNaN: true }),
        top: fc.double({ min: 0, max: 1, noNaN: true }),
        cardHeight: fc.integer({ min: 80, max: 700 }),
        rtl: fc.boolean(),
      }),
      ({ width, height, left, top, cardHeight, rtl }) => {
        const at = line(left * (width - 60), top * (height - 20));
        const { x, y, maxHeight } = placeBeside(at, { width: 340, height: cardHeight }, { width, height }, rtl);
        const bottom = y + Math.min(cardHeight, maxHeight);
        expect(x).toBeGreaterThanOrEqual(MARGIN_PX);
        expect(x + 340).toBeLessThanOrEqual(width - MARGIN_PX);
        expect(y).toBeGreaterThanOrEqual(MARGIN_PX);
        expect(bottom).toBeLessThanOrEqual(height - MARGIN_PX + 0.001);
        const overlaps = x < at.right && x + 340 > at.left && y < at.bottom && bottom > at.top;
        expect(overlaps).toBe(false);
      },
    ),
    { numRuns: 2000 },
  );
});
