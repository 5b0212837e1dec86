/** Calls `moved` once a frame in which the page scrolled, or window or box were resized, until `signal` aborts. */
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
  // On the next frame: a box that resizes itself while being observed raises an error event in the page.
  const resized = new ResizeObserver(movedOnce);
  resized.observe(box);
  signal.addEventListener("abort", () => {
    cancelAnimationFrame(frame);
    resized.disconnect();
  });
}
