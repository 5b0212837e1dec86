import type { Mention } from "../domain/detection/mention";
import type { BlockText } from "../domain/detection/mentions";
import { scopeOf } from "./own-dom";
import { type MentionBlock, type PageMention, printOf } from "./page-mention";
import { firstTextIn, type TextBlock } from "./text-blocks";

/** A block in which the directory knows something, and what it mentions, in text order. */
export interface KnownBlock extends MentionBlock {
  readonly mentions: readonly PageMention[];
  /** What it says, from reading it until it is asked about; else null. */
  said: BlockText | null;
}

/** The blocks that mention something now, and those that no longer do; one whose mentions changed is both. In document order. */
export interface MentionChange {
  readonly added: readonly KnownBlock[];
  readonly removed: readonly KnownBlock[];
}

/** A block that was read, before it is known what it mentions. Its nodes are kept where it may stand in the place of a block known before. */
export function knownBlock(
  { element, text, links, nodes, offsets }: TextBlock,
  { keepsNodes }: { keepsNodes: boolean },
): KnownBlock {
  const [node = null] = nodes;
  return {
    element,
    first: firstTextIn(element) === node ? null : node,
    begin: 0 - (offsets[0] ?? 0),
    print: printOf(text),
    mentions: [],
    nodes: keepsNodes ? { nodes, offsets } : null,
    said: { text, links },
  };
}

/** The same block with other mentions; `kept` gives one text for all that say the same. */
export function mentioning(
  before: KnownBlock,
  mentions: readonly Mention[],
  kept: (text: string) => string,
): KnownBlock {
  const block = { ...before, mentions: [] as readonly PageMention[] };
  block.mentions = mentions.map(({ ticker, name, surface, evidence, start, end }) => ({
    ticker: kept(ticker),
    name: kept(name),
    surface: kept(surface),
    evidence,
    start,
    end,
    block,
  }));
  return block;
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

/** Whether a block that was read again says the same, in the same nodes as far as they are kept. */
export function isUnchanged({ first, begin, print, nodes }: KnownBlock, read: KnownBlock): boolean {
  return (
    first === read.first &&
    begin === read.begin &&
    print === read.print &&
    (nodes?.nodes.every((node, index) => node === read.nodes?.nodes[index]) ?? true)
  );
}

/** Where a block stands: its text begins there. */
export function anchorOf({ first, element }: KnownBlock): Node {
  return first ?? element;
}

/** Sorts blocks by where they stand; blocks in shadow roots stand where their outermost host does. */
export function inDocumentOrder(blocks: readonly KnownBlock[]): KnownBlock[] {
  const placed = blocks.map((block) => ({ block, at: placeOf(anchorOf(block)) }));
  placed.sort((a, b) => {
    if (a.at === b.at) return 0;
    return a.at.compareDocumentPosition(b.at) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
  return placed.map(({ block }) => block);
}

function placeOf(node: Node): Node {
  let at = node;
  for (let root = scopeOf(at); root instanceof ShadowRoot; root = scopeOf(at)) at = root.host;
  return at;
}
