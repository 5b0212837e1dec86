import { isFundHouse } from "../words/word-lists";
import type { Occurrence } from "./occurrence";

/** What a fund's name ends in. */
const FUND_WORDS = new Set("ETF ETFs ETN ETP Fund Funds UCITS Index Portfolio".split(" "));
/** Small words and dashes within it. */
const WITHIN_FUND = new Set("of and the ex — – -".split(" "));
/** No fund's name goes on for longer. */
const MOST_FUND_WORDS = 10;

/**
 * Whether it is in the name of a fund, whose words up to the last all begin with a capital or a figure: `Invesco S&P
 * 500 Quality ETF`.
 */
export function isFundsName(one: Occurrence): boolean {
  const { candidate, block } = one;
  if (candidate.form !== "name" || candidate.kind === "etf") return false;
  const [, ...words] = block.text.slice(candidate.end, candidate.end + 100).split(" ");
  const isWithin = (word: string) => WITHIN_FUND.has(word) || /^[\p{Lu}\d&](?:[^,;:.!?()]*|\.\p{Lu}\.)$/u.test(word);
  const first = words.slice(0, MOST_FUND_WORDS).findIndex((word) => !isWithin(word) || isFundWord(word));
  if (first < 0 || !isFundWord(words[first] ?? "") || !/^(?:['’]s)?\s/.test(block.text.slice(candidate.end)))
    return false;
  return isFundHouse(one.key()) || (first > 0 && !one.line.isHeadline());
}

function isFundWord(word: string): boolean {
  return FUND_WORDS.has(/^.*\p{L}/su.exec(word)?.[0] ?? "");
}
