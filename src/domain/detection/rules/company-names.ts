import type { Candidate, ReadBlock } from "../candidate";
import { CREDITS, isMarketAfter, isMarketBefore, MARKET_WORDS, SHARING } from "../words/market-words";
import type { Occurrence } from "./occurrence";
import { INTRODUCED } from "./page-context";

/** Whether a company's name in a text means the company. */
export function isCompanyName({ candidate, block, page }: Occurrence, isBold: boolean): boolean {
  const { text } = block;
  if (isVersus(candidate, text) || isCredit(candidate, text) || isButton(candidate, text)) return false;
  const doubt = isBold && candidate.doubt > 0 ? candidate.doubt - 1 : candidate.doubt;
  if (doubt === 0) return true;
  const introduced = page.introduced(candidate.ticker);
  // The page's own ticker of these letters is the other company of this name.
  if (page.introduced(text.slice(candidate.start, candidate.end)) > introduced) return false;
  if (doubt === 3 && introduced < INTRODUCED.inFull) return false;
  if (isPartOfLongerName(candidate, block, doubt) || isSpeaker(candidate, text)) return false;
  if (doubt === 1) return introduced > 0 || (isAlone(candidate, text) ? page.isMarket : page.isBusiness);
  if (isAlone(candidate, text)) return introduced === INTRODUCED.explicitly;
  if (page.isBusiness && speaksOfMarket(candidate, text)) return true;
  return introduced >= INTRODUCED.inFull || (page.isMarket && isListedWithOthers(candidate, block));
}

/** The block holds this and nothing else: a cell of a table, a tag. */
export function isAlone({ start, end }: Candidate, text: string): boolean {
  return text.slice(0, start).trim() === "" && /^[\s,.]*$/.test(text.slice(end));
}

/** Beside a copyright, a photographer's or a source's line. */
function isCredit({ start }: Candidate, text: string): boolean {
  return CREDITS.test(text.slice(Math.max(0, start - 100), start + 60));
}

/** A network's name on a button or in an invitation to share. */
function isButton({ social, full }: Candidate, text: string): boolean {
  if (!social || full || text.length > LONGEST_BUTTONS) return false;
  return SHARING.test(text) || (!/(?:^|[^\p{L}])\p{Ll}/u.test(text) && text.search(MARKET_WORDS) < 0);
}

/** A row of buttons is no longer. */
const LONGEST_BUTTONS = 200;

/** Initials before what their bearer says: `LG: Many people …`. */
export function isSpeaker({ start, end }: Candidate, text: string): boolean {
  return end - start < 4 && text[end] === ":" && text.slice(0, start).trim() === "";
}

/** Whether words of the market stand directly at the candidate: `Strategy slid 3.8 %`, `shares of Target`. */
export function speaksOfMarket({ start, end }: Candidate, text: string): boolean {
  return isMarketAfter(text, end) || isMarketBefore(text, start);
}

/** Whether it is a part of some other name: `Ford Foundation`. In a headline capitals say little. */
function isPartOfLongerName({ inName }: Candidate, { text }: ReadBlock, doubt: number): boolean {
  return inName === true && (doubt > 1 || !isHeadline(text));
}

/** A match, a case or a film of two names: `Ford v Ferrari`. */
function isVersus({ start, end }: Candidate, text: string): boolean {
  return text.slice(start - 3, start) === " v " || text.slice(end, end + 3) === " v ";
}

/** Most words, apart from those in capitals throughout, begin with a capital, so that a capital says nothing. */
export function isHeadline(text: string): boolean {
  const words = text.slice(0, 300).match(/(?<!\p{L})\p{L}+\p{Ll}{2}/gu) ?? [];
  const lower = words.filter((word) => word === word.toLowerCase()).length;
  return words.length > 3 && lower < words.length * 0.4;
}

/** One of several companies in a row: `Microsoft, Apple and Target`. */
function isListedWithOthers({ start, end, ticker }: Candidate, { text, candidates }: ReadBlock): boolean {
  return candidates.some((other) => {
    if (other.doubt > 0 || other.ticker === ticker) return false;
    const between = other.end <= start ? text.slice(other.end, start) : text.slice(end, other.start);
    return between.length < 12 && /^[,;/]? ?(?:(?:and|or|und|et|y|&) )?$/.test(between);
  });
}
