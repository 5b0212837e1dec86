import type { CardHost } from "./card-host";
import { isFrame } from "./event-targets";
import { createTrustedListener, isEscape, suppress } from "./trusted-events";

/**
 * Closes the card at Esc, when the focus moves into a frame, and when the page goes; a drag interrupts what is opening.
 */
export function watchDismissals(host: Pick<CardHost, "dismiss" | "interrupt">, signal: AbortSignal): void {
  const listen = createTrustedListener(signal);
  const onKey = (event: KeyboardEvent) => {
    // Only the card is to close, not also the page's dialog or menu around it.
    if (isEscape(event) && host.dismiss()) suppress(event);
  };
  listen("keydown", onKey, false);
  listen("blur", ({ target }) => target === window && isFrame(document.activeElement) && host.dismiss());
  listen("pagehide", host.dismiss);
  listen("dragstart", host.interrupt);
}
