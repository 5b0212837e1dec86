import { cdp } from "vitest/browser";

/** A point of the driver's viewport, CSS pixels. */
export interface DriverPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * A point so many pixels along an element, where the driver counts from: the frame of the tests stands in another one.
 */
export function inTopFrame(element: Element, along: number): DriverPoint {
  const { left, top } = element.getBoundingClientRect();
  const frame = window.frameElement?.getBoundingClientRect();
  const scale = (frame?.width ?? innerWidth) / innerWidth;
  return { x: (frame?.left ?? 0) + (left + along) * scale, y: (frame?.top ?? 0) + (top + 5) * scale };
}

/** What a finger does, by the browser's own events. */
export async function touchEvent(
  type: "touchStart" | "touchMove" | "touchEnd",
  touchPoints: readonly DriverPoint[],
): Promise<void> {
  await cdp().send("Input.dispatchTouchEvent", { type, touchPoints: [...touchPoints] });
}

/** What a mouse does, by the browser's own events. */
export async function mouse(
  type: "mouseMoved" | "mousePressed" | "mouseReleased",
  at: DriverPoint,
  button: "none" | "left" | "right" = type === "mouseMoved" ? "none" : "left",
): Promise<void> {
  await cdp().send("Input.dispatchMouseEvent", { type, ...at, button, clickCount: type === "mouseMoved" ? 0 : 1 });
}
