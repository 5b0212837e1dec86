import { createFormat, type Format } from "../domain/format";
import type { PublicSettings } from "../domain/settings";

/**
 * Makes a function that returns formats and makes each only once: the first one of a process takes as long as drawing
 * the card, because the browser reads its locales.
 */
export function createFormats() {
  const made = new Map<string, Format>();
  return (locale: string, subunits: PublicSettings["look"]["subunits"]): Format => {
    const key = `${locale} ${subunits}`;
    const format = made.get(key) ?? createFormat(locale, subunits);
    made.set(key, format);
    return format;
  };
}
