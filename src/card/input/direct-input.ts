import type { BoxInput, InputParts } from "./box-input";
import { watchTextSelection } from "./text-selection";

/** The box gets the reader's input itself. */
export function createDirectInput({ host, root, box }: InputParts): BoxInput {
  const focus = () => root.querySelector<HTMLElement>("[role=dialog]")?.focus({ preventScroll: true });
  return {
    begin(signal) {
      watchTextSelection(box, signal);
      whenFocusIsLost(box, focus, signal);
    },
    elementAt(x, y) {
      const found = root.elementFromPoint(x, y);
      return found === host ? null : found;
    },
    focus,
  };
}

/**
 * Calls `onLost` when an element of the box goes while it has the focus, as "Try again" does: the browser gives the
 * focus to nobody then. Ends with `signal`.
 */
function whenFocusIsLost(box: HTMLElement, onLost: () => void, signal: AbortSignal): void {
  let focused: Element | null = null;
  const entered = ({ target }: FocusEvent) => {
    focused = target as Element;
  };
  // Looked at a moment later, because a browser may say `focusout` of an element that it is about to remove.
  const left = () =>
    queueMicrotask(() => {
      if (box.contains(focused) && !box.matches(":focus-within")) focused = null;
    });
  box.addEventListener("focusin", entered, { signal });
  box.addEventListener("focusout", left, { signal });
  const changes = new MutationObserver(() => {
    if (!focused || box.contains(focused)) return;
    focused = null;
    if (document.activeElement === document.body) onLost();
  });
  changes.observe(box, { childList: true, subtree: true });
  signal.addEventListener("abort", () => changes.disconnect());
}
