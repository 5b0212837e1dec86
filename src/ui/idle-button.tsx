import type { ComponentChildren } from "preact";

/** A button that at times has nothing to do. Unlike a disabled one, it keeps the focus then. */
export function IdleButton({
  isIdle,
  press,
  kind,
  children,
}: {
  isIdle: boolean;
  press: () => void;
  /** How it looks; see `page.css`. */
  kind?: "danger";
  children: ComponentChildren;
}) {
  return (
    <button type="button" class="pg-button" data-kind={kind} aria-disabled={isIdle} onClick={() => isIdle || press()}>
      {children}
    </button>
  );
}
