import type { PublicSettings } from "../../domain/settings";
import type { Hit } from "../marks/hit-test";
import type { Marks } from "../marks/marks";
import { treeRootOf } from "../page/page-nodes";
import type { CardHost } from "./card-host";
import { watchLongPress } from "./long-press";
import { createTrustedEvents, isEscape, swallow } from "./trusted-events";

interface PointerDeps {
  readonly marks: Pick<Marks, "holds" | "hitTest">;
  readonly host: Pick<CardHost, "point" | "open" | "disturb" | "hold" | "dismiss" | "owns" | "isIdle" | "standing">;
  readonly settings: () => PublicSettings;
  readonly signal: AbortSignal;
}

/** The reader's pointer, as far as others ask about it. */
export interface Pointer {
  /** Asks anew what is under the pointer, which has not moved: the page has. */
  readonly pointAgain: () => void;
  /** Marks have come or gone: a pointer that has just arrived meant what stands there now. */
  readonly marksChanged: () => void;
}

/** So lately has a pointer arrived that what it came to may still be being read. */
const ARRIVED_MS = 2_000;

/** What holds text and already does something when it is tapped or clicked. */
const ACTIVE = "a[href],button,label,summary,[role=button],[role=link]";

const MODIFIER_KEYS = { alt: "Alt", ctrl: "Control", shift: "Shift" } as const;

/**
 * Turns the reader's pointer, touch and Esc into what the card does; forged events do nothing.
 * To be called with the page's first mention: pages without mentions pay nothing. Ends with `signal`.
 */
export function watchPointer({ marks, host, settings, signal }: PointerDeps): Pointer {
  /** The last move, kept whole: to ask each for its place would cost as much as all else. */
  let last: PointerEvent | null = null;
  let resting: Element | null = null;
  /** Whether the pointer came to where it is by itself: what a scroll brings under it was not pointed at. */
  let hasArrived = false;
  /** Whether the button was pressed in the card and is held: the reader selects its text, wherever the pointer goes. */
  let isSelectingCard = false;
  const on = createTrustedEvents(signal);

  on("pointermove", moved);
  on("pointerdown", pressed);
  on("pointerup", () => {
    isSelectingCard = false;
  });
  on("pointerout", ({ target, relatedTarget }) => isFrame(relatedTarget) && !host.owns(target) && left());
  on("blur", ({ target }) => target === window && isFrame(document.activeElement) && host.dismiss());
  on("click", clicked);
  on("scroll", ({ target }) => scrolled(target));
  on("dragstart", host.disturb);
  on("pagehide", host.dismiss);
  on("keydown", keyed, false);
  on("keyup", keyed);
  // Of the root alone: on its way over a page the pointer goes out of an element with every other move.
  document.documentElement.addEventListener(
    "pointerleave",
    (event) => event.isTrusted && event.pointerType !== "touch" && left(),
    {
      signal,
    },
  );
  watchLongPress({
    hitOf: (event) => (isInActive(event) && marks.holds(innermost(event, event.target)) ? hitAt(event) : null),
    open: ({ mention, line }) => host.open(mention, { line }),
    signal,
  });

  /** Browsers tell of the pointer once a frame at most, however fast it reports. What an event tells is asked for once: each question of it counts. */
  function moved(event: PointerEvent): void {
    const { target } = event;
    if (isSelectingCard) host.hold();
    if (isSelectingCard || host.owns(target)) return;
    const before = last;
    last = event;
    if (event.clientX !== before?.clientX || event.clientY !== before.clientY) hasArrived = true;
    const isOverText = marks.holds(innermost(event, target));
    // Nearly all moves end here, after few questions and none about the page's layout.
    if (!isOverText && host.isIdle()) return;
    if (event.pointerType === "touch") return;
    if (event.buttons !== 0) {
      host.disturb();
      return;
    }
    const { clientX, clientY } = event;
    // Browsers repeat the last position after a scroll or a layout: only a moved pointer points.
    if (clientX === before?.clientX && clientY === before.clientY) return;
    pointAt(isOverText ? hitAt(event) : null, event);
  }

  function pressed({ target }: PointerEvent): void {
    isSelectingCard = host.owns(target);
    if (!isSelectingCard) host.dismiss();
  }

  function pointAt(hit: Hit | null, by: PointerEvent | KeyboardEvent): void {
    resting = hit?.mention.block.element ?? null;
    host.point(hit, armed(by));
  }

  function armed(event: PointerEvent | KeyboardEvent): boolean {
    const { kind, modifier } = settings().trigger;
    return kind === "modifier" ? event[`${modifier}Key`] : kind === "hover";
  }

  const hitAt = ({ clientX, clientY }: MouseEvent) => marks.hitTest(clientX, clientY);

  /** Out of the page altogether, or into a frame of it. */
  function left(): void {
    last = null;
    host.point(null, false);
  }

  function clicked(event: MouseEvent): void {
    const touched = event instanceof PointerEvent && event.pointerType === "touch";
    if (!touched && settings().trigger.kind !== "click") return;
    if (event.button !== 0 || host.owns(event.target) || !(getSelection()?.isCollapsed ?? true)) return;
    if (isInActive(event)) return;
    const hit = hitAt(event);
    if (hit) host.open(hit.mention, { line: hit.line });
  }

  /** Carousels and tickers elsewhere in the page scroll all day; only what moves the mention counts. */
  function scrolled(target: EventTarget | null): void {
    if (!(target instanceof Node)) return;
    if (last?.target instanceof Node && target.contains(last.target)) hasArrived = false;
    if (resting && target.contains(resting)) host.disturb();
  }

  function keyed(event: KeyboardEvent): void {
    if (isEscape(event)) {
      // The card alone closes: not the page's dialog, menu or player around it.
      if (host.dismiss()) swallow(event);
      return;
    }
    const { kind, modifier } = settings().trigger;
    if (
      last &&
      last.pointerType !== "touch" &&
      kind === "modifier" &&
      event.key === MODIFIER_KEYS[modifier] &&
      !event.repeat
    )
      pointAt(hitAt(last), event);
  }

  function pointAgain(): void {
    if (!last || last.pointerType === "touch" || last.buttons !== 0) return;
    const hit = hitAt(last);
    if (host.standing().length > 0 || (hit && hasArrived)) pointAt(hit, last);
  }

  return {
    pointAgain,
    marksChanged: () => last && performance.now() - last.timeStamp < ARRIVED_MS && pointAgain(),
  };
}

function isInActive(event: Event): boolean {
  return event.composedPath().some((target) => target instanceof Element && target.matches(ACTIVE));
}

function isFrame(target: EventTarget | null): boolean {
  return target instanceof Element && target.localName.endsWith("frame");
}

/** The element under the pointer, those in open shadow roots included; what a slot shows stands in the slot's host. */
function innermost(event: PointerEvent, target: EventTarget | null): EventTarget | null {
  if (!(target as Partial<Element> | null)?.shadowRoot) return target;
  const [at = target] = event.composedPath();
  return at instanceof HTMLSlotElement ? (treeRootOf(at) as ShadowRoot).host : at;
}
