/** A page replaces its root element by several changes in a row, and may go on writing. */
const WRITING_MS = 150;

/**
 * Reading a large page from its beginning takes 100 ms, and a page may replace its root element on every frame: at most
 * 5 % of a processor.
 */
const LEAST_LIFETIME_MS = 2_000;

/**
 * Calls back once, a moment after the page has replaced its root element. With `document.open` it has then also taken
 * all listeners from its window and document, ours too, of which no event tells. Ends with `signal`.
 */
export function whenRootIsReplaced(onReplaced: () => void, signal: AbortSignal): void {
  const root = document.documentElement;
  const startedAt = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    if (document.documentElement === root) return;
    timer ??= setTimeout(onReplaced, Math.max(WRITING_MS, startedAt + LEAST_LIFETIME_MS - performance.now()));
  });
  observer.observe(document, { childList: true });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
