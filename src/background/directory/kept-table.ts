/**
 * A large table of texts by key that costs nothing to open, as it is kept in two values that the browser stores as they
 * are: `bytes` contains a row in UTF-8 for each key, and `slots` is a hash table (open addressing) of the rows' offsets
 * in it, 0 for a free slot.
 */
export interface KeptTable {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly slots: Int32Array<ArrayBuffer>;
}

const TAB = 9;
const LINE_BREAK = 10;
const LAST_ASCII = 0x7f;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Makes a table of texts in this order; of two with the same key, the first counts. Throws a `RangeError` if a key
 * contains a tab or a line break, or a text a line break.
 */
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
export function lookUp(table: KeptTable, key: string): string | undefined {
  const place = placeOf(table, key);
  return place === 0 ? undefined : textAt(table, place);
}

/** The offset in the bytes at which the text under a key begins; 0 if there is none. */
export function placeOf({ bytes, slots }: KeptTable, key: string): number {
  const last = slots.length - 1;
  for (let slot = hashOf(key) & last; ; slot = (slot + 1) & last) {
    const row = slots[slot];
    if (!row) return 0;
    const end = endOfKey(bytes, row, key);
    if (end > 0) return end + 1;
  }
}

/** A text from this offset to its end. */
export function textAt({ bytes }: KeptTable, place: number): string {
  return decoder.decode(bytes.subarray(place, bytes.indexOf(LINE_BREAK, place)));
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
  // Without a free slot, a search for a missing key would never end.
  return bytes instanceof Uint8Array && slots instanceof Int32Array && slots.includes(0);
}

/**
 * The offset of the end of a row's key if it is this key; otherwise 0. Nearly all keys are ASCII, which can be compared
 * without encoding them.
 */
function endOfKey(bytes: Uint8Array, row: number, key: string): number {
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at);
    if (unit > LAST_ASCII) return endOfBytes(bytes, row, encoder.encode(key));
    if (bytes[row + at] !== unit) return 0;
  }
  return bytes[row + key.length] === TAB ? row + key.length : 0;
}

function endOfBytes(bytes: Uint8Array, row: number, key: Uint8Array): number {
  const end = row + key.length;
  return bytes[end] === TAB && key.every((byte, at) => bytes[row + at] === byte) ? end : 0;
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash;
}
