import type { PublicSettings } from "../../domain/settings";
import type { Hit } from "../marks/hit-test";
import { containsNode } from "../page/page-nodes";
import { createTrustedListener } from "../trusted-events";
import type { CardControl } from "./card-control";
import { watchDismissals } from "./dismissals";
import { innermostTarget, isFrame } from "./event-targets";
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

const MODIFIER_KEYS = { alt: "Alt", ctrl: "Control", shift: "Shift" } as const;

/**
 * Opens and closes cards by the reader's pointer and by Esc. Events dispatched by the page's scripts are ignored. To be
 * called when the page has its first mention, so that pages without mentions have no listeners. Ends with `signal`.
 */
export function watchPointer(deps: PointerDeps): Pointer {
  const { marks, card, settings, signal } = deps;
  let lastMove: PointerEvent | null = null;
  /** The last move or key that was looked at: it says which modifier keys are held. */
  let lastInput: PointerEvent | KeyboardEvent | null = null;
  /** The block of the mention that the pointer is on. */
  let pointedBlock: Element | null = null;
  /** Whether the pointer has moved since the page last scrolled under it. If not, no new card opens. */
  let hasMovedSinceScroll = false;
  const presses = watchPresses(deps);

  function point(hit: Hit | null, event: PointerEvent | KeyboardEvent): void {
    lastInput = event;
    pointedBlock = hit?.mention.block.element ?? null;
    card.point(hit, canOpenCard(event, settings()));
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
    const mayBeOverMention = marks.mayBeAt(innermostTarget(event));
    if ((!mayBeOverMention && card.isIdle()) || event.pointerType === "touch") return;
    if (event.buttons !== 0) card.interrupt();
    else if (!isSamePlace) point(mayBeOverMention ? marks.hitTest(event) : null, event);
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
    if (card.mentionsInUse().length > 0 || (hit && hasMovedSinceScroll)) point(hit, lastInput ?? lastMove);
  }

  const listen = createTrustedListener(signal);
  listen("pointermove", onMove);
  listen("scroll", onScroll);
  whenModifierChanges(settings, signal, (event) => isOfHovering(lastMove) && point(marks.hitTest(lastMove), event));
  whenPointerLeaves(card, signal, () => {
    lastMove = null;
    card.point(null, false);
  });
  watchDismissals(card, signal);

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
