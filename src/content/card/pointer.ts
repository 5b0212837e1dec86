import type { PublicSettings } from "../../domain/settings";
import type { Hit } from "../marks/hit-test";
import type { CardHost } from "./card-host";
import { watchDismissals } from "./dismissals";
import { innermostTarget, isFrame } from "./event-targets";
import { type PressesDeps, watchPresses } from "./presses";
import { createTrustedListener } from "./trusted-events";

interface PointerDeps extends PressesDeps {
  readonly host: PressesDeps["host"] & Pick<CardHost, "point" | "interrupt" | "pin" | "isIdle" | "mentionsInUse">;
}

export interface Pointer {
  /** Asks again what is under the pointer, because the page has moved under it. */
  readonly pointAgain: () => void;
  /** Marks have come or gone: a pointer that moved a moment ago is meant for what is there now. */
  readonly marksChanged: () => void;
}

/** This long after the pointer's last move, the page there may still be being read. */
const JUST_MOVED_MS = 2_000;

const MODIFIER_KEYS = { alt: "Alt", ctrl: "Control", shift: "Shift" } as const;

/**
 * Opens and closes cards by the reader's pointer and by Esc. Events that a page has made are ignored. To be called when
 * the page has its first mention, so that pages without mentions have no listeners. Ends with `signal`.
 */
export function watchPointer(deps: PointerDeps): Pointer {
  const { marks, host, settings, signal } = deps;
  let lastMove: PointerEvent | null = null;
  /** The block of the mention that the pointer is on. */
  let pointedBlock: Element | null = null;
  /** Whether the reader moved the pointer to its place. After a scroll, what is under it was not pointed at. */
  let hasMoved = false;
  const presses = watchPresses(deps);

  function point(hit: Hit | null, event: PointerEvent | KeyboardEvent): void {
    pointedBlock = hit?.mention.block.element ?? null;
    host.point(hit, canOpenCard(event, settings()));
  }

  /** Runs for every move over every page, so the cheap checks come first. */
  function onMove(event: PointerEvent): void {
    const { target, x, y } = event;
    if (presses.isSelectingInCard()) host.pin();
    if (presses.isSelectingInCard() || host.owns(target)) return;
    // Browsers repeat the last position after a scroll or a layout.
    const isSamePlace = x === lastMove?.x && y === lastMove.y;
    lastMove = event;
    if (!isSamePlace) hasMoved = true;
    const mayBeOverMention = marks.mayBeAt(innermostTarget(event));
    if ((!mayBeOverMention && host.isIdle()) || event.pointerType === "touch") return;
    if (event.buttons !== 0) host.interrupt();
    else if (!isSamePlace) point(mayBeOverMention ? marks.hitTest(event) : null, event);
  }

  function onScroll({ target }: Event): void {
    if (!(target instanceof Node)) return;
    if (lastMove?.target instanceof Node && target.contains(lastMove.target)) hasMoved = false;
    // Carousels elsewhere in the page scroll all day; only what moves the mention counts.
    if (pointedBlock && target.contains(pointedBlock)) host.interrupt();
  }

  function pointAgain(): void {
    if (!lastMove || lastMove.pointerType === "touch" || lastMove.buttons !== 0) return;
    const hit = marks.hitTest(lastMove);
    if (host.mentionsInUse().length > 0 || (hit && hasMoved)) point(hit, lastMove);
  }

  const listen = createTrustedListener(signal);
  listen("pointermove", onMove);
  listen("scroll", onScroll);
  whenModifierChanges(settings, signal, (event) => {
    if (lastMove && lastMove.pointerType !== "touch") point(marks.hitTest(lastMove), event);
  });
  whenPointerLeaves(host, signal, () => {
    lastMove = null;
    host.point(null, false);
  });
  watchDismissals(host, signal);

  return {
    pointAgain,
    marksChanged: () => lastMove && performance.now() - lastMove.timeStamp < JUST_MOVED_MS && pointAgain(),
  };
}

/** Whether the reader's way of opening cards lets this event open one. */
function canOpenCard(event: PointerEvent | KeyboardEvent, { trigger: { kind, modifier } }: PublicSettings): boolean {
  return kind === "modifier" ? event[`${modifier}Key`] : kind === "hover";
}

/** Calls back when the key that opens cards, if there is one, is pressed or released. */
function whenModifierChanges(
  settings: () => PublicSettings,
  signal: AbortSignal,
  onChange: (event: KeyboardEvent) => void,
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
function whenPointerLeaves(host: Pick<CardHost, "owns">, signal: AbortSignal, onLeave: () => void): void {
  createTrustedListener(signal)("pointerout", ({ target, relatedTarget }) => {
    if (isFrame(relatedTarget) && !host.owns(target)) onLeave();
  });
  // Only of the root element: inside a page the pointer leaves an element with every other move.
  document.documentElement.addEventListener(
    "pointerleave",
    (event) => event.isTrusted && event.pointerType !== "touch" && onLeave(),
    { signal },
  );
}
