/** A text as detection reads it, and how its offsets relate to those in the page's text. */
export interface ReadableText {
  readonly text: string;
  /** The offset in the page's text for an offset in the text that is read; UTF-16 units. */
  readonly placeOf: (place: number) => number;
}

/** Characters inside a word that readers do not see: soft hyphens, zero-width spaces and joiners, byte order marks. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
/** Latin letters, digits and signs as wide as a Chinese character, and the wide space. */
const WIDE = /[\uff01-\uff5e\u3000]/g;
const WIDE_SPACE = "\u3000";
/** Hyphens at which no line may break, and other signs that are written for the apostrophe within a word (`Kohl´s`). */
const HYPHENS = /[\u2010\u2011]/g;
const APOSTROPHES = /[´`ʼ′‘‛](?<=\p{L}.)(?=\p{L})/gu;
/** Where a number that stands apart is written on to a word, as a footnote's is: `Microsoft<sup>1</sup>`. */
const BEFORE_FOOTNOTE = /(?<=\p{Ll}|\p{Lu}{3})\u2060(?=\d)/gu;
/** The difference between the codes of a wide sign and the plain one. */
const WIDTH = 0xfee0;

/**
 * The text without characters that readers do not see, and with plain letters, brackets, hyphens and apostrophes for
 * others that look like them. Most texts need no change.
 */
export function readable(text: string): ReadableText {
  const plain = text
    .replace(WIDE, (sign) => (sign === WIDE_SPACE ? " " : String.fromCharCode(sign.charCodeAt(0) - WIDTH)))
    .replace(HYPHENS, "-")
    .replace(APOSTROPHES, "’")
    .replace(BEFORE_FOOTNOTE, " ");
  const unseen = Array.from(plain.matchAll(UNSEEN), ({ index }) => index);
  if (unseen.length === 0) return { text: plain, placeOf: (place) => place };
  return {
    text: plain.replace(UNSEEN, ""),
    placeOf: (place) => place + countUpTo(unseen, place),
  };
}

/** How many of these offsets, in ascending order, were left out before an offset of the remaining text. */
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
