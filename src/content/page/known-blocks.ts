import type { Mention } from "../../domain/detection/mention";
import type { PageMention } from "./page-mention";
import { isBefore, scopeOf } from "./page-nodes";
import type { TextBlock } from "./text-blocks";

/** A block in which the directory knows something, and what it mentions, in text order. */
export interface KnownBlock extends TextBlock {
  readonly mentions: readonly PageMention[];
}

/** The blocks that mention something now, and those that no longer do; one whose mentions changed is both. */
export interface MentionChange {
  readonly added: readonly KnownBlock[];
  readonly removed: readonly KnownBlock[];
}

/** A block with what it mentions; the very same one where it mentions that already. */
export function withMentions(block: TextBlock | KnownBlock, found: readonly Mention[]): KnownBlock {
  if ("mentions" in block && hasMentions(block, found)) return block;
  const { element, text, links, parts } = block;
  const mentions: PageMention[] = [];
  const known: KnownBlock = { element, text, links, parts, mentions };
  for (const mention of found) mentions.push({ ...mention, block: known });
  return known;
}

function hasMentions({ mentions }: KnownBlock, decided: readonly Mention[]): boolean {
  return (
    mentions.length === decided.length &&
    mentions.every(({ ticker, start, end, evidence }, index) => {
      const other = decided[index];
      return other?.ticker === ticker && other.start === start && other.end === end && other.evidence === evidence;
    })
  );
}

/** Whether two blocks say the same in the same text nodes. */
export function isSameText(one: TextBlock, other: TextBlock): boolean {
  return (
    one.element === other.element &&
    one.text === other.text &&
    one.parts.length === other.parts.length &&
    one.parts.every(({ node }, index) => node === other.parts[index]?.node)
  );
}

/** Whether all text nodes of a block are still in the page. */
export function isInPage({ element, parts }: TextBlock): boolean {
  return element.isConnected && parts.every(({ node }) => node.isConnected);
}

/** Where a block begins. */
export function beginningOf({ element, parts }: TextBlock): Node {
  return parts[0]?.node ?? element;
}

/** Sorts blocks by where they stand; blocks in shadow roots stand where their outermost host does. */
export function inDocumentOrder<B extends TextBlock>(blocks: readonly B[]): B[] {
  const placed = blocks.map((block) => ({ block, at: placeInDocument(beginningOf(block)) }));
  placed.sort((a, b) => (a.at === b.at ? 0 : isBefore(b.at, a.at) ? 1 : -1));
  return placed.map(({ block }) => block);
}

function placeInDocument(node: Node): Node {
  let at = node;
  for (let root = scopeOf(at); root instanceof ShadowRoot; root = scopeOf(at)) at = root.host;
  return at;
}
