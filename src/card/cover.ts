/** The browser that a script is built for; not defined where tests import a module as it is. */
declare const __TARGET__: "chromium" | "firefox" | undefined;

/**
 * Whether something of the page in the top layer, its backdrop included, may be drawn over the box and let clicks
 * through. If the browser does not report what is drawn over an element (watch-cover.ts), anything in the top layer
 * counts, because shadows, outlines and overflowing text of an element of one pixel can be of any size.
 */
export function isCovered(host: Element, box: Element, reportsCover: boolean): boolean {
  const inTopLayer = allRoots().flatMap((root) => [
    ...root.querySelectorAll(":popover-open, dialog:modal, :fullscreen"),
  ]);
  return inTopLayer.some((other) => {
    if (Node.prototype.contains.call(other, host)) return false;
    // Firefox never reports it; the build's name lets the bundler drop what follows.
    if ((typeof __TARGET__ !== "undefined" && __TARGET__ === "firefox") || !reportsCover) return true;
    const own = box.getBoundingClientRect();
    const { left, right, top, bottom } = Element.prototype.getBoundingClientRect.call(other);
    return (left < own.right && right > own.left && top < own.bottom && bottom > own.top) || paintsBackdrop(other);
  });
}

/** Whether the page runs a view transition, whose pictures of the page are drawn over everything or instead of it. */
export function isInViewTransition(): boolean {
  return document.documentElement.matches(":active-view-transition");
}

/** Whether an element's backdrop paints anything; even an element of one pixel can have one as large as the window. */
function paintsBackdrop(element: Element): boolean {
  const { display, backgroundColor, backgroundImage, boxShadow, outlineStyle, borderStyle, backdropFilter, filter } =
    getComputedStyle(element, "::backdrop");
  if (display === "none") return false;
  const isClear = /^(?:transparent|rgba\(\d+, \d+, \d+, 0\))?$/.test(backgroundColor);
  const given = [backgroundImage, boxShadow, outlineStyle, borderStyle, backdropFilter, filter];
  return !isClear || given.some((value) => value !== undefined && value !== "" && value !== "none");
}

/** Firefox does not report what is drawn over the card, but lets extensions look into closed shadow roots. */
type PageElement = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/** The document and every shadow root in it that we can look into. */
function allRoots(): (Document | ShadowRoot)[] {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll<PageElement>("*")) {
      const inner = element.openOrClosedShadowRoot ?? element.shadowRoot;
      if (inner) roots.push(inner);
    }
  }
  return roots;
}
