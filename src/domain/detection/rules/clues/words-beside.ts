import type { Candidate, ReadBlock } from "../../candidate";
import { endsSentence, nameTokens } from "../../names/name-keys";

/** A candidate in its block. */
interface Place {
  readonly candidate: Candidate;
  readonly block: ReadBlock;
}

/** How far words beside a candidate are looked at, UTF-16 units. */
const FAR = 40;

/** The words after a candidate, folded as keys; none where a sign or the block's end comes first. */
export function wordsAfter({ candidate, block }: Place): string[] {
  const after = block.text.slice(candidate.end, candidate.end + FAR);
  return /^(?:['’]s)?[\s-]/.test(after) && /^(?:['’]s)?[\s-]+\p{L}/u.test(after)
    ? nameTokens(after.replace(/^['’]s/, "")).map(({ key }) => key)
    : [];
}

/**
 * The word right before a candidate, folded as a key; "" where a sign, a sentence's end or the block's beginning comes
 * first.
 */
export function findWordBefore({ candidate, block }: Place): string {
  const before = block.text.slice(Math.max(0, candidate.start - FAR), candidate.start);
  if (!/[\p{L}.][\s-]+$/u.test(before)) return "";
  const last = nameTokens(before).at(-1);
  if (!last || (/\.\s+$/.test(before) && endsSentence(before, last))) return "";
  return last.key;
}

/** Whether a sentence, a line or a cell begins with the candidate, so that a capital says nothing. */
export function beginsSentence({ candidate, block }: Place): boolean {
  const before = block.text.slice(Math.max(0, candidate.start - 4), candidate.start);
  return /(?:^|[.!?:;•|\ufffc\n]|[.!?]["”’)])\s?["“‘(]?$/.test(before);
}

/** So many characters of text before a candidate. */
export function textBefore({ candidate, block }: Place, length: number): string {
  return block.text.slice(Math.max(0, candidate.start - length), candidate.start);
}

/** Whether an English article is right before a candidate: `The CCI approved the deal`. */
export function isAfterArticle(one: Place): boolean {
  return /(?<!\p{L})(?:the|an?) $/iu.test(textBefore(one, 5));
}
