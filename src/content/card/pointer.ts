import type { PublicSettings } from "../../domain/settings";
import { createTrustedListener } from "../trusted-events";
import type { CardControl } from "./card-control";
import { watchDismissals } from "./dismissals";
import { innermostAt, isFrame } from "./event-targets";
import { createPointedPlace, type PointedPlace } from "./pointed-place";
import { type PressesDeps, watchPresses } from "./presses";

interface PointerDeps extends PressesDeps {
  readonly card: PressesDeps["card"] & Pick<CardControl, "point" | "interrupt" | "pin" | "isIdle" | "mentionsInUse">;
}

/** What other code asks of the pointer code. */
export interface Pointer extends Pick<PointedPlace, "lookAgain" | "mentionsChanged"> {
  /** Closes the card, which then does not open again under the pointer at rest; true if one was visible. */
  readonly dismiss: () => boolean;
}

const MODIFIER_KEYS = { alt: "Alt", ctrl: "Control", shift: "Shift" } as const;

/**
 * Opens and closes cards by the reader's pointer and by Esc. Events dispatched by the page's scripts are ignored. To be
 * called when the page has its first mention or a command needs a card, so that other pages have no listeners. Ends
 * with `signal`.
 */
export function watchPointer(deps: PointerDeps): Pointer {
  const { settings, signal } = deps;
  const place = createPointedPlace(deps);
  const card = {
    ...deps.card,
    dismiss() {
      // What is dismissed does not open again under the same pointer, so first we have to know which mention it is on.
      place.lookBeforeDismissal();
      return deps.card.dismiss();
    },
  };
  const presses = watchPresses({ ...deps, card });

  function onMove(event: PointerEvent): void {
    const isSelecting = presses.isPressedInCard(event);
    if (isSelecting) card.pin();
    else if (!card.owns(event)) place.onMove(event);
  }

  const listen = createTrustedListener(signal);
  listen("pointermove", onMove);
  listen("scroll", place.onScroll);
  whenModifierChanges(settings, signal, place.onModifier);
  whenPointerLeaves(signal, place.onLeave);
  watchDismissals(card, signal);
  return { ...place, dismiss: card.dismiss };
}

/** Calls back when the modifier key that the reader chose for opening cards is pressed or released. */
function whenModifierChanges(
  settings: () => PublicSettings,
  signal: AbortSignal,
  onChange: (event: KeyboardEvent) => unknown,
): void {
  const onKey = (event: KeyboardEvent) => {
    const { kind, modifier } = settings().trigger;
    if (kind === "modifier" && event.key === MODIFIER_KEYS[modifier] && !event.repeat) onChange(event);
  };
  const listen = createTrustedListener(signal);
  listen("keydown", onKey);
  listen("keyup", onKey);
}

/** Calls back when the pointer leaves the page or enters a frame in it. */
function whenPointerLeaves(signal: AbortSignal, onLeave: () => void): void {
  createTrustedListener(signal)("pointerout", (event) => {
    const { relatedTarget } = event;
    if (relatedTarget instanceof Element && isFrame(innermostAt(relatedTarget, event))) onLeave();
  });
  // Listened for on the root element only: elements inside the page are left all the time.
  document.documentElement.addEventListener(
    "pointerleave",
    (event) => event.isTrusted && event.pointerType !== "touch" && onLeave(),
    { signal },
  );
}
