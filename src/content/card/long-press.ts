import type { Hit } from "../marks/hit-test";
import { createTrustedListener, suppress } from "../trusted-events";

interface LongPressDeps {
  /** The mention where a touch began, if a tap there does something else, such as following a link; null otherwise. */
  readonly hitFor: (event: PointerEvent) => Hit | null;
  readonly open: (hit: Hit) => void;
  readonly signal: AbortSignal;
}

/** Shorter than the browsers' own long press, which is recognised after 500 ms. */
const PRESS_MS = 420;

/** A resting finger moves at most this far. */
const TREMOR_PX = 10;

/** The browser's menu and click for the press come at the latest this long after the finger is lifted. */
const LATE_EVENTS_MS = 1_000;

/** Opens a card when a finger rests on a mention in a link, because a tap there follows the link. */
export function watchLongPress({ hitFor, open, signal }: LongPressDeps): void {
  let press = new AbortController();
  let suppressUntil = 0;
  const cancel = () => press.abort();
  signal.addEventListener("abort", cancel);

  const onUp = ({ timeStamp }: PointerEvent) => {
    cancel();
    if (suppressUntil === Number.POSITIVE_INFINITY) suppressUntil = timeStamp + LATE_EVENTS_MS;
  };
  const onDown = (event: PointerEvent) => {
    cancel();
    // The menu and click from now on belong to this press, and are the page's.
    if (event.isPrimary) suppressUntil = 0;
    const hit = event.pointerType === "touch" ? hitFor(event) : null;
    if (!hit) return;
    press = new AbortController();
    const timer = setTimeout(() => {
      suppressUntil = Number.POSITIVE_INFINITY;
      open(hit);
    }, PRESS_MS);
    press.signal.addEventListener("abort", () => clearTimeout(timer));
    // Listened for only now, because a mouse sends a move with each frame.
    createTrustedListener(press.signal)("pointermove", ({ clientX, clientY }) => {
      if (Math.hypot(clientX - event.clientX, clientY - event.clientY) > TREMOR_PX) cancel();
    });
  };
  /** Without this the browser's menu would cover the card, and the click would follow the link. */
  const suppressAfterPress = (event: Event) => {
    if (event.timeStamp > suppressUntil) return;
    suppress(event);
    if (event.type === "click") suppressUntil = 0;
  };

  const listen = createTrustedListener(signal);
  listen("pointerdown", onDown);
  listen("pointerup", onUp);
  listen("pointercancel", onUp);
  listen("contextmenu", suppressAfterPress, { passive: false });
  listen("click", suppressAfterPress, { passive: false });
}
