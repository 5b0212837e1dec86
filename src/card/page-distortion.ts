/**
 * Whether an element around the host, or the page's body, fades, distorts, moves or hides its content, or the page has
 * styled the host itself. A filter that leaves everything visible, such as that of a dark mode, does not count, and
 * neither does a transform that changes nothing.
 */
export function isDistorted(host: Element): boolean {
  // Styles of the page have no effect on the host, but only a page that wants to deceive tries.
  if (host.attributes.length > 1 || host.getAnimations().length > 0) return true;
  const around: Element[] = [];
  for (let at: Element | null = host; at; at = at.parentElement) around.push(at);
  if (around.some((element) => isFaded(element) || isMovedOrScaled(element))) return true;
  // A body that is beside the host does not move it, but a faded one hides the page that the reader judges the card by.
  return [...document.querySelectorAll("body")].some((body) => !around.includes(body) && isFaded(body));
}

function isFaded(element: Element): boolean {
  const { opacity, visibility, mixBlendMode, filter, clipPath, maskImage } = getComputedStyle(element);
  if (Number(opacity) <= 0.9 || visibility !== "visible" || mixBlendMode !== "normal") return true;
  return isGiven(clipPath) || isGiven(maskImage) || (isGiven(filter) && !isHarmless(filter));
}

/** Filters that change colours and hide nothing, each with the smallest amount that leaves text readable. */
const LEAST_AMOUNTS: Readonly<Record<string, number>> = {
  invert: 0,
  "hue-rotate": Number.NEGATIVE_INFINITY,
  grayscale: 0,
  sepia: 0,
  saturate: 0,
  brightness: 0.5,
  contrast: 0.5,
};
/** An image inverted by half is all grey, and one far brighter or with far more contrast all white. */
const isReadable = (name: string, amount: number) =>
  name === "invert" ? amount <= 0.1 || amount >= 0.8 : name === "hue-rotate" || amount <= 2;

/** A filter given twice has no least amount: twenty of `brightness(0.6)` leave the page black. */
function isHarmless(filter: string): boolean {
  const given = filter.split(") ").map((text) => text.split("("));
  if (new Set(given.map(([name]) => name)).size < given.length) return false;
  return given.every(([name = "", amount = ""]) => {
    const least = LEAST_AMOUNTS[name];
    const value = Number.parseFloat(amount);
    return least !== undefined && value >= least && isReadable(name, value);
  });
}

function isMovedOrScaled(element: Element): boolean {
  const { transform, translate, scale, rotate, perspective } = getComputedStyle(element);
  if (isGiven(transform) && !new DOMMatrixReadOnly(transform).isIdentity) return true;
  const moves = isGiven(translate) && translate.split(" ").some((length) => Number.parseFloat(length) !== 0);
  const sizes = isGiven(scale) && scale.split(" ").some((factor) => Number.parseFloat(factor) !== 1);
  return moves || sizes || (isGiven(rotate) && Number.parseFloat(rotate) !== 0) || isGiven(perspective);
}

function isGiven(value: string): boolean {
  return value !== "" && value !== "none";
}
