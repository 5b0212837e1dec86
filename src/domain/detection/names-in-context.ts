import type { Claim, FoundBlock } from "./claim";
import { CREDITS, isMarketAfter, isMarketBefore, MARKET_WORDS, SHARING } from "./market-words";
import { INTRODUCED, type PageContext } from "./page-context";

/** Whether a company's name in a text means the company. */
export function evidenceOfName(claim: Claim, block: FoundBlock, context: PageContext, bold: boolean): boolean {
  const { text } = block;
  if (isVersus(claim, text) || isCredit(claim, text) || isButton(claim, text)) return false;
  const doubt = bold && claim.doubt > 0 ? claim.doubt - 1 : claim.doubt;
  if (doubt === 0) return true;
  const introduced = context.introduced(claim.ticker);
  // The page's own ticker of these letters is the other company of this name.
  if (context.introduced(text.slice(claim.start, claim.end)) > introduced) return false;
  if (doubt === 3 && introduced < INTRODUCED.inFull) return false;
  if (isPartOfLongerName(claim, block, doubt) || isSpeaker(claim, text)) return false;
  if (doubt === 1) return introduced > 0 || (isAlone(claim, text) ? context.isMarket : context.isBusiness);
  if (isAlone(claim, text)) return introduced === INTRODUCED.explicitly;
  if (context.isBusiness && speaksOfMarket(claim, text)) return true;
  return introduced >= INTRODUCED.inFull || (context.isMarket && isListedWithOthers(claim, block));
}

/** The block holds this and nothing else: a cell of a table, a tag. */
export function isAlone({ start, end }: Claim, text: string): boolean {
  return text.slice(0, start).trim() === "" && /^[\s,.]*$/.test(text.slice(end));
}

/** Beside a copyright, a photographer's or a source's line. */
function isCredit({ start }: Claim, text: string): boolean {
  return CREDITS.test(text.slice(Math.max(0, start - 100), start + 60));
}

/** A network's name on a button or in an invitation to share. */
function isButton({ social, full }: Claim, text: string): boolean {
  if (!social || full || text.length > LONGEST_BUTTONS) return false;
  return SHARING.test(text) || (!/(?:^|[^\p{L}])\p{Ll}/u.test(text) && text.search(MARKET_WORDS) < 0);
}

/** A row of buttons is no longer. */
const LONGEST_BUTTONS = 200;

/** Initials before what their bearer says: `LG: Many people …`. */
export function isSpeaker({ start, end }: Claim, text: string): boolean {
  return end - start < 4 && text[end] === ":" && text.slice(0, start).trim() === "";
}

/** Whether words of the market stand directly at the claim: `Strategy slid 3.8 %`, `shares of Target`. */
export function speaksOfMarket({ start, end }: Claim, text: string): boolean {
  return isMarketAfter(text, end) || isMarketBefore(text, start);
}

/** Whether it is a part of some other name: `Ford Foundation`. In a headline capitals say little. */
function isPartOfLongerName({ inName }: Claim, { text }: FoundBlock, doubt: number): boolean {
  return inName === true && (doubt > 1 || !isHeadline(text));
}

/** A match, a case or a film of two names: `Ford v Ferrari`. */
function isVersus({ start, end }: Claim, text: string): boolean {
  return text.slice(start - 3, start) === " v " || text.slice(end, end + 3) === " v ";
}

/** Most words, apart from those in capitals throughout, begin with a capital, so that a capital says nothing. */
export function isHeadline(text: string): boolean {
  const words = text.slice(0, 300).match(/(?<!\p{L})\p{L}+\p{Ll}{2}/gu) ?? [];
  const lower = words.filter((word) => word === word.toLowerCase()).length;
  return words.length > 3 && lower < words.length * 0.4;
}

/** One of several companies in a row: `Microsoft, Apple and Target`. */
function isListedWithOthers({ start, end, ticker }: Claim, { text, claims }: FoundBlock): boolean {
  return claims.some((other) => {
    if (other.doubt > 0 || other.ticker === ticker) return false;
    const between = other.end <= start ? text.slice(other.end, start) : text.slice(end, other.start);
    return between.length < 12 && /^[,;/]? ?(?:(?:and|or|und|et|y|&) )?$/.test(between);
  });
}
