/**
 * Texts by key in two values that a browser keeps and hands back as they are, so that a large table costs nothing to open:
 * `bytes` holds a row for each key in UTF-8, `slots` is a hash table (open addressing) of the rows' places in it, 0 for a free slot.
 */
export interface KeptTable {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly slots: Int32Array<ArrayBuffer>;
}

const TAB = 9;
const LINE_BREAK = 10;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Keeps the texts in their order, of two with one key the first. Throws a `RangeError` on a key with a tab or line break and on a text with a line break. */
export function keepTable(entries: Iterable<readonly [key: string, text: string]>): KeptTable {
  const byKey = new Map<string, string>();
  for (const [key, text] of entries) {
    if (/[\t\n]/.test(key) || text.includes("\n")) throw new RangeError(`no row of a table: ${key}`);
    if (!byKey.has(key)) byKey.set(key, text);
  }
  const bytes = encoder.encode(`\n${Array.from(byKey, ([key, text]) => `${key}\t${text}\n`).join("")}`);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * byKey.size + 1)));
  let place = 1;
  for (const key of byKey.keys()) {
    let slot = hashOf(key) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = place;
    place = bytes.indexOf(LINE_BREAK, place) + 1;
  }
  return { bytes, slots };
}

/** The text under a key, or undefined. */
export function lookUp({ bytes, slots }: KeptTable, key: string): string | undefined {
  const last = slots.length - 1;
  let wanted: Uint8Array | null = null;
  for (let slot = hashOf(key) & last; ; slot = (slot + 1) & last) {
    const place = slots[slot];
    if (!place) return undefined;
    wanted ??= encoder.encode(key);
    if (!isKeyAt(bytes, place, wanted)) continue;
    return decoder.decode(bytes.subarray(place + wanted.length + 1, bytes.indexOf(LINE_BREAK, place)));
  }
}

/** All keys with their texts, in the order in which they were kept. */
export function rowsOf({ bytes }: KeptTable): (readonly [key: string, text: string])[] {
  return decoder
    .decode(bytes)
    .split("\n")
    .slice(1, -1)
    .map((row) => {
      const tab = row.indexOf("\t");
      return [row.slice(0, tab), row.slice(tab + 1)];
    });
}

/** Whether a value that a browser kept is such a table. */
export function isKeptTable(value: unknown): value is KeptTable {
  if (typeof value !== "object" || value === null || !("bytes" in value) || !("slots" in value)) return false;
  const { bytes, slots } = value;
  // A search ends at a free slot.
  return bytes instanceof Uint8Array && slots instanceof Int32Array && slots.includes(0);
}

function isKeyAt(bytes: Uint8Array, place: number, key: Uint8Array): boolean {
  if (bytes[place + key.length] !== TAB) return false;
  for (let at = 0; at < key.length; at += 1) if (bytes[place + at] !== key[at]) return false;
  return true;
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash;
}
