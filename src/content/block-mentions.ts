import type { Mention } from "../domain/detection/mention";
import type { PageMention, TextSpan } from "./page-mention";
import type { TextBlock } from "./text-blocks";

/** Mentions of a block's text as they stand in the page. */
export function pageMentions(mentions: readonly Mention[], block: TextBlock): PageMention[] {
  return mentions.map(({ start, end, ...mention }) => ({
    ...mention,
    spans: spansOf(start, end, block),
    block: block.element,
  }));
}

/** Whether a block's mentions in the page are still those decided. */
export function sameMentions(standing: readonly PageMention[], decided: readonly Mention[]): boolean {
  return (
    standing.length === decided.length &&
    standing.every(({ ticker, surface, evidence }, index) => {
      const other = decided[index];
      return other?.ticker === ticker && other.surface === surface && other.evidence === evidence;
    })
  );
}

/** Sorts blocks by where they stand; blocks in shadow roots stand where their outermost host does. */
export function inDocumentOrder<T extends { readonly block: TextBlock }>(blocks: readonly T[]): T[] {
  const placed = blocks.map((one) => ({ one, at: placeOf(one.block.nodes[0] ?? one.block.element) }));
  placed.sort((a, b) => {
    if (a.at === b.at) return 0;
    return a.at.compareDocumentPosition(b.at) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
  return placed.map(({ one }) => one);
}

function placeOf(node: Node): Node {
  let at = node;
  for (let root = at.getRootNode(); root instanceof ShadowRoot; root = at.getRootNode()) at = root.host;
  return at;
}

function spansOf(start: number, end: number, { nodes, offsets }: TextBlock): TextSpan[] {
  const spans = nodes.flatMap((node, index) => {
    const offset = offsets[index] ?? 0;
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, node.data.length);
    return from < to ? [{ node, start: from, end: to }] : [];
  });
  // Copied, as an array that grew holds room for sixteen more.
  return spans.slice();
}
