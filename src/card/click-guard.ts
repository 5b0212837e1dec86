import type { Shell } from "./shell";

/** Tells a reader's click on the visible card from one that a page has lured, covered or forged. */
export interface ClickGuard {
  /** Whether a click must change nothing. */
  readonly refuses: (event: MouseEvent) => boolean;
}

/** A card that has stood for less is clicked by accident, or by a page that moved it under the pointer. */
const STEADY_MS = 500;

/** The guard of one shell's buttons. `now`: milliseconds of the shell's clock. */
export function createClickGuard(
  { host, root, box, steadySince, seenCovered }: Pick<Shell, "host" | "root" | "box" | "steadySince" | "seenCovered">,
  now: () => number,
): ClickGuard {
  return {
    refuses(event) {
      const since = steadySince();
      const button = event.currentTarget;
      if (!event.isTrusted || since === null || now() - since < STEADY_MS) return true;
      if (!(button instanceof Element) || isVeiled(host) || isCovered(host, box) || seenCovered()) return true;
      const byKey = event.detail === 0 && root.activeElement === button;
      const { x, y } = byKey ? middleOf(button) : { x: event.clientX, y: event.clientY };
      const top = root.elementFromPoint(x, y);
      return document.elementFromPoint(x, y) !== host || top === null || !button.contains(top);
    },
  };
}

/** Ancestors, or the page's body, that fade, filter, bend or hide what stands in them, or a host that the page has dressed. */
function isVeiled(host: Element): boolean {
  // The page cannot dress it with effect, yet only a page that tries to deceive does.
  if (host.attributes.length > 1 || host.getAnimations().length > 0) return true;
  const around: Element[] = [];
  for (let at: Element | null = host; at; at = at.parentElement) around.push(at);
  // Beside the host rather than around it; a page that fades its body fades what the reader judges the card by.
  for (const element of [...around, ...document.querySelectorAll("body")]) {
    const style = getComputedStyle(element);
    if (Number(style.opacity) <= 0.9 || style.visibility !== "visible" || style.mixBlendMode !== "normal") return true;
    const tricks = [
      style.filter,
      style.transform,
      style.scale,
      style.rotate,
      style.translate,
      style.clipPath,
      style.maskImage,
    ];
    if (tricks.some((value) => value && value !== "none")) return true;
  }
  return false;
}

/** Whatever else the page holds in the top layer may be drawn over the card and let clicks through. */
function isCovered(host: Element, box: Element): boolean {
  const own = box.getBoundingClientRect();
  const inTopLayer = rootsWithout(host).flatMap((root) => [
    ...root.querySelectorAll(":popover-open, dialog:modal, :fullscreen"),
  ]);
  return inTopLayer.some((other) => {
    if (other === host || other.contains(host)) return false;
    const { left, right, top, bottom } = other.getBoundingClientRect();
    return left < own.right && right > own.left && top < own.bottom && bottom > own.top;
  });
}

/** Firefox, which cannot tell what is drawn over the card (sight.ts), lets extensions look into closed roots. */
type PageElement = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/** The document and every root in it that we are let into, but for the host's own. */
function rootsWithout(host: Element): (Document | ShadowRoot)[] {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll<PageElement>("*")) {
      const inner = element.openOrClosedShadowRoot ?? element.shadowRoot;
      if (inner && element !== host) roots.push(inner);
    }
  }
  return roots;
}

function middleOf(element: Element): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
