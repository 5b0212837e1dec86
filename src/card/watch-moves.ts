/**
 * Calls `moved` once in each frame in which the page has scrolled, or the size of window or box has changed. Ends with
 * `signal`.
 */
export function watchMoves(host: Element, box: Element, moved: () => void, signal: AbortSignal): void {
  const passive = { capture: true, passive: true, signal };
  let frame = 0;
  const movedOnce = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(moved);
  };
  addEventListener("scroll", (event) => event.target !== host && movedOnce(), passive);
  addEventListener("resize", movedOnce, passive);
  visualViewport?.addEventListener("resize", movedOnce, passive);
  // Called in the next frame, because a box that changes its size while it is being observed raises an error event in
  // the page.
  const resized = new ResizeObserver(movedOnce);
  resized.observe(box);
  signal.addEventListener("abort", () => {
    cancelAnimationFrame(frame);
    resized.disconnect();
  });
}
