import { computePosition, flip, offset, type Platform, shift, size } from "@floating-ui/core";
import type { Shell } from "./shell";

/** Between the mention's line and the card; the card's own transparent rim bridges it for the pointer. */
const GAP_PX = 6;

/** Between the card and the viewport's edge. */
const MARGIN_PX = 8;

/** What a card needs to say its answer; the rest of it scrolls. */
const LEAST_HEIGHT_PX = 140;

/**
 * Places the card beside a line of text, given in viewport pixels: below it, else above, else beside it; never over it, always inside
 * the viewport. Pure geometry: the host stands in the top layer, where transformed and scrolling ancestors do not count.
 */
export async function place(
  { box, moveTo }: Pick<Shell, "box" | "moveTo">,
  line: DOMRect,
  element: Element,
): Promise<void> {
  const setMaxHeight = (px: number) => box.style.setProperty("--max-height", `${Math.floor(px)}px`);
  setMaxHeight(innerHeight - 2 * MARGIN_PX);
  const reference = { x: line.x, y: line.y, width: line.width, height: line.height };
  const dimensions = () => ({ width: box.offsetWidth, height: box.offsetHeight });
  const platform: Platform = {
    getElementRects: () => ({ reference, floating: { x: 0, y: 0, ...dimensions() } }),
    getDimensions: dimensions,
    getClippingRect: () => ({ x: 0, y: 0, width: document.documentElement.clientWidth, height: innerHeight }),
    isRTL: () => getComputedStyle(element).direction === "rtl",
  };
  const { x, y } = await computePosition(reference, box, {
    placement: "bottom-start",
    strategy: "fixed",
    platform,
    middleware: [
      offset(GAP_PX),
      flip({
        padding: MARGIN_PX,
        crossAxis: false,
        fallbackPlacements: ["top-start", "right", "left"],
        fallbackStrategy: "bestFit",
      }),
      shift({ padding: MARGIN_PX }),
      size({
        padding: MARGIN_PX,
        apply: ({ availableHeight }) => setMaxHeight(Math.max(LEAST_HEIGHT_PX, availableHeight)),
      }),
    ],
  });
  moveTo(Math.round(x), Math.round(y));
}
