import type { Repeats } from "../../domain/settings";
import type { PageMention } from "../page/page-mention";

/**
 * The mentions that get a line: a company's first one in each paragraph, in the page, or all of them. A name and its bracket are then
 * one mark. `all` are the frame's mentions in document order, `near` those to be chosen from.
 */
export function drawnMentions(
  near: readonly PageMention[],
  all: readonly PageMention[],
  repeats: Repeats,
): readonly PageMention[] {
  if (repeats === "all") return near;
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

function firstOfEach(mentions: readonly PageMention[], keyOf: (mention: PageMention) => string): PageMention[] {
  const first = new Map<string, PageMention>();
  for (const mention of mentions) if (!first.has(keyOf(mention))) first.set(keyOf(mention), mention);
  return [...first.values()];
}
