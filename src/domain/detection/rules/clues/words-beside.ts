import type { Candidate, ReadBlock } from "../../candidate";
import { isAsian } from "../../names/asian-words";
import { endsSentence, nameTokens } from "../../names/name-keys";

/** A candidate in its block. */
interface Place {
  readonly candidate: Candidate;
  readonly block: ReadBlock;
}

/** How far words beside a candidate are looked at, UTF-16 units. */
const FAR = 40;

/**
 * The words after a candidate, folded as keys; none where a sign or the block's end comes first. Asian letters that
 * are joined to it, or to a number after it, are one word.
 */
export function wordsAfter({ candidate, block }: Place): string[] {
  const after = block.text.slice(candidate.end, candidate.end + FAR);
  const joined = after.replace(/^\d{1,4}/, "");
  if (isAsian(joined.charAt(0))) return [/^[^\s\p{P}]+/u.exec(joined)?.[0] ?? ""];
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

/** Whether a letter of an Asian script is right before or after a candidate: `PBRは0.8倍`. */
export function isJoinedToAsian(one: Place): boolean {
  const { candidate, block } = one;
  return isAsian(block.text.charAt(candidate.start - 1) + block.text.charAt(candidate.end));
}

/** Articles of western languages, but those that are words of English as well. */
const AFTER_ARTICLE =
  /(?<!\p{L})(?:the|an?|le|la|les|du|au|el|los|del|al|il|lo|della|der|die|das|dem|des|den|o|os|do|da|na|ao) $/iu;

/** Whether an article is right before a candidate, and that is no fund which many write about (`the SPY`). */
export function isAfterArticle(one: Place): boolean {
  if (one.candidate.kind === "etf" && one.candidate.known) return false;
  return AFTER_ARTICLE.test(textBefore(one, 7));
}
