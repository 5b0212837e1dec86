import type { Ticker } from "../../ticker";
import type { Candidate, ReadBlock } from "../candidate";
import { isAlone } from "./line-of-text";

/** A table that has the same letters right after so many companies' tickers uses them as a code. */
const FEW_ROWS = 3;

/**
 * The letters that a table has in row after row, right after another company's ticker: `GM BMO 2.61`, `KO BMO 0.83`.
 * They say when or how, and name no company.
 */
export function tableCodes(blocks: readonly ReadBlock[]): ReadonlySet<string> {
  return new Set([...codesOfRows(blocks), ...codesOfHours(blocks)]);
}

/** Before the open and after the close, in calendars of earnings: `Monday BMO: …; AMC: …`. */
const HOURS = new Set(["BMO", "AMC"]);
const OF_DAY =
  /\b(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri)(?:day|nesday|rsday|sday)?[ ,:–—-]{1,3}\(?(?:BMO|AMC)\b|\b(?:BMO|AMC) ?[=:–—-] ?(?:before|after)\b/i;

/** The codes of hours, if the page has one of them beside a weekday or spells it out. */
function codesOfHours(blocks: readonly ReadBlock[]): readonly string[] {
  const isHour = ({ text, candidates }: ReadBlock) =>
    candidates.some(({ start, end }) => HOURS.has(text.slice(start, end))) && OF_DAY.test(text);
  return blocks.some(isHour) ? [...HOURS] : [];
}

function codesOfRows(blocks: readonly ReadBlock[]): readonly string[] {
  const after = new Map<string, Set<Ticker>>();
  const note = (before: Candidate, candidate: Candidate, text: string) => {
    if (before.ticker === candidate.ticker || candidate.kind === "etf") return;
    const letters = text.slice(candidate.start, candidate.end);
    if (/^[A-Z]{2,5}$/.test(letters)) after.set(letters, (after.get(letters) ?? new Set()).add(before.ticker));
  };
  blocks.forEach(({ text, candidates }, index) => {
    const cell = blocks[index - 1];
    const inCell = cell?.candidates.find((one) => one.form === "ticker" && isAlone(one, cell.text));
    let before = null as Candidate | null;
    for (const candidate of candidates) {
      if (before && isRightBefore(before, candidate, text)) note(before, candidate, text);
      else if (inCell && isAlone(candidate, text)) note(inCell, candidate, text);
      if (candidate.form === "ticker") before = candidate;
    }
  });
  return [...after].flatMap(([letters, tickers]) => (tickers.size >= FEW_ROWS ? [letters] : []));
}

function isRightBefore(one: Candidate, other: Candidate, text: string): boolean {
  return one.end < other.start && /^[\s|]{1,3}$/.test(text.slice(one.end, other.start));
}
