import type { Mention } from "../domain/detection/mention";
import type { BlockText } from "../domain/detection/mentions";
import { isBefore, scopeOf } from "./own-dom";
import { imprintOf, type MentionBlock, type PageMention } from "./page-mention";
import { beginningOf, type TextBlock } from "./text-blocks";

/** A block in which the directory knows something, and what it mentions: see `mentionsOf`. */
export interface KnownBlock extends MentionBlock {
  /** The first mention in it. */
  readonly head: PageMention | null;
  /** What it says, from reading it until it is asked about; else null. */
  saying: BlockText | null;
}

/** The blocks that mention something now, and those that no longer do; one whose mentions changed is both. */
export interface MentionChange {
  readonly added: readonly KnownBlock[];
  readonly removed: readonly KnownBlock[];
}

/** A block that was read, before it is known what it mentions. */
export function knownBlock({ element, text, links, nodes, offsets }: TextBlock): KnownBlock {
  const [node = null] = nodes;
  return {
    element,
    first: beginningOf(element) === node ? null : node,
    offset: offsets[0] ?? 0,
    imprint: imprintOf(text),
    head: null,
    nodes: null,
    saying: { text, links },
  };
}

/** The same block with other mentions. Of texts that say the same the first in `kept` is taken, so that a hundred mentions of a company do not keep as many copies of its name. */
export function mentioning(before: KnownBlock, mentions: readonly Mention[], kept: Map<string, string>): KnownBlock {
  const keep = (text: string): string => {
    const same = kept.get(text) ?? text;
    kept.set(text, same);
    return same;
  };
  const block: { -readonly [K in keyof KnownBlock]: KnownBlock[K] } = { ...before, head: null };
  for (const { ticker, name, surface, evidence, start, end } of mentions.toReversed()) {
    block.head = {
      ticker: keep(ticker),
      name: keep(name),
      surface: keep(surface),
      evidence,
      start,
      end,
      block,
      next: block.head,
    };
  }
  return block;
}

/** What a block mentions, in text order. */
export function mentionsOf({ head }: KnownBlock): PageMention[] {
  const mentions: PageMention[] = [];
  for (let mention = head; mention; mention = mention.next) mentions.push(mention);
  return mentions;
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

/** Whether a block that was read again says the same at the same place. */
export function isUnchanged({ first, offset, imprint }: KnownBlock, read: KnownBlock): boolean {
  return first === read.first && offset === read.offset && imprint === read.imprint;
}

/** Where a block stands: its text begins there. */
export function anchorOf({ first, element }: KnownBlock): Node {
  return first ?? element;
}

/** Sorts blocks by where they stand; blocks in shadow roots stand where their outermost host does. */
export function inDocumentOrder(blocks: readonly KnownBlock[]): KnownBlock[] {
  const placed = blocks.map((block) => ({ block, at: placeOf(anchorOf(block)) }));
  // Nearly all are in order, and Chromium asks about a later one and an earlier one, then counts siblings back from the second node to the first.
  placed.sort((a, b) => (a.at === b.at ? 0 : isBefore(b.at, a.at) ? 1 : -1));
  return placed.map(({ block }) => block);
}

function placeOf(node: Node): Node {
  let at = node;
  for (let root = scopeOf(at); root instanceof ShadowRoot; root = scopeOf(at)) at = root.host;
  return at;
}
