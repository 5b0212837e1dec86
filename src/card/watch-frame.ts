declare const __TARGET__: "chromium" | "firefox" | undefined;

/** A pointer's last move and its click are this near each other; browsers round a click's place. */
const NEAR_PX = 2;

/**
 * Calls `moved` when a click meets this frame elsewhere than where the pointer went: the page around has moved the
 * frame under a pointer that rests. Ends with `signal`.
 */
export function watchFrame(moved: () => void, signal: AbortSignal): void {
  // In Firefox no click in a frame counts.
  if (top === self || (typeof __TARGET__ !== "undefined" && __TARGET__ === "firefox")) return;
  let [x, y] = [Number.NaN, Number.NaN];
  const look = ({ type, detail, pointerType, clientX, clientY }: PointerEvent) => {
    const isNear = Math.hypot(clientX - x, clientY - y) < NEAR_PX;
    if (type === "click" && detail > 0 && pointerType !== "touch" && !isNear) moved();
    [x, y] = [clientX, clientY];
  };
  addEventListener("pointermove", look, { capture: true, signal });
  addEventListener("click", look as (event: MouseEvent) => void, { capture: true, signal });
}
