import { nameTokens } from "../../names/name-keys";
import type { Occurrence } from "../occurrence";

/** How far words beside a candidate are looked at, UTF-16 units. */
const FAR = 40;

/** The words after a candidate, folded as keys; none where a sign or the block's end comes first. */
export function wordsAfter({ candidate, block }: Occurrence): string[] {
  const after = block.text.slice(candidate.end, candidate.end + FAR);
  return /^(?:['’]s)?[\s-]/.test(after) && /^(?:['’]s)?[\s-]+\p{L}/u.test(after)
    ? nameTokens(after.replace(/^['’]s/, "")).map(({ key }) => key)
    : [];
}

/** The word right after a candidate, folded as a key; "" where a sign or the block's end comes first. */
export function wordAfter(one: Occurrence): string {
  return wordsAfter(one)[0] ?? "";
}

/** The word right before a candidate, folded as a key; "" where a sign or the block's beginning comes first. */
export function wordBefore({ candidate, block }: Occurrence): string {
  const before = block.text.slice(Math.max(0, candidate.start - FAR), candidate.start);
  return /[\p{L}.][\s-]+$/u.test(before) ? (nameTokens(before).at(-1)?.key ?? "") : "";
}

/** Whether a sentence, a line or a cell begins with the candidate, so that a capital says nothing. */
export function beginsSentence({ candidate, block }: Occurrence): boolean {
  const before = block.text.slice(Math.max(0, candidate.start - 4), candidate.start);
  return /(?:^|[.!?:;•|\ufffc\n]|[.!?]["”’)])\s?["“‘(]?$/.test(before);
}

/** So many characters of text before a candidate. */
export function textBefore({ candidate, block }: Occurrence, length: number): string {
  return block.text.slice(Math.max(0, candidate.start - length), candidate.start);
}
