import type { Evidence } from "../domain/detection/mention";
import type { Ticker } from "../domain/ticker";
import { containsNode, scopeOf } from "./own-dom";
import { type BlockNodes, createBlockReader, createPlaces, type TextBlock } from "./text-blocks";
import { isWritten } from "./written";

/** A stretch of one text node; offsets are UTF-16 units, end exclusive. */
export interface TextSpan {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** What a mention stands in. As nearly all are far from what the reader sees, no more is kept of most than finds the text again. */
export interface MentionBlock {
  /** The element whose visibility decides whether the mark is registered. */
  readonly element: Element;
  /** Its first text node; null where the element begins with it. */
  readonly first: Text | null;
  /** Where `first` begins in the text, UTF-16 units: before its start in a text longer than a block. */
  readonly offset: number;
  /** By which its text is known again. */
  readonly imprint: number;
  /** Its text nodes, while they are needed often; else null. */
  nodes: BlockNodes | null;
}

/** A mention where it stands in the page: from `start` to `end`, exclusive, of its block's text, UTF-16 units. */
export interface PageMention {
  readonly ticker: Ticker;
  /** The company's name, for labels before any figure is known. */
  readonly name: string;
  readonly surface: string;
  readonly evidence: Evidence;
  readonly start: number;
  readonly end: number;
  readonly block: MentionBlock;
  /** The next one of its block: most blocks have one, for which a list would take as much as the mention. */
  readonly next: PageMention | null;
}

/** The stretches of a mention in document order, one per text node that it touches; none where its block is not found any more. */
export function spansOf(
  { start, end, block }: PageMention,
  { nodes, offsets }: BlockNodes = block.nodes ?? readAgain(block) ?? NOWHERE,
): TextSpan[] {
  const spans: TextSpan[] = [];
  for (let place = placeAt(start, offsets); place < nodes.length; place += 1) {
    const node = nodes[place] as Text;
    const offset = offsets[place] as number;
    if (offset >= end) break;
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, node.length);
    if (from < to) spans.push({ node, start: from, end: to });
  }
  return spans;
}

/** The text node in which a mention begins; undefined where its block is not found any more. */
export function firstNodeOf({ start }: PageMention, { nodes, offsets }: BlockNodes): Text | undefined {
  return nodes[placeAt(start, offsets)];
}

/** The place of the last offset that is not beyond; offsets ascend. */
function placeAt(offset: number, offsets: readonly number[]): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A block as the page is now, shown or not; null once it has another text there, or the reader may write in it. */
export function readAgain(
  { element, first, offset, imprint }: MentionBlock,
  placeOf = createPlaces(),
): TextBlock | null {
  const isShown = placeOf(element).block === element;
  if (!(first ?? element).isConnected || (!isShown && isWritten(element))) return null;
  const root = first && !containsNode(element, first) ? scopeOf(first) : element;
  let found: TextBlock | null | undefined;
  createBlockReader(root, { placeOf: isShown ? placeOf : createPlaces(element), from: first }).read(
    (block) => {
      if (found !== undefined) return;
      if (block.element !== element || (first && block.nodes[0] !== first)) found = null;
      else if (block.offsets[0] === offset) found = imprintOf(block.text) === imprint ? block : null;
    },
    () => found !== undefined,
  );
  return found ?? null;
}

/** A number by which a text is known again: of two texts at the same place in a page one in a billion has that of the other. */
export function imprintOf(text: string): number {
  let imprint = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) imprint = Math.imul(imprint ^ text.charCodeAt(at), 0x01000193);
  // As small as an engine keeps without an object of its own.
  return imprint & 0x3fffffff;
}

/** Of a block that is not found any more. */
export const NOWHERE: BlockNodes = { nodes: [], offsets: [] };
