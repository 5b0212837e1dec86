import { createTrustedListener, isEscape, suppress } from "../trusted-events";
import type { CardControl } from "./card-control";
import { focusedElement, isFrame } from "./event-targets";

/**
 * Closes the card at Esc, when the focus moves into a frame, and when the page is left; a drag closes what hovering has
 * opened.
 */
export function watchDismissals(card: Pick<CardControl, "dismiss" | "interrupt">, signal: AbortSignal): void {
  const listen = createTrustedListener(signal);
  const onKey = (event: KeyboardEvent) => {
    // Only the card is to close, not also the page's dialog or menu around it.
    if (isEscape(event) && card.dismiss()) suppress(event);
  };
  listen("keydown", onKey, { passive: false });
  listen("blur", ({ target }) => target === window && isFrame(focusedElement()) && card.dismiss());
  listen("pagehide", card.dismiss);
  listen("dragstart", card.interrupt);
}
