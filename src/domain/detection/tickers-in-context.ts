import type { Claim, FoundBlock } from "./claim";
import { speaksOfMarket } from "./names-in-context";
import { INTRODUCED, type PageContext } from "./page-context";

/** A move or a price. */
const FIGURES = /\d ?%|[$€£¥]\s?\d/u;

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
  const introduced = context.introduced(claim.ticker);
  if (isAlone(claim, text)) {
    return isBesideItsName(claim, blocks, index) || (context.isMarket && isAmongTickers(blocks, index));
  }
  if (!/\p{Ll}/u.test(text)) return introduced === INTRODUCED.explicitly && claim.doubt < 3;
  if (context.isMarket && isListOfTickers(block)) return true;
  const spoken = speaksOfMarket(claim, text, context.words);
  switch (claim.doubt) {
    case 0:
      return true;
    case 1:
      return introduced > 0 || (context.isMarket && (spoken || bold || hasFigureNear(claim, text)));
    case 2:
      return introduced === INTRODUCED.explicitly || (introduced > 0 && spoken) || (context.isMarket && spoken && bold);
    case 3:
      return introduced === INTRODUCED.explicitly && spoken;
  }
}

/** The block holds this and nothing else: a cell of a table, a tag. */
function isAlone({ start, end }: Claim, text: string): boolean {
  return text.slice(0, start).trim() === "" && /^[\s,]*$/.test(text.slice(end));
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
  while (isTag(blocks[from - 1])) from -= 1;
  while (isTag(blocks[to + 1])) to += 1;
  const tags = blocks.slice(from, to + 1);
  const plain = tags.filter(({ claims }) => claims.some(({ as, doubt }) => as === "ticker" && doubt <= 1));
  return tags.length > 2 && plain.length * 2 >= tags.length;
}

/** The block is a row of tickers: `BABA BHC COST GE`. */
function isListOfTickers({ text, claims }: FoundBlock): boolean {
  const tickers = claims.filter(({ as }) => as === "ticker");
  const plain = tickers.filter(({ doubt }) => doubt <= 1);
  const words = text.match(/[\p{L}\p{N}.]+/gu) ?? [];
  return tickers.length > 2 && plain.length * 2 >= tickers.length && tickers.length >= words.length * 0.8;
}

function hasFigureNear({ start, end }: Claim, text: string): boolean {
  return FIGURES.test(text.slice(Math.max(0, start - 30), Math.min(text.length, end + 40)));
}
