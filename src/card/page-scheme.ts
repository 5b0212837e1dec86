/**
 * Whether the page around an element is dark to the eye, judged by the ground
 * it stands on and by filters that invert it; null when no ground says.
 */
export function pageIsDark(element: Element): boolean | null {
  let isDark: boolean | null = null;
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { backgroundColor, filter } = getComputedStyle(at);
    const [red = 0, green = 0, blue = 0, alpha = 1] = numbersIn(backgroundColor);
    // A veil lets the ground behind it decide.
    if (isDark === null && alpha >= 0.5) isDark = luminance(red, green, blue) < 0.4;
    if (isDark !== null && isInverting(filter) && !reachesCard(at)) isDark = !isDark;
  }
  if (isDark !== null) return isDark;
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  if (scheme === "dark") return true;
  return scheme === "light" ? false : null;
}

/** What dark-mode tools do to a light page. */
function isInverting(filter: string): boolean {
  return Number(/invert\(([\d.]+)\)/.exec(filter)?.[1] ?? 0) > 0.5;
}

/** Firefox 153 filters the top layer along with the root element, and so the card itself; Chromium 156 does not. */
function reachesCard(element: Element): boolean {
  return element === document.documentElement && CSS.supports("-moz-appearance", "none");
}

/** By the prototype's own getter: a form's field may be named `parentElement`, and the way up would then never end. */
function parentOf(element: Element): Element | null {
  return Reflect.get(Node.prototype, "parentElement", element);
}

function numbersIn(color: string): number[] {
  return (color.match(/[\d.]+/g) ?? []).map(Number);
}

/** Perceived lightness of an sRGB colour, 0–1 (Rec. 601 weights). */
function luminance(red: number, green: number, blue: number): number {
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}
