import type { PublicSettings } from "../../domain/settings";
import type { Hit } from "../marks/hit-test";
import type { Marks } from "../marks/marks";
import { containsAcrossShadows, shadowRootOf } from "../page/page-nodes";
import type { CardControl } from "./card-control";

/** Where the pointer is on this frame's page, and on which mention. */
export interface PointedPlace {
  /** The pointer has moved outside the card, or, after a scroll or layout, only seems to have moved. */
  readonly onMove: (event: PointerEvent) => void;
  /** The modifier key that the reader chose for opening cards was pressed or released. */
  readonly onModifier: (event: KeyboardEvent) => void;
  readonly onScroll: (event: Event) => void;
  /** The pointer has left the page or entered a frame in it. */
  readonly onLeave: () => void;
  /**
   * Call this before a dismissal, which any press on the page causes: what is dismissed stays closed under the pointer.
   * An idle card may not know yet which mention the pointer is on, so this tells it, also if the page has scrolled
   * since the pointer moved.
   */
  readonly lookBeforeDismissal: () => unknown;
  /** Looks again what is under the pointer, because the page has changed or moved under it. */
  readonly lookAgain: () => void;
  /**
   * Call this when the mentions near the viewport may have changed. If the pointer has moved in the last two seconds,
   * it is checked again, because there may be a mention under it now. Not while a mention is in use: if its words stand
   * in new nodes, its card has to pass to the new mention first. `mention-watch.ts` sees to that and then looks
   * again.
   */
  readonly mentionsChanged: () => unknown;
}

interface PointedPlaceDeps {
  readonly marks: Pick<Marks, "restoreUnderlines" | "mayBeAt" | "hitTest">;
  readonly card: Pick<CardControl, "point" | "interrupt" | "isIdle" | "mentionsInUse">;
  readonly settings: () => PublicSettings;
  readonly signal: AbortSignal;
}

/**
 * While the card is idle, we look this often where the pointer is, because a look at each of its moves costs time. A
 * reader who only moves over the page wants no card, and the dwell counts from the last move before the look.
 */
const LOOK_EVERY_MS = 50;

/**
 * For this long after its last move, the pointer is checked again when marks appear, because the text under it may just
 * have been read.
 */
const RECHECK_AFTER_MOVE_MS = 2_000;

/** Tells the card which mention the pointer is on. Ends with `signal`. */
export function createPointedPlace({ marks, card, settings, signal }: PointedPlaceDeps): PointedPlace {
  let lastMove: PointerEvent | null = null;
  let movedAt = 0;
  /** The last move or key: it says which modifier keys are held. */
  let lastInput: PointerEvent | KeyboardEvent | null = null;
  /** Whether the pointer has moved since the page scrolled under it. If not, only the modifier key opens a card. */
  let hasMovedSinceScroll = false;
  const lookSoon = createDelayed(look, LOOK_EVERY_MS, signal);

  function tellCard(hit: Hit | null, since?: number): void {
    card.point(hit, lastInput !== null && canOpenCard(lastInput, settings()), since);
  }

  function look(): void {
    if (!isHovering(lastMove) || !hasMovedSinceScroll) return;
    marks.restoreUnderlines();
    tellCard(hitOf(lastMove, marks), movedAt);
  }

  function lookAgain(): void {
    if (!isHovering(lastMove)) return;
    const hit = marks.hitTest(lastMove);
    const inUse = card.mentionsInUse();
    // If the pointer has not moved since a scroll, only a card that is open or opening is updated; no new one opens.
    const allowed = hasMovedSinceScroll || inUse.some(({ mention }) => mention === hit?.mention) ? hit : null;
    if (allowed || inUse.length > 0) tellCard(allowed);
  }

  return {
    onMove(event) {
      // After a scroll or layout, a browser may send a `pointermove` with an unchanged position.
      const isSamePlace = event.x === lastMove?.x && event.y === lastMove.y;
      lastMove = event;
      if (!isSamePlace) hasMovedSinceScroll = true;
      if (event.pointerType === "touch") return;
      if (event.buttons !== 0) return card.interrupt();
      if (isSamePlace) return;
      lastInput = event;
      movedAt = performance.now();
      if (card.isIdle()) lookSoon();
      else look();
    },
    onModifier(event) {
      lastInput = event;
      if (isHovering(lastMove)) tellCard(marks.hitTest(lastMove));
    },
    onScroll(event) {
      if (isMovedBy(event, lastMove?.target)) hasMovedSinceScroll = false;
      // Carousels elsewhere scroll by themselves. Only a scroll that moves the mention closes its card.
      if (card.mentionsInUse().some(({ mention }) => isMovedBy(event, mention.block.element))) card.interrupt();
    },
    onLeave() {
      lastMove = null;
      card.point(null, false);
    },
    lookBeforeDismissal: () => card.isIdle() && isHovering(lastMove) && tellCard(marks.hitTest(lastMove), movedAt),
    lookAgain,
    mentionsChanged: () => lastMove && isRecent(movedAt) && card.mentionsInUse().length === 0 && lookAgain(),
  };
}

/** Whether a move is that of a pointer that can rest: a finger cannot, and a held button drags or selects. */
function isHovering(move: PointerEvent | null): move is PointerEvent {
  return move !== null && move.pointerType !== "touch" && move.buttons === 0;
}

/** Whether what has scrolled contains the target. */
function isMovedBy({ target: scrolled }: Event, target: EventTarget | null | undefined): boolean {
  return scrolled instanceof Node && target instanceof Node && containsAcrossShadows(scrolled, target);
}

function isRecent(moment: number): boolean {
  return performance.now() - moment < RECHECK_AFTER_MOVE_MS;
}

/**
 * Whether this event may open a card: by hovering, or by hovering with the modifier key held. With the click setting,
 * hovering opens none.
 */
function canOpenCard(event: PointerEvent | KeyboardEvent, { trigger: { kind, modifier } }: PublicSettings): boolean {
  return kind === "modifier" ? event[`${modifier}Key`] : kind === "hover";
}

/**
 * The mention under this move. Its target is the outermost host, if it is in a shadow root. What is inside is told by
 * `composedPath`, but no longer once the event is over, so over a host the mention is always looked for.
 */
function hitOf(move: PointerEvent, marks: Pick<Marks, "restoreUnderlines" | "mayBeAt" | "hitTest">): Hit | null {
  const { target } = move;
  const isHost = target instanceof Element && shadowRootOf(target) !== null;
  return marks.mayBeAt(target) || isHost ? marks.hitTest(move) : null;
}

/** Makes a function that does `work` `delayMs` after it was called; further calls until then add nothing. */
function createDelayed(work: () => void, delayMs: number, signal: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(timer));
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      work();
    }, delayMs);
  };
}
