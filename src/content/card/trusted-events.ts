/** Listens to the window's events before the page does, to none that a page made; ends with `signal`. */
export function createTrustedEvents(signal: AbortSignal) {
  return <K extends keyof WindowEventMap>(type: K, act: (event: WindowEventMap[K]) => void, passive = true): void =>
    addEventListener(type, (event) => event.isTrusted && act(event), { capture: true, passive, signal });
}

/** Whether a key press asks to close the card. */
export function isEscape({ type, key, isComposing }: KeyboardEvent): boolean {
  return type === "keydown" && key === "Escape" && !isComposing;
}

/** Keeps an event from the page and from the browser's own doing. */
export function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
