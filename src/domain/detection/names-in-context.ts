import type { Claim, FoundBlock } from "./claim";
import { INTRODUCED, type PageContext } from "./page-context";
import type { Words } from "./vocabulary";

/** Whether a company's name in a text means the company. */
export function evidenceOfName(claim: Claim, block: FoundBlock, context: PageContext, bold: boolean): boolean {
  const { text } = block;
  if (context.words.credits.test(text)) return false;
  const doubt = bold && claim.doubt > 0 ? claim.doubt - 1 : claim.doubt;
  if (doubt === 0) return true;
  const introduced = context.introduced(claim.ticker);
  if (doubt === 3 && introduced < INTRODUCED.inFull) return false;
  const spoken = speaksOfMarket(claim, text, context.words);
  if (spoken && context.isBusiness && !isPartOfLongerName(claim, block)) return true;
  if (isPartOfLongerName(claim, block)) return false;
  if (doubt === 1) return introduced > 0 || context.isBusiness;
  return introduced >= INTRODUCED.inFull || (context.isMarket && isListedWithOthers(claim, block));
}

/** Whether words of the market stand directly at the claim: `Strategy slid 3.8 %`, `shares of Target`. */
export function speaksOfMarket({ start, end }: Claim, text: string, { after, before }: Words): boolean {
  after.lastIndex = end;
  return after.test(text) || before.test(text.slice(Math.max(0, start - 40), start));
}

/** Whether it is a part of some other name: `Ford Foundation`, `Ford v Ferrari`. In a headline capitals say nothing. */
function isPartOfLongerName({ start, end, inName }: Claim, { text }: FoundBlock): boolean {
  return (
    (inName === true && !isHeadline(text)) ||
    / v\.? $/.test(text.slice(Math.max(0, start - 4), start)) ||
    /^ v\.? /.test(text.slice(end, end + 4))
  );
}

/** Most words begin with a capital, so that a capital says nothing. */
function isHeadline(text: string): boolean {
  const words = text.slice(0, 300).match(/[\p{L}]{3,}/gu) ?? [];
  const lower = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length > 3 && lower < words.length * 0.4;
}

/** One of several companies in a row: `Microsoft, Apple and Target`. */
function isListedWithOthers({ start, end, ticker }: Claim, { text, claims }: FoundBlock): boolean {
  return claims.some((other) => {
    if (other.doubt > 0 || other.ticker === ticker) return false;
    const between = other.end <= start ? text.slice(other.end, start) : text.slice(end, other.start);
    return between.length < 12 && /^(?:['’]s)?[,;/]? ?(?:(?:and|or|und|oder|et|y|e|&) )?$/u.test(between);
  });
}
