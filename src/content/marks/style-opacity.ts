import { opacityOf } from "./elements-at-point";

/** Letters that are blurred more than this cannot be read. */
const MOST_BLUR_PX = 3;

/** Filters whose amount, from 0 to 1, is the part of the letters that stays. */
const FADING_FILTERS: ReadonlySet<string> = new Set(["opacity", "brightness", "contrast"]);

/**
 * How visible an element's own style leaves its text: 1 fully, 0 not at all. A filter by reference (`url()`) cannot be
 * judged and counts as leaving all. A mask leaves all if it is a gradient that is not transparent throughout.
 */
export function styleOpacity({ opacity, filter, maskImage }: CSSStyleDeclaration): number {
  return isTransparentMask(maskImage) ? 0 : Number(opacity) * filterOpacity(filter);
}

function filterOpacity(filters: string): number {
  if (filters === "none") return 1;
  const parts = filters.split(") ").map((text) => {
    const [name = "", value = ""] = text.split("(");
    const amount = Number.parseFloat(value);
    if (name === "blur") return amount > MOST_BLUR_PX ? 0 : 1;
    return FADING_FILTERS.has(name) ? Math.min(1, amount) : 1;
  });
  return parts.reduce((product, part) => product * part, 1);
}

/** The colour functions of computed styles. */
const COLORS = /(?=\b(?:rgba?|color|lab|lch|oklab|oklch)\()/;

/**
 * Whether a mask hides everything: a gradient of transparent colours only, or an image, which may be transparent
 * throughout.
 */
function isTransparentMask(mask: string): boolean {
  if (mask === "none" || mask === "") return false;
  const colors = mask.split(COLORS).slice(1);
  return colors.every((color) => opacityOf(color.slice(0, color.indexOf(")") + 1)) === 0);
}
