/** The browser that a script is built for; not defined where tests import a module as it is. */
declare const __TARGET__: "chromium" | "firefox" | undefined;

/** A pointer's last move and its click are this near each other; browsers round a click's place. */
const NEAR_PX = 2;

/**
 * Calls `moved` when a click meets this frame elsewhere than where the pointer went: the page around has moved the
 * frame under a pointer that rests. Ends with `signal`.
 */
export function watchFrame(moved: () => void, signal: AbortSignal): void {
  // In Firefox the click guard refuses every click in a frame.
  if (top === self || (typeof __TARGET__ !== "undefined" && __TARGET__ === "firefox")) return;
  // Nowhere, so that a click before any move counts as elsewhere.
  let [x, y] = [Number.NaN, Number.NaN];
  const check = ({ type, detail, pointerType, clientX, clientY }: PointerEvent) => {
    const isNear = Math.hypot(clientX - x, clientY - y) < NEAR_PX;
    if (type === "click" && detail > 0 && pointerType !== "touch" && !isNear) moved();
    [x, y] = [clientX, clientY];
  };
  addEventListener("pointermove", check, { capture: true, signal });
  addEventListener("click", check as (event: MouseEvent) => void, { capture: true, signal });
}
