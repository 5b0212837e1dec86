import type { PublicSettings } from "../../domain/settings";
import type { Hit } from "../marks/hit-test";
import { containsNode, shadowRootOf } from "../page/page-nodes";
import { createTrustedListener } from "../trusted-events";
import type { CardControl } from "./card-control";
import { watchDismissals } from "./dismissals";
import { isFrame } from "./event-targets";
import { type PressesDeps, watchPresses } from "./presses";

interface PointerDeps extends PressesDeps {
  readonly card: PressesDeps["card"] & Pick<CardControl, "point" | "interrupt" | "pin" | "isIdle" | "mentionsInUse">;
}

/** The pointer on this frame's page. */
export interface Pointer {
  /** Asks again what is under the pointer, because the page has moved under it. */
  readonly pointAgain: () => void;
  /**
   * Call this when marks were added or removed. If the pointer has moved in the last two seconds, it is checked again,
   * because there may be a mention under it now. Not while a mention is in use: its card may have to follow it first,
   * and the mention watch checks the pointer after that.
   */
  readonly marksChanged: () => void;
}

/**
 * For this long after its last move, the pointer is checked again when marks appear, because the text under it may just
 * have been read.
 */
const RECHECK_AFTER_MOVE_MS = 2_000;

/**
 * While no card is open or about to open, we look this often where the pointer is, instead of at each of its moves: a
 * reader who only moves over the page wants no card. The dwell is counted from the move and not from the look.
 */
const LOOK_EVERY_MS = 50;

const MODIFIER_KEYS = { alt: "Alt", ctrl: "Control", shift: "Shift" } as const;

/**
 * Opens and closes cards by the reader's pointer and by Esc. Events dispatched by the page's scripts are ignored. To be
 * called when the page has its first mention, so that pages without mentions have no listeners. Ends with `signal`.
 */
export function watchPointer(deps: PointerDeps): Pointer {
  const { marks, settings, signal } = deps;
  const card = {
    ...deps.card,
    dismiss() {
      // What is dismissed does not open again under the same pointer, so first we have to know what that is on.
      if (nextLook !== undefined) look();
      return deps.card.dismiss();
    },
  };
  let lastMove: PointerEvent | null = null;
  let lastMoveAt = 0;
  /** The last move or key: it says which modifier keys are held. */
  let lastInput: PointerEvent | KeyboardEvent | null = null;
  /** Set from a move until somebody has looked where it went. */
  let nextLook: ReturnType<typeof setTimeout> | undefined;
  /** The block of the mention that the pointer is on. */
  let pointedBlock: Element | null = null;
  /** Whether the pointer has moved since the page last scrolled under it. If not, no new card opens. */
  let hasMovedSinceScroll = false;
  const presses = watchPresses({ ...deps, card });

  function point(hit: Hit | null, since?: number): void {
    pointedBlock = hit?.mention.block.element ?? null;
    card.point(hit, lastInput !== null && canOpenCard(lastInput, settings()), since);
  }

  /** Runs for every move over every page, so the cheap checks come first. */
  function onMove(event: PointerEvent): void {
    const isSelecting = presses.isPressedInCard(event);
    if (isSelecting) card.pin();
    if (isSelecting || card.owns(event)) return;
    // After a scroll or layout, browsers send a `pointermove` with an unchanged position.
    const isSamePlace = event.x === lastMove?.x && event.y === lastMove.y;
    lastMove = event;
    if (!isSamePlace) hasMovedSinceScroll = true;
    if (event.pointerType === "touch") return;
    if (event.buttons !== 0) card.interrupt();
    else if (!isSamePlace) {
      lastInput = event;
      lastMoveAt = performance.now();
      if (!card.isIdle()) look();
      else nextLook ??= setTimeout(look, LOOK_EVERY_MS);
    }
  }

  /** Looks where the last move went. If the page has scrolled since then, the reader has not pointed at what is there. */
  function look(): void {
    clearTimeout(nextLook);
    nextLook = undefined;
    if (isOfHovering(lastMove) && lastMove.buttons === 0 && hasMovedSinceScroll) {
      point(mayBeOverMention(lastMove.target) ? marks.hitTest(lastMove) : null, lastMoveAt);
    }
  }

  /** Once its event is over, a move does not tell any more which element of a shadow root it was on. */
  function mayBeOverMention(target: EventTarget | null): boolean {
    return marks.mayBeAt(target) || (target instanceof Element && shadowRootOf(target) !== null);
  }

  function onScroll(event: Event): void {
    if (isMovedBy(event, lastMove?.target)) hasMovedSinceScroll = false;
    // Carousels elsewhere scroll by themselves. Only a scroll that moves the mention closes its card.
    if (isMovedBy(event, pointedBlock)) card.interrupt();
  }

  function pointAgain(): void {
    if (!isOfHovering(lastMove) || lastMove.buttons !== 0) return;
    const hit = marks.hitTest(lastMove);
    // If the pointer has not moved since a scroll, only a card that is open or opening is updated; no new one opens.
    if (card.mentionsInUse().length > 0 || (hit && hasMovedSinceScroll)) point(hit);
  }

  const listen = createTrustedListener(signal);
  listen("pointermove", onMove);
  listen("scroll", onScroll);
  whenModifierChanges(settings, signal, (event) => {
    lastInput = event;
    if (isOfHovering(lastMove)) point(marks.hitTest(lastMove));
  });
  whenPointerLeaves(card, signal, () => {
    lastMove = null;
    card.point(null, false);
  });
  watchDismissals(card, signal);
  signal.addEventListener("abort", () => clearTimeout(nextLook));

  return {
    pointAgain,
    marksChanged: () => lastMove && isRecent(lastMove) && card.mentionsInUse().length === 0 && pointAgain(),
  };
}

/** Whether a move is that of a pointer that can rest over the page, which a finger cannot. */
function isOfHovering(move: PointerEvent | null): move is PointerEvent {
  return move !== null && move.pointerType !== "touch";
}

/** Whether what has scrolled contains the target. */
function isMovedBy({ target: scrolled }: Event, target: EventTarget | null | undefined): boolean {
  return scrolled instanceof Node && target instanceof Node && containsNode(scrolled, target);
}

function isRecent({ timeStamp }: PointerEvent): boolean {
  return performance.now() - timeStamp < RECHECK_AFTER_MOVE_MS;
}

/**
 * Whether this event may open a card: by hovering, or by hovering with the modifier key held. With the click setting,
 * hovering opens none.
 */
function canOpenCard(event: PointerEvent | KeyboardEvent, { trigger: { kind, modifier } }: PublicSettings): boolean {
  return kind === "modifier" ? event[`${modifier}Key`] : kind === "hover";
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
function whenPointerLeaves(card: Pick<CardControl, "owns">, signal: AbortSignal, onLeave: () => void): void {
  createTrustedListener(signal)("pointerout", (event) => {
    if (isFrame(event.relatedTarget) && !card.owns(event)) onLeave();
  });
  // Listened for on the root element only: elements inside the page are left all the time.
  document.documentElement.addEventListener(
    "pointerleave",
    (event) => event.isTrusted && event.pointerType !== "touch" && onLeave(),
    { signal },
  );
}
