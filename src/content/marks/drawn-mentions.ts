import type { Repeats } from "../../domain/settings";
import type { PageMention } from "../page/page-mention";

/**
 * The mentions that get a line: a company's first one in each paragraph, in the page, or all of them. A name and the ticker in its
 * bracket are one mark. `all` are the frame's mentions in document order, `near` those to be chosen from.
 */
export function drawnMentions(
  near: readonly PageMention[],
  all: readonly PageMention[],
  repeats: Repeats,
): readonly PageMention[] {
  if (repeats === "all") return near.filter((mention, place) => !isBracketOf(near[place - 1], mention));
  if (repeats === "page") {
    const first = new Set(firstOfEach(all, ({ ticker }) => ticker));
    return near.filter((mention) => first.has(mention));
  }
  const blocks = new Map<PageMention["block"], Set<string>>();
  return near.filter(({ block, ticker }) => {
    const named = blocks.get(block) ?? new Set();
    blocks.set(block, named);
    return !named.has(ticker) && named.add(ticker);
  });
}

/** Longest way from a name to the ticker in its bracket: ". (Nasdaq Global Select Market: ". */
const LONGEST_BRACKET = 40;

/** Whether a mention stands in the bracket right after another of the same company: "Apple Inc. (Nasdaq: AAPL)". */
function isBracketOf(name: PageMention | undefined, { ticker, start, block }: PageMention): boolean {
  if (!name || name.block !== block || name.ticker !== ticker || start - name.end > LONGEST_BRACKET) return false;
  return /^[\s.,]*[(（[][^()（）[\]]*$/.test(block.text.slice(name.end, start));
}

function firstOfEach(mentions: readonly PageMention[], keyOf: (mention: PageMention) => string): PageMention[] {
  const first = new Map<string, PageMention>();
  for (const mention of mentions) if (!first.has(keyOf(mention))) first.set(keyOf(mention), mention);
  return [...first.values()];
}
