import { parentOf } from "./page-parent";

/**
 * Whether the page around an element looks dark, judged by the backgrounds behind it and by filters that invert them;
 * null if no background says and the page has both colour schemes.
 */
export function pageIsDark(element: Element): boolean | null {
  let isDark: boolean | null = null;
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { backgroundColor, filter } = getComputedStyle(at);
    const [red = 0, green = 0, blue = 0, alpha = 1] = numbersIn(backgroundColor);
    // Behind a background that is mostly transparent, the next one decides.
    if (isDark === null && alpha >= 0.5) isDark = luminance(red, green, blue) < 0.4;
    if (isDark !== null && isInverting(filter) && !reachesCard(at)) isDark = !isDark;
  }
  if (isDark !== null) return isDark;
  const scheme = declaredScheme();
  return scheme.includes("dark") ? !scheme.includes("light") || null : false;
}

/** The colour schemes the page says it has, in its root's style or a meta element; a page that is silent is white. */
function declaredScheme(): string {
  const { colorScheme } = getComputedStyle(document.documentElement);
  if (colorScheme !== "normal") return colorScheme;
  return document.querySelector("meta[name=color-scheme]")?.getAttribute("content") ?? "";
}

/** Whether a filter inverts colours, as dark-mode tools do with light pages. */
function isInverting(filter: string): boolean {
  return Number(/invert\(([\d.]+)\)/.exec(filter)?.[1] ?? 0) > 0.5;
}

/**
 * Whether the element's filter changes the card, too: Firefox 153 applies the root element's filter to the top layer,
 * Chromium 156 does not.
 */
function reachesCard(element: Element): boolean {
  return element === document.documentElement && CSS.supports("-moz-appearance", "none");
}

function numbersIn(color: string): number[] {
  return (color.match(/[\d.]+/g) ?? []).map(Number);
}

/** The perceived lightness of an sRGB colour, 0–1 (Rec. 601 weights). */
function luminance(red: number, green: number, blue: number): number {
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}
