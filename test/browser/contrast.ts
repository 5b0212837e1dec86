/** WCAG 2 AA for text of normal size. */
const LEAST_RATIO = 4.5;

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Each visible text within an element whose contrast with its ground is below 4.5:1, with the ratio. */
export function faintTexts(element: Element): string[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const faint: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim();
    if (!parent || !text || parent.closest(".sq-words")) continue;
    const ground = groundOf(parent);
    const ratio = ratioOf(over(colourIn(getComputedStyle(parent).color), ground), ground);
    if (ratio < LEAST_RATIO) faint.push(`${ratio.toFixed(2)} in ${text}`);
  }
  return faint;
}

function groundOf(element: Element | null): Colour {
  if (!element) return [1, 1, 1, 1];
  const own = colourIn(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, groundOf(element.parentElement));
}

/** `rgb(0–255)`, `rgba(…)` or `color(srgb 0–1)`, which is how computed styles are written. */
function colourIn(text: string): Colour {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  const scale = text.startsWith("color(") ? 1 : 255;
  return [red / scale, green / scale, blue / scale, alpha];
}

function over(top: Colour, ground: Colour): Colour {
  const mix = (i: 0 | 1 | 2) => top[i] * top[3] + ground[i] * (1 - top[3]);
  return [mix(0), mix(1), mix(2), 1];
}

function ratioOf(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
