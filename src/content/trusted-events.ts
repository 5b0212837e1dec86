/**
 * Makes a function that listens to events of the window before the page does, and ignores those that the page has made.
 */
export function createTrustedListener(signal: AbortSignal) {
  return <K extends keyof WindowEventMap>(
    type: K,
    handle: (event: WindowEventMap[K]) => void,
    { passive = true } = {},
  ): void => addEventListener(type, (event) => event.isTrusted && handle(event), { capture: true, passive, signal });
}

/** Whether a key press asks to close the card. */
export function isEscape({ type, key, isComposing }: KeyboardEvent): boolean {
  return type === "keydown" && key === "Escape" && !isComposing;
}

/** Keeps an event from the page, and the browser from acting on it. */
export function suppress(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
