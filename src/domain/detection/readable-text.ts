/** A text as it is read, and where each of its places is in the text as it stands in the page. */
export interface ReadableText {
  readonly text: string;
  /** The place in the page's text of a place in the read one; UTF-16 units. */
  readonly placeOf: (place: number) => number;
}

/** What readers do not see inside a word: soft hyphens, zero-width spaces and joiners, byte order marks. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
/** Latin letters, digits and signs as wide as a Chinese character, and the wide space. */
const WIDE = /[\uff01-\uff5e\u3000]/g;
const WIDE_SPACE = "\u3000";
/** From a wide sign to the plain one. */
const WIDTH = 0xfee0;

/**
 * The text without what the reader does not see, wide letters and brackets as plain ones. Most texts are as they are.
 */
export function readable(text: string): ReadableText {
  const plain = text.replace(WIDE, (sign) =>
    sign === WIDE_SPACE ? " " : String.fromCharCode(sign.charCodeAt(0) - WIDTH),
  );
  const unseen = Array.from(plain.matchAll(UNSEEN), ({ index }) => index);
  if (unseen.length === 0) return { text: plain, placeOf: (place) => place };
  return {
    text: plain.replace(UNSEEN, ""),
    placeOf: (place) => place + countUpTo(unseen, place),
  };
}

/** How many of the places, given in ascending order, were left out before a place of what is left. */
function countUpTo(unseen: readonly number[], place: number): number {
  let low = 0;
  let high = unseen.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((unseen[middle] ?? 0) - middle <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
