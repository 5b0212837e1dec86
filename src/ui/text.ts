import type en from "../locales/en.json";

/** The key of a text in the catalogues. */
export type MessageKey = keyof typeof en;

/** Looks a message up in the reader's language and fills its `{placeholders}`. */
export type TextOf = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** Makes a `TextOf` from a lookup. An unknown key is returned itself, so that a missing text can be seen. */
export function createTextOf(lookup: (key: MessageKey) => string): TextOf {
  return (key, values = {}) =>
    (lookup(key) || key).replace(/\{(\w+)\}/g, (whole, name: string) =>
      name in values ? String(values[name]) : whole,
    );
}
