import type { Settings } from "../domain/settings";
import { paletteFor, schemeFor } from "./palettes";

/** Gives one of our pages the scheme and palette that the reader chose; "page" follows the system here. */
export function wearLook(
  surface: HTMLElement,
  look: Pick<Settings["look"], "theme" | "palette">,
  language: string,
): void {
  const scheme = schemeFor(look.theme);
  if (scheme) surface.dataset.scheme = scheme;
  else delete surface.dataset.scheme;
  surface.dataset.palette = paletteFor(look.palette, language);
}
