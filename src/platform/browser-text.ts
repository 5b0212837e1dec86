import { createTextOf, type TextOf } from "../ui/text";
import { browser } from "./browser";

/** Messages of `_locales` in the browser's language. */
export const textOf: TextOf = createTextOf((key) => browser.i18n.getMessage(key));

/** The browser's language, BCP 47. */
export function uiLanguage(): string {
  return browser.i18n.getUILanguage();
}
