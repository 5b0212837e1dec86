import type { Ask } from "../../platform/ask";
import type { CardHost } from "./card-host";
import { createTrustedEvents, isEscape, swallow } from "./trusted-events";

/** What this frame does with the cards of the tab's other frames, and they with its own. */
export interface OtherFrames {
  /** This frame's card has come, or gone. */
  readonly opened: (isOpen: boolean) => void;
  /** A frame says that its card has come, or gone; also this one, of its own. */
  readonly heard: (card: { readonly by: string; readonly isOpen: boolean }) => void;
}

interface OtherFramesDeps {
  readonly ask: Ask;
  readonly host: () => Pick<CardHost, "dismiss">;
  readonly signal: AbortSignal;
}

/** Keeps a tab to one card, which a press or Esc in any of its frames closes. A page without frames is told of nothing. */
export function createOtherFrames({ ask, host, signal }: OtherFramesDeps): OtherFrames {
  const name = String(Math.random());
  let elsewhere: { readonly by: string; readonly listening: AbortController } | null = null;
  signal.addEventListener("abort", forget);

  function forget(): void {
    elsewhere?.listening.abort();
    elsewhere = null;
  }

  function dismissThere(): void {
    forget();
    void ask("dismiss-card", {});
  }

  function listenFor(by: string): void {
    const listening = new AbortController();
    elsewhere = { by, listening };
    const on = createTrustedEvents(listening.signal);
    on("pointerdown", dismissThere);
    on(
      "keydown",
      (event) => {
        if (!isEscape(event)) return;
        // The card alone closes, as in its own frame.
        swallow(event);
        dismissThere();
      },
      false,
    );
  }

  return {
    opened(isOpen) {
      if (top !== self || frames.length > 0) void ask("tell-card", { by: name, isOpen });
    },
    heard({ by, isOpen }) {
      if (by === name) return;
      if (isOpen || elsewhere?.by === by) forget();
      if (!isOpen || signal.aborted) return;
      host().dismiss();
      listenFor(by);
    },
  };
}
