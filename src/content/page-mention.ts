import type { Evidence } from "../domain/detection/mention";
import type { Ticker } from "../domain/ticker";
import { scopeOf } from "./own-dom";
import { type BlockNodes, createBlockReader, createPlaces, readIn } from "./text-blocks";

/** A stretch of one text node; offsets are UTF-16 units, end exclusive. */
export interface TextSpan {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** What a mention stands in. As nearly all are far from what the reader sees, no more is kept of most than finds the text again. */
export interface MentionBlock {
  readonly text: string;
  /** The element whose visibility decides whether the mark is registered. */
  readonly element: Element;
  /** Its first text node; null where that is the first of the element. */
  readonly first: Text | null;
  /** Where the text begins in `first`, UTF-16 units: beyond 0 in a text longer than a block. */
  readonly begin: number;
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
}

/** The stretches of a mention in document order, one per text node that it touches; none once the page has another text there. */
export function spansOf({ start, end, block }: PageMention): TextSpan[] {
  const { nodes, offsets } = block.nodes ?? readNodes(block) ?? NOWHERE;
  return nodes.flatMap((node, index) => {
    const offset = offsets[index] ?? 0;
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, node.data.length);
    return from < to ? [{ node, start: from, end: to }] : [];
  });
}

/** The text nodes of a block as the page is now; null once it has another text there. */
export function readNodes({ element, first, begin, text }: MentionBlock): BlockNodes | null {
  const root = first ? scopeOf(first) : element;
  const placeOf = createPlaces();
  if (readIn(first ?? element, placeOf) === null) return null;
  let found: BlockNodes | null | undefined;
  createBlockReader(root, { placeOf, from: first }).read(
    (block) => {
      if (block.element !== element || (first && block.nodes[0] !== first)) found ??= null;
      else if (0 - (block.offsets[0] ?? 0) === begin)
        found = block.text === text ? { nodes: block.nodes, offsets: block.offsets } : null;
    },
    () => found !== undefined,
  );
  return found ?? null;
}

const NOWHERE: BlockNodes = { nodes: [], offsets: [] };
