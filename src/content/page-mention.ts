import type { Evidence } from "../domain/detection/mention";
import type { Ticker } from "../domain/ticker";
import { scopeOf } from "./own-dom";
import { type BlockNodes, createBlockReader, createPlacesIn, readIn, type TextBlock } from "./text-blocks";
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
  /** Its first text node; null where that is the first of the element. */
  readonly first: Text | null;
  /** Where the text begins in `first`, UTF-16 units: beyond 0 in a text longer than a block. */
  readonly begin: number;
  /** By which its text is known again. */
  readonly print: number;
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
  const { nodes, offsets } = block.nodes ?? readAgain(block) ?? NOWHERE;
  return nodes.flatMap((node, index) => {
    const offset = offsets[index] ?? 0;
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, node.data.length);
    return from < to ? [{ node, start: from, end: to }] : [];
  });
}

/** A block as the page is now, shown or not; null once it has another text there, or the reader may write in it. */
export function readAgain({ element, first, begin, print }: MentionBlock): TextBlock | null {
  const placeOf = createPlacesIn(element);
  if (isWritten(element) || readIn(first ?? element, placeOf) === null) return null;
  let found: TextBlock | null | undefined;
  createBlockReader(first ? scopeOf(first) : element, { placeOf, from: first }).read(
    (block) => {
      if (block.element !== element || (first && block.nodes[0] !== first)) found ??= null;
      else if (0 - (block.offsets[0] ?? 0) === begin) found = printOf(block.text) === print ? block : null;
    },
    () => found !== undefined,
  );
  return found ?? null;
}

/** A number by which a text is known again: of two texts at the same place in a page one in a billion has that of the other. */
export function printOf(text: string): number {
  let print = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) print = Math.imul(print ^ text.charCodeAt(at), 0x01000193);
  // As small as an engine keeps without an object of its own.
  return print & 0x3fffffff;
}

const NOWHERE: BlockNodes = { nodes: [], offsets: [] };
