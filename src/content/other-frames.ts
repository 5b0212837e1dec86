import type { Ask } from "../platform/ask";
import { createTrustedListener, isEscape, suppress } from "./trusted-events";

/** Lets only one frame of a tab show a card. */
export interface OtherFrames {
  /** This frame's card has opened or closed. */
  readonly ownCardChanged: (isOpen: boolean) => void;
  /** The background says that a frame's card has opened or closed; it says so to that frame, too. */
  readonly cardChanged: (card: { readonly frame: string; readonly isOpen: boolean }) => void;
}

interface OtherFramesDeps {
  readonly ask: Ask;
  /** Closes this frame's card. */
  readonly dismissOwn: () => void;
  readonly signal: AbortSignal;
}

/** A card that opens in another frame closes this frame's card; a press or Esc here then closes that one. */
export function createOtherFrames({ ask, dismissOwn, signal }: OtherFramesDeps): OtherFrames {
  /** The name that this frame gives itself in these messages. */
  const ownFrame = String(Math.random());
  let frameWithCard: { readonly frame: string; readonly listening: AbortController } | null = null;
  signal.addEventListener("abort", stopListening);

  function stopListening(): void {
    frameWithCard?.listening.abort();
    frameWithCard = null;
  }

  function dismissThere(): void {
    stopListening();
    void ask("dismiss-card", {});
  }

  function onKey(event: KeyboardEvent): void {
    if (!isEscape(event)) return;
    // Only the card is to close, not also the page's dialog or menu.
    suppress(event);
    dismissThere();
  }

  function listenFor(frame: string): void {
    const listening = new AbortController();
    frameWithCard = { frame, listening };
    const listen = createTrustedListener(listening.signal);
    listen("pointerdown", dismissThere);
    listen("keydown", onKey, { passive: false });
  }

  return {
    ownCardChanged(isOpen) {
      if (top !== self || frames.length > 0) void ask("tell-card", { frame: ownFrame, isOpen });
    },
    cardChanged({ frame, isOpen }) {
      if (frame === ownFrame) return;
      if (isOpen || frameWithCard?.frame === frame) stopListening();
      if (!isOpen || signal.aborted) return;
      dismissOwn();
      listenFor(frame);
    },
  };
}
