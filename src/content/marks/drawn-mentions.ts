import type { Repeats } from "../../domain/settings";
import type { PageMention } from "../page/page-mention";

/**
 * Chooses from `near` the mentions to underline: the first one of a company in each paragraph, the first one in the
 * page, or all. A name and the ticker in brackets after it get one underline. `all` are the frame's mentions; both
 * lists are in document order. `paragraphOf` answers with the same object for blocks that count as one paragraph.
 */
export function drawnMentions(
  near: readonly PageMention[],
  all: readonly PageMention[],
  repeats: Repeats,
  paragraphOf: (block: PageMention["block"]) => object,
): readonly PageMention[] {
  if (repeats === "all") return near.filter((mention, index) => !isInBracketsAfter(near[index - 1], mention));
  if (repeats === "page") {
    // Later entries of a map replace earlier ones, so from back to front the first mention of a ticker remains.
    const first = new Map(all.toReversed().map((mention) => [mention.ticker, mention]));
    return near.filter((mention) => first.get(mention.ticker) === mention);
  }
  const tickersByParagraph = new Map<object, Set<string>>();
  return near.filter(({ block, ticker }) => {
    const paragraph = paragraphOf(block);
    const tickers = tickersByParagraph.get(paragraph) ?? new Set();
    tickersByParagraph.set(paragraph, tickers);
    return !tickers.has(ticker) && tickers.add(ticker);
  });
}

/** Longest text from the end of a name to the ticker in brackets: ". (Nasdaq Global Select Market: ". */
const LONGEST_GAP = 40;

/** Whether a mention is in brackets right after another one of the same company: "Apple Inc. (Nasdaq: AAPL)". */
function isInBracketsAfter(name: PageMention | undefined, { ticker, start, block }: PageMention): boolean {
  if (!name || name.block !== block || name.ticker !== ticker || start - name.end > LONGEST_GAP) return false;
  return /^[\s.,]*[(（[][^()（）[\]]*$/.test(block.text.slice(name.end, start));
}
