/**
 * Whether the page holds something in the top layer that may be drawn over the box and let clicks
 * through, its backdrop included. Where the browser does not tell sight (sight.ts) anything there
 * may be: shadows, outlines and what flows out of an element of one pixel are as large as they like.
 */
export function isCovered(host: Element, box: Element, tellsSight: boolean): boolean {
  const own = box.getBoundingClientRect();
  const inTopLayer = rootsWithout(host).flatMap((root) => [
    ...root.querySelectorAll(":popover-open, dialog:modal, :fullscreen"),
  ]);
  return inTopLayer.some((other) => {
    if (other === host || other.contains(host)) return false;
    if (!tellsSight) return true;
    const { left, right, top, bottom } = other.getBoundingClientRect();
    return (left < own.right && right > own.left && top < own.bottom && bottom > own.top) || paintsBackdrop(other);
  });
}

/** Whether the page runs a transition in which pictures of it stand over everything, or instead of it. */
export function isInViewTransition(): boolean {
  return document.documentElement.matches(":active-view-transition");
}

/** An element of one pixel in the top layer may have a backdrop as large as the window. */
function paintsBackdrop(element: Element): boolean {
  const { display, backgroundColor, backgroundImage, boxShadow, outlineStyle, borderStyle, backdropFilter, filter } =
    getComputedStyle(element, "::backdrop");
  if (display === "none") return false;
  const isClear = /^(?:transparent|rgba\(\d+, \d+, \d+, 0\))?$/.test(backgroundColor);
  const given = [backgroundImage, boxShadow, outlineStyle, borderStyle, backdropFilter, filter];
  return !isClear || given.some((value) => value !== undefined && value !== "" && value !== "none");
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
