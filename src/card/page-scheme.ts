/** Whether the page around an element is dark, judged by the ground it stands on; null when no ground says. */
export function pageIsDark(element: Element): boolean | null {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = numbersIn(getComputedStyle(at).backgroundColor);
    // A veil lets the ground behind it decide.
    if (alpha < 0.5) continue;
    return luminance(red, green, blue) < 0.4;
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  if (scheme === "dark") return true;
  return scheme === "light" ? false : null;
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
