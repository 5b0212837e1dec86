import type { Claim, FoundBlock } from "./claim";
import { AFTER_COMPANY, BEFORE_COMPANY, CREDITS } from "./market-words";
import { INTRODUCED, type PageContext } from "./page-context";

/** Capitalised words that may stand beside a company without being part of another name. */
const NEIGHBOURS = new Set(
  (
    "CEO CFO COO CTO CIO Chief President Chairman Chairwoman Founder Co-founder Executive Shares Stock Stocks Inc Corp Ltd US UK U.S EU China India Japan Europe America " +
    "The A An But And Or In On At As For From With Without By To Of If When While Since After Before During Meanwhile Why How What Is Are Was Will Can Could Does Did Do Has Have Had Should Would May " +
    "Both Like Unlike Even Also Then Now Today Yesterday Last Next This That These Those Its Their Our My Your His Her Here There So Yet Still Only Just Both Other More Most Many Some " +
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December " +
    "Buy Sell Hold Says Said Reports Posts Beats Misses Cuts Raises Rises Falls Gains Drops Jumps Slides Plunges Soars Surges Tumbles Rallies Earnings Revenue Results Sales Profit Forecast Dividend " +
    "Rival Rivals Giant Maker Analysts Analyst Investors Der Die Das Bei Von Für Und Mit Auch Le La Les El Los Las"
  ).split(" "),
);
const NEXT_WORD = /(?:['’]s)? (\p{Lu}[\p{L}.'’-]*)/uy;
const LAST_WORD = /(?:^|[\s(“"‘'])((?:\p{Lu}|\d)[\p{L}\p{N}.'’&-]*) $/u;

/** Whether a company's name in a text means the company. */
export function evidenceOfName(claim: Claim, block: FoundBlock, context: PageContext, bold: boolean): boolean {
  const { text } = block;
  if (CREDITS.test(text)) return false;
  const doubt = bold && claim.doubt > 0 ? claim.doubt - 1 : claim.doubt;
  if (doubt === 0) return true;
  const introduced = context.introduced(claim.ticker);
  if (doubt === 3 && introduced < INTRODUCED.inFull) return false;
  const spoken = speaksOfMarket(claim, text);
  if (spoken && context.isBusiness && !isPartOfLongerName(claim, block)) return true;
  if (isPartOfLongerName(claim, block)) return false;
  if (doubt === 1) return introduced > 0 || context.isBusiness;
  return introduced >= INTRODUCED.inFull || (context.isMarket && isListedWithOthers(claim, block));
}

/** Whether words of the market stand directly at the claim: `Strategy slid 3.8 %`, `shares of Target`. */
export function speaksOfMarket({ start, end }: Claim, text: string): boolean {
  AFTER_COMPANY.lastIndex = end;
  return AFTER_COMPANY.test(text) || BEFORE_COMPANY.test(text.slice(Math.max(0, start - 40), start));
}

/** Whether capitals around make the claim a part of some other name: `Ford Foundation`, `Harrison Ford`, `Ford v Ferrari`. */
function isPartOfLongerName({ start, end }: Claim, { text, claims }: FoundBlock): boolean {
  if (isHeadline(text)) return false;
  NEXT_WORD.lastIndex = end;
  const next = NEXT_WORD.exec(text);
  if (next?.[1] && !text.startsWith("'s", end) && !text.startsWith("’s", end)) {
    const at = NEXT_WORD.lastIndex - next[1].length;
    if (!NEIGHBOURS.has(next[1].replace(/[.'’].*$/, "")) && !claims.some((claim) => claim.start === at)) return true;
  }
  if (/^ v\.? /.test(text.slice(end, end + 4)) || / v\.? $/.test(text.slice(Math.max(0, start - 4), start)))
    return true;
  const last = LAST_WORD.exec(text.slice(Math.max(0, start - 40), start));
  if (!last?.[1]) return false;
  return (
    !NEIGHBOURS.has(last[1].replace(/\.$/, "")) &&
    !claims.some((claim) => claim.end === start - 1) &&
    !/^\d/.test(last[1])
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
