import type en from "../locales/en.json";

export type MessageKey = keyof typeof en;

/** Looks a message up in the reader's language and fills its `{placeholders}`. */
export type TextOf = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** A `TextOf` over a raw lookup; an unknown key yields the key itself, so that a gap shows instead of vanishing. */
export function createTextOf(lookup: (key: MessageKey) => string): TextOf {
  return (key, values = {}) =>
    (lookup(key) || key).replace(/\{(\w+)\}/g, (whole, name: string) =>
      name in values ? String(values[name]) : whole,
    );
}
