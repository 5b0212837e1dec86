import { once } from "../../once";
import type { Candidate } from "../candidate";
import { countMarketWords } from "../words/market-words";

/** What a block's text as a whole tells. Each answer is found when it is first needed. */
export interface Line {
  readonly isHeadline: () => boolean;
  /** It is German, in which every noun has a capital. */
  readonly isGerman: () => boolean;
  /** It has words of the market. */
  readonly isOfMarket: () => boolean;
}

/** Words of the market are looked for in this much of a line. */
const LONGEST_READ = 2000;
const GERMAN_WORDS =
  /(?<!\p{L})(?:der|die|das|und|von|mit|für|den|dem|ist|im|auf|bei|nicht|eine|auch|wird|sich)(?!\p{L})/giu;

/** Reads a block's text as a line. */
export function lineOf(text: string): Line {
  return {
    isHeadline: once(() => isHeadline(text)),
    isGerman: once(() => (text.slice(0, 600).match(GERMAN_WORDS)?.length ?? 0) > 1),
    isOfMarket: once(() => countMarketWords(text.slice(0, LONGEST_READ), 1) > 0),
  };
}

/** Whether the candidate is all of its block, as in a cell of a table or in a tag. */
export function isAlone({ start, end }: Candidate, text: string): boolean {
  return text.slice(0, start).trim() === "" && /^[\s,.]*$/.test(text.slice(end));
}

/** Whether the candidate is the initials of a speaker: `LG: Many people …`. */
export function isSpeaker({ start, end }: Candidate, text: string): boolean {
  return end - start < 4 && text[end] === ":" && text.slice(0, start).trim() === "";
}

/**
 * Whether the text is a headline: most words, except those all in capitals, begin with a capital, which therefore tells
 * nothing.
 */
function isHeadline(text: string): boolean {
  const words = text.slice(0, 300).match(/(?<!\p{L})\p{L}+\p{Ll}{2}/gu) ?? [];
  const lower = words.filter((word) => word === word.toLowerCase()).length;
  return words.length > 3 && lower < words.length * 0.4;
}

/** Whether it is one of several companies in a row: `Microsoft, Apple and Target`. */
export function isListedWithOthers(
  { start, end, ticker }: Candidate,
  near: readonly Candidate[],
  text: string,
): boolean {
  return near.some((other) => {
    if (other.doubt > 0 || other.ticker === ticker) return false;
    return isJoint(other.end <= start ? text.slice(other.end, start) : text.slice(end, other.start));
  });
}

/**
 * Whether it is one of three or more names in a row, even if none of them is sure: `United, American and Southwest`.
 */
export function isAmongNames(candidate: Candidate, near: readonly Candidate[], text: string): boolean {
  const names = near.filter(({ form }) => form === "name");
  const at = names.indexOf(candidate);
  const follows = (one: Candidate | undefined, next: Candidate | undefined) =>
    one !== undefined && next !== undefined && isJoint(text.slice(one.end, next.start));
  let from = at;
  let to = at;
  while (follows(names[from - 1], names[from])) from -= 1;
  while (follows(names[to], names[to + 1])) to += 1;
  return new Set(names.slice(from, to + 1).map(({ ticker }) => ticker)).size > 2;
}

/** Whether the text between two names joins them to a row. */
function isJoint(between: string): boolean {
  return (
    between.length < 12 &&
    /^(?:[,;/、] ?(?:(?:and|or|und|oder|et|y|e|&) )?| (?:and|or|und|oder|et|y|e|&) |[和及與与와과])$/.test(between)
  );
}
