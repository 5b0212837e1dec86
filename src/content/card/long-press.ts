import type { Hit } from "../marks/hit-test";
import { createTrustedEvents, swallow } from "./trusted-events";

interface LongPressDeps {
  /** The mention in a link, or in what else a tap already uses, where a touch began; null elsewhere. */
  readonly hitOf: (event: PointerEvent) => Hit | null;
  readonly open: (hit: Hit) => void;
  readonly signal: AbortSignal;
}

/** Before the browsers' own long press, which comes after 500 ms. */
const PRESS_MS = 420;

/** A finger that rests trembles as much. */
const TREMOR_PX = 10;

/** The press's own menu and click come within this, when the finger goes. */
const AFTER_MS = 1_000;

/** Opens a card when a finger rests on a mention in a link, which a tap follows. Forged events do nothing. */
export function watchLongPress({ hitOf, open, signal }: LongPressDeps): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let began: PointerEvent | null = null;
  let swallowUntil = 0;
  signal.addEventListener("abort", () => clearTimeout(timer));

  const cancel = () => {
    clearTimeout(timer);
    began = null;
  };
  const end = ({ timeStamp }: PointerEvent) => {
    cancel();
    if (swallowUntil === Number.POSITIVE_INFINITY) swallowUntil = timeStamp + AFTER_MS;
  };
  const begin = (event: PointerEvent) => {
    cancel();
    const hit = event.pointerType === "touch" ? hitOf(event) : null;
    if (!hit) return;
    began = event;
    timer = setTimeout(() => {
      swallowUntil = Number.POSITIVE_INFINITY;
      open(hit);
    }, PRESS_MS);
  };
  const move = (event: PointerEvent) => {
    if (began && Math.hypot(event.clientX - began.clientX, event.clientY - began.clientY) > TREMOR_PX) cancel();
  };
  /** The browser's menu would stand over the card, and the click would follow the link after all. */
  const after = (event: Event) => {
    if (event.timeStamp > swallowUntil) return;
    swallow(event);
    if (event.type === "click") swallowUntil = 0;
  };

  const on = createTrustedEvents(signal);
  on("pointerdown", begin);
  on("pointermove", move);
  on("pointerup", end);
  on("pointercancel", end);
  on("contextmenu", after, false);
  on("click", after, false);
}
