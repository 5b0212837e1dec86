import type { Claim, FoundBlock } from "./claim";
import { isAlone, isHeadline, isSpeaker, speaksOfMarket } from "./names-in-context";
import { INTRODUCED, type PageContext } from "./page-context";

/** So many neighbours on each side tell what a row holds; a table may have thousands. */
const MOST_TAGS = 30;

/** More never stands between two tickers of a row; to see that is quicker than to read it. */
const LONGEST_BETWEEN = 14;

/** Whether letters in capitals, alone, are a ticker. */
export function isBareTicker(
  claim: Claim,
  block: FoundBlock,
  context: PageContext,
  blocks: readonly FoundBlock[],
  index: number,
  bold: boolean,
): boolean {
  const { text } = block;
  const { doubt } = claim;
  const introduced = context.introduced(claim.ticker);
  const explicit = introduced === INTRODUCED.explicitly;
  if (isAlone(claim, text)) {
    if (explicit && doubt < 3) return true;
    return isBesideItsName(claim, blocks, index) || (context.isMarket && isAmongTickers(blocks, index));
  }
  if (isSpeaker(claim, text)) return false;
  if (!/\p{Ll}/u.test(text.slice(Math.max(0, claim.start - 300), claim.end + 300))) return explicit && doubt < 3;
  if (context.isMarket && isInSequence(claim, block)) return true;
  const isSpokenOf = () => speaksOfMarket(claim, text);
  if (doubt < 2) {
    return introduced > 0 || (!isHeadline(text) && (context.isMarket || isSpokenOf())) || (bold && context.isBusiness);
  }
  if (doubt === 2)
    return explicit || (context.isMarket && bold) || ((introduced > 0 || context.isMarket) && isSpokenOf());
  return explicit && isSpokenOf();
}

/** The cell before or after holds the company's name. */
function isBesideItsName({ ticker }: Claim, blocks: readonly FoundBlock[], index: number): boolean {
  return [index - 1, index + 1].some(
    (at) => blocks[at]?.claims.some((claim) => claim.as === "name" && claim.ticker === ticker) ?? false,
  );
}

/** One of several cells or tags in a row that hold tickers, most of which are no ordinary letters. */
function isAmongTickers(blocks: readonly FoundBlock[], index: number): boolean {
  const isTag = (block: FoundBlock | undefined) =>
    block?.claims.some((claim) => claim.as === "ticker" && isAlone(claim, block.text)) ?? false;
  let from = index;
  let to = index;
  while (index - from < MOST_TAGS && isTag(blocks[from - 1])) from -= 1;
  while (to - index < MOST_TAGS && isTag(blocks[to + 1])) to += 1;
  const tags = blocks.slice(from, to + 1);
  const plain = tags.filter(({ claims }) => claims.some(({ as, doubt }) => as === "ticker" && doubt < 2));
  return tags.length > 2 && plain.length * 2 >= tags.length;
}

/** One of several tickers in a row, most of which are no ordinary letters: `BABA, BHC, COST, GE`. */
function isInSequence(claim: Claim, { text, claims }: FoundBlock): boolean {
  const tickers = claims.filter(({ as }) => as === "ticker");
  const at = tickers.indexOf(claim);
  const follows = (one: Claim | undefined, next: Claim | undefined) =>
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
