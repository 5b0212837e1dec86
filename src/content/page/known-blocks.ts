import type { Mention } from "../../domain/detection/mention";
import type { PageMention } from "./page-mention";
import { isBefore, isShadowRoot, treeRootOf } from "./page-nodes";
import type { TextBlock } from "./text-blocks";

/** A block that contains a name of the directory, and its mentions in text order. There may be none. */
export interface KnownBlock extends TextBlock {
  readonly mentions: readonly PageMention[];
}

/** The blocks with mentions that are new, and those that are no longer there. One whose mentions changed is in both. */
export interface MentionChange {
  readonly added: readonly KnownBlock[];
  readonly removed: readonly KnownBlock[];
}

/** The change from the blocks known before to those known after. Blocks without mentions are left out. */
export function changeBetween(before: readonly KnownBlock[], after: readonly KnownBlock[]): MentionChange {
  const [earlier, later] = [new Set(before), new Set(after)];
  return {
    added: after.filter((block) => !earlier.has(block) && block.mentions.length > 0),
    removed: before.filter((block) => !later.has(block) && block.mentions.length > 0),
  };
}

/** The block with these mentions; the block itself if it has the same ones already. */
export function withMentions(block: TextBlock | KnownBlock, found: readonly Mention[]): KnownBlock {
  if ("mentions" in block && areSameMentions(block.mentions, found)) return block;
  const mentions: PageMention[] = [];
  const known: KnownBlock = { ...block, mentions };
  for (const mention of found) mentions.push({ ...mention, block: known });
  return known;
}

function areSameMentions(some: readonly Mention[], others: readonly Mention[]): boolean {
  const asText = (mentions: readonly Mention[]) =>
    mentions.map(({ ticker, start, end, evidence }) => [ticker, start, end, evidence].join(" ")).join();
  return asText(some) === asText(others);
}

/** Whether two blocks have the same text in the same text nodes. */
export function isSameText(one: TextBlock, other: TextBlock): boolean {
  return (
    one.element === other.element &&
    one.text === other.text &&
    one.parts.length === other.parts.length &&
    one.parts.every(({ node }, index) => node === other.parts[index]?.node)
  );
}

/** Whether all text nodes of a block are still in the page, and not in that of a frame to which it has moved them. */
export function isInPage({ element, parts }: TextBlock): boolean {
  return element.isConnected && parts.every(({ node }) => node.isConnected && node.ownerDocument === document);
}

/** The node in which a block's text begins. */
export function firstNodeOf({ element, parts }: TextBlock): Node {
  return parts[0]?.node ?? element;
}

/** Sorts blocks by their place in the document. A block in a shadow root has the place of the outermost host. */
export function inDocumentOrder<B extends TextBlock>(blocks: readonly B[]): B[] {
  const placed = blocks.map((block) => ({ block, place: nodeInDocument(firstNodeOf(block)) }));
  placed.sort((a, b) => (a.place === b.place ? 0 : isBefore(b.place, a.place) ? 1 : -1));
  return placed.map(({ block }) => block);
}

function nodeInDocument(node: Node): Node {
  let outer = node;
  for (let root = treeRootOf(outer); isShadowRoot(root); root = treeRootOf(outer)) outer = root.host;
  return outer;
}
