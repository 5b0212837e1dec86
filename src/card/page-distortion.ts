import { parentOf } from "./page-parent";

/** The attributes that we give the host ourselves. */
const OWN_ATTRIBUTES = ["popover", "tabindex", "role", "aria-label"];

/**
 * Whether an element around the host, or the page's body, fades, distorts, moves or hides its content, or the page has
 * styled the host itself. A filter that leaves everything visible, such as that of a dark mode, does not count, and
 * neither does a transform that changes nothing.
 */
export function isDistorted(host: Element): boolean {
  // An attribute of the page's has no effect on the host, but only a page that deceives sets one.
  if (!host.getAttributeNames().every((name) => OWN_ATTRIBUTES.includes(name))) return true;
  if (host.getAnimations().length > 0) return true;
  const around: Element[] = [];
  for (let at: Element | null = host; at; at = parentOf(at)) around.push(at);
  if (obscureContent(around) || around.some(isMovedOrScaled)) return true;
  // A body that is beside the host does not move it, but a faded one hides the words that the card stands beside.
  return [...document.querySelectorAll("body")].some((body) => !around.includes(body) && obscureContent([body]));
}

/**
 * Whether elements, one inside the other, together fade, hide, cut, mask or filter what is in them; each alone may do
 * so harmlessly.
 */
function obscureContent(elements: readonly Element[]): boolean {
  const styles = elements.map((element) => getComputedStyle(element));
  const opacity = styles.reduce((product, style) => product * Number(style.opacity), 1);
  const hides = ({ visibility, mixBlendMode, clipPath, maskImage }: CSSStyleDeclaration) =>
    visibility !== "visible" || mixBlendMode !== "normal" || isGiven(clipPath) || isGiven(maskImage);
  return (
    opacity <= LEAST_OPACITY || styles.some(hides) || !areHarmless(styles.map(({ filter }) => filter).filter(isGiven))
  );
}

/** What is more transparent than this lets the page shine through. */
const LEAST_OPACITY = 0.9;

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

/** The amounts hold for a filter that is given once: twenty of `brightness(0.6)` leave the page black. */
function areHarmless(filters: readonly string[]): boolean {
  const given = filters.flatMap((filter) => filter.split(") ")).map((text) => text.split("("));
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
