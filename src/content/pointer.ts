import type { PublicSettings } from "../domain/settings";
import type { CardHost } from "./card-host";
import type { Marks } from "./marks";

interface PointerDeps {
  readonly marks: Pick<Marks, "hitTest">;
  readonly host: Pick<CardHost, "point" | "open" | "disturb" | "dismiss" | "owns">;
  readonly settings: () => PublicSettings;
  readonly signal: AbortSignal;
}

/** What already does something when it is tapped or clicked. */
const ACTIVE =
  "a[href], button, input, select, textarea, label, summary, [role=button], [role=link], [contenteditable]";

const MODIFIER_KEYS = { alt: "Alt", ctrl: "Control", shift: "Shift" } as const;

/**
 * Turns the reader's pointer, touch and Esc into what the card does; forged events do nothing.
 * To be called with the page's first mention: pages without mentions pay nothing. Ends with `signal`.
 */
export function watchPointer({ marks, host, settings, signal }: PointerDeps): void {
  let last: PointerEvent | null = null;
  let point = { x: Number.NaN, y: Number.NaN };
  let resting: Element | null = null;
  let frame = 0;
  const watching = { capture: true, passive: true, signal };

  addEventListener("pointermove", moved, watching);
  addEventListener(
    "pointerout",
    (event) => event.isTrusted && event.relatedTarget === null && leftPage(event),
    watching,
  );
  addEventListener("pointerdown", (event) => event.isTrusted && !host.owns(event.target) && host.dismiss(), watching);
  addEventListener("click", (event) => event.isTrusted && clicked(event), watching);
  addEventListener("scroll", (event) => event.isTrusted && scrolled(event.target), watching);
  addEventListener("dragstart", (event) => event.isTrusted && host.disturb(), watching);
  addEventListener("pagehide", () => host.dismiss(), watching);
  addEventListener("keydown", keyed, { capture: true, signal });
  addEventListener("keyup", keyed, { capture: true, signal });
  signal.addEventListener("abort", () => cancelAnimationFrame(frame));

  function moved(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === "touch") return;
    last = event;
    if (frame === 0) frame = requestAnimationFrame(look);
  }

  function look(): void {
    frame = 0;
    if (!last || host.owns(last.target)) return;
    if (last.buttons !== 0) {
      host.disturb();
      return;
    }
    // Browsers repeat the last position after a scroll or a layout: only a moved pointer points.
    if (last.clientX === point.x && last.clientY === point.y) return;
    point = { x: last.clientX, y: last.clientY };
    lookAt(point, armed(last));
  }

  function lookAt({ x, y }: { x: number; y: number }, isArmed: boolean): void {
    if (Number.isNaN(x)) return;
    const hit = marks.hitTest(x, y);
    resting = hit?.mention.block ?? null;
    host.point(hit, isArmed);
  }

  function armed({ altKey, ctrlKey, shiftKey }: MouseEvent | KeyboardEvent): boolean {
    const { kind, modifier } = settings().trigger;
    if (kind !== "modifier") return kind === "hover";
    return { alt: altKey, ctrl: ctrlKey, shift: shiftKey }[modifier];
  }

  function leftPage({ pointerType }: PointerEvent): void {
    if (pointerType === "touch") return;
    cancelAnimationFrame(frame);
    frame = 0;
    host.point(null, false);
  }

  function clicked(event: MouseEvent): void {
    const touched = event instanceof PointerEvent && event.pointerType === "touch";
    if (!touched && settings().trigger.kind !== "click") return;
    if (event.button !== 0 || host.owns(event.target) || !(getSelection()?.isCollapsed ?? true)) return;
    if (event.composedPath().some((target) => target instanceof Element && target.matches(ACTIVE))) return;
    const hit = marks.hitTest(event.clientX, event.clientY);
    if (hit) host.open(hit.mention, { line: hit.line });
  }

  /** Carousels and tickers elsewhere in the page scroll all day; only what moves the mention counts. */
  function scrolled(target: EventTarget | null): void {
    if (resting && target instanceof Node && target.contains(resting)) host.disturb();
  }

  function keyed(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    if (event.type === "keydown" && event.key === "Escape" && !event.isComposing) {
      if (!host.dismiss()) return;
      // The card alone closes: not the page's dialog, menu or player around it.
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    const { kind, modifier } = settings().trigger;
    if (kind === "modifier" && event.key === MODIFIER_KEYS[modifier] && !event.repeat) lookAt(point, armed(event));
  }
}
