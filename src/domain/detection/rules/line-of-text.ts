import type { Candidate, ReadBlock } from "../candidate";

/** The block holds this and nothing else: a cell of a table, a tag. */
export function isAlone({ start, end }: Candidate, text: string): boolean {
  return text.slice(0, start).trim() === "" && /^[\s,.]*$/.test(text.slice(end));
}

/** Initials before what their bearer says: `LG: Many people …`. */
export function isSpeaker({ start, end }: Candidate, text: string): boolean {
  return end - start < 4 && text[end] === ":" && text.slice(0, start).trim() === "";
}

/** Most words, apart from those in capitals throughout, begin with a capital, so that a capital says nothing. */
export function isHeadline(text: string): boolean {
  const words = text.slice(0, 300).match(/(?<!\p{L})\p{L}+\p{Ll}{2}/gu) ?? [];
  const lower = words.filter((word) => word === word.toLowerCase()).length;
  return words.length > 3 && lower < words.length * 0.4;
}

/** One of several companies in a row: `Microsoft, Apple and Target`. */
export function isListedWithOthers({ start, end, ticker }: Candidate, { text, candidates }: ReadBlock): boolean {
  return candidates.some((other) => {
    if (other.doubt > 0 || other.ticker === ticker) return false;
    const between = other.end <= start ? text.slice(other.end, start) : text.slice(end, other.start);
    return between.length < 12 && /^[,;/]? ?(?:(?:and|or|und|et|y|&) )?$/.test(between);
  });
}
