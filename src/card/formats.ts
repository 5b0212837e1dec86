import { createFormat, type Format } from "../domain/format";
import type { PublicSettings } from "../domain/settings";

/**
 * Makes each format once: the first of a process takes as long
 * as drawing the card, as the browser looks through its locales.
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
