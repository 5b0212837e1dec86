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

/** A resting finger moves this far. */
const TREMOR_PX = 10;

/** The browser's menu and click for the press come within this time after the finger is lifted. */
const LATE_EVENTS_MS = 1_000;

/** Opens a card when a finger rests on a mention in a link, because a tap there follows the link. */
export function watchLongPress({ hitFor, open, signal }: LongPressDeps): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let start: PointerEvent | null = null;
  let suppressUntil = 0;
  signal.addEventListener("abort", () => clearTimeout(timer));

  const cancel = () => {
    clearTimeout(timer);
    start = null;
  };
  const onUp = ({ timeStamp }: PointerEvent) => {
    cancel();
    if (suppressUntil === Number.POSITIVE_INFINITY) suppressUntil = timeStamp + LATE_EVENTS_MS;
  };
  const onDown = (event: PointerEvent) => {
    cancel();
    // What follows is of this press.
    if (event.isPrimary) suppressUntil = 0;
    const hit = event.pointerType === "touch" ? hitFor(event) : null;
    if (!hit) return;
    start = event;
    timer = setTimeout(() => {
      suppressUntil = Number.POSITIVE_INFINITY;
      open(hit);
    }, PRESS_MS);
  };
  const onMove = (event: PointerEvent) => {
    if (start && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > TREMOR_PX) cancel();
  };
  /** Without this the browser's menu would cover the card, and the click would follow the link. */
  const suppressAfterPress = (event: Event) => {
    if (event.timeStamp > suppressUntil) return;
    suppress(event);
    if (event.type === "click") suppressUntil = 0;
  };

  const listen = createTrustedListener(signal);
  listen("pointerdown", onDown);
  listen("pointermove", onMove);
  listen("pointerup", onUp);
  listen("pointercancel", onUp);
  listen("contextmenu", suppressAfterPress, false);
  listen("click", suppressAfterPress, false);
}
