import type { Candidate, ReadBlock } from "../candidate";
import { isAlone } from "./line-of-text";

/** This many neighbours on each side are looked at; a table may have thousands. */
const MOST_TAGS = 30;

/** The longest text between two tickers of a row. Checking the length first saves reading it. */
const LONGEST_BETWEEN = 14;

/** Whether the cell before or after contains the company's name. */
export function isBesideItsName({ ticker }: Candidate, blocks: readonly ReadBlock[], index: number): boolean {
  return [index - 1, index + 1].some(
    (at) =>
      blocks[at]?.candidates.some((candidate) => candidate.form === "name" && candidate.ticker === ticker) ?? false,
  );
}

/** Whether it is one of several cells or tags in a row with tickers, most of which mean nothing else. */
export function isAmongTickers(blocks: readonly ReadBlock[], index: number): boolean {
  const isTag = (block: ReadBlock | undefined) =>
    block?.candidates.some((candidate) => candidate.form === "ticker" && isAlone(candidate, block.text)) ?? false;
  let from = index;
  let to = index;
  while (index - from < MOST_TAGS && isTag(blocks[from - 1])) from -= 1;
  while (to - index < MOST_TAGS && isTag(blocks[to + 1])) to += 1;
  const tags = blocks.slice(from, to + 1);
  const plain = tags.filter(({ candidates }) => candidates.some(({ form, doubt }) => form === "ticker" && doubt < 2));
  return tags.length > 2 && plain.length * 2 >= tags.length;
}

/** Whether it is one of several tickers in a row, most of which mean nothing else: `BABA, BHC, COST, GE`. */
export function isInSequence(candidate: Candidate, near: readonly Candidate[], text: string): boolean {
  const tickers = near.filter(({ form }) => form === "ticker");
  const at = tickers.indexOf(candidate);
  const follows = (one: Candidate | undefined, next: Candidate | undefined) =>
    one &&
    next &&
    next.start - one.end < LONGEST_BETWEEN &&
    /^[,;/]? ?(?:[A-Z]{1,5}[,;/]? )?(?:and |& )?$/.test(text.slice(one.end, next.start));
  let from = at;
  let to = at;
  while (follows(tickers[from - 1], tickers[from])) from -= 1;
  while (follows(tickers[to], tickers[to + 1])) to += 1;
  const row = tickers.slice(from, to + 1);
  return row.length > 2 && row.filter(({ doubt }) => doubt < 3).length * 2 >= row.length;
}

/** Whether the name of a ticker's company is right before it: `Apple AAPL`. */
export function isAfterItsName({ ticker, start }: Candidate, near: readonly Candidate[], text: string): boolean {
  return near.some(
    (one) =>
      one.form === "name" &&
      one.ticker === ticker &&
      one.end < start &&
      start - one.end < 3 &&
      text.slice(one.end, start).trim() === "",
  );
}
