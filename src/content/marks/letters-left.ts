import { opacityOf } from "./elements-at-point";

/** Nobody reads letters that are blurred more. */
const MOST_BLUR_PX = 3;

/** Filters whose amount, from 0 to 1, is the part of the letters that stays. */
const FADING_FILTERS: ReadonlySet<string> = new Set(["opacity", "brightness", "contrast"]);

/**
 * How much of the letters in an element its style leaves: 1 all, 0 nothing. A filter that cannot be judged, because it
 * is the page's own, counts as leaving all. A mask leaves all if it is a gradient that is not transparent throughout.
 */
export function lettersLeft({ opacity, filter, maskImage }: CSSStyleDeclaration): number {
  return isTransparentMask(maskImage) ? 0 : Number(opacity) * leftByFilters(filter);
}

function leftByFilters(filters: string): number {
  const parts = filters.split(") ").map((text) => {
    const [name = "", value = ""] = text.split("(");
    const amount = Number.parseFloat(value);
    if (name === "blur") return amount > MOST_BLUR_PX ? 0 : 1;
    return FADING_FILTERS.has(name) ? Math.min(1, amount) : 1;
  });
  return parts.reduce((left, part) => left * part, 1);
}

/** The colour functions of computed styles. */
const COLORS = /(?=\b(?:rgba?|color|lab|lch|oklab|oklch)\()/;

/** An image that is no gradient may be transparent as well, and counts as that. */
function isTransparentMask(mask: string): boolean {
  if (mask === "none" || mask === "") return false;
  const colors = mask.split(COLORS).slice(1);
  return colors.every((color) => opacityOf(color.slice(0, color.indexOf(")") + 1)) === 0);
}
