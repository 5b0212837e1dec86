import { LONGEST_SURFACE, LONGEST_TEXT } from "../../domain/detection/mention";
import type { BlockText } from "../../domain/detection/mentions";
import type { Phrase } from "../../domain/detection/phrases";
import { mayNameTicker } from "../../domain/detection/tickers/quote-links";
import { attributeOf, type ReadRoot } from "./page-nodes";
import { createReadableWalk, type WalkOptions } from "./readable-walk";

/**
 * A text node of a block, and the offset in the block's text at which it starts; negative if the node began in the
 * block before, which was full. Blank text nodes are no parts.
 */
export interface TextPart {
  readonly node: Text;
  readonly start: number;
}

/** The text of one block, joined across its inline elements. Offsets are UTF-16 units. */
export interface TextBlock extends BlockText {
  /** The nearest element that is not inline. */
  readonly element: Element;
  readonly parts: readonly TextPart[];
}

/** Only so many UTF-16 units of a text node are read. */
const LONGEST_NODE = 200_000;
/** Put into a block's text where the reader sees a line break; `\n` in a page's text is only a space. */
const LINE_BREAK = "\ufffc";
/** Put between two text nodes that together form one word, as with a drop cap; detection ignores it. */
export const WORD_JOINER = "\u2060";
/** Only this many quote links of a block are kept; no real page has more. */
const MOST_LINKS_IN_BLOCK = 1_000;
/** After this many nodes the block reader checks whether it has to pause. */
const NODES_PER_CHECK = 128;
/** Roughly the letters and digits of the scripts that company names are written in. */
const WORD_CHARACTER = /[\w\u00aa-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufaff\uff10-\uff5a]/;

/** Reads the text blocks under a root, in document order. It does not enter shadow roots. */
export interface BlockReader {
  /**
   * Reads on and calls `each` with every block, until `shouldPause`, asked after every 128 nodes, stops it or the root
   * ends. Returns true at the end of the root.
   */
  readonly readUntilPause: (each: (block: TextBlock) => void, shouldPause: () => boolean) => boolean;
}

/** Creates a reader for the text under a root. Text longer than detection takes at once becomes several blocks. */
export function createBlockReader(root: ReadRoot, options: WalkOptions): BlockReader {
  const walk = createReadableWalk(root, options);
  // On a site's quote page, a relative address such as `MSFT` may lead to another one, so the whole address of every
  // link decides there.
  const isOnQuotePage = mayNameTicker(document.baseURI);
  let current: UnfinishedBlock | null = null;

  const add = (node: Text, each: (block: TextBlock) => void) => {
    const { block, link } = walk.context();
    const data = node.data.slice(0, LONGEST_NODE);
    if (current && (current.element !== block || current.text.length + data.length >= LONGEST_TEXT)) {
      if (current.parts.length > 0) each(current);
      current = null;
    }
    current ??= { element: block, text: "", links: [], parts: [], lastStart: 0, lastText: "", endsWithBreak: false };
    const isBlank = !/\S/.test(data);
    addText(current, node, data, isBlank);
    if (link && !isBlank && (isOnQuotePage || mayNameTicker(attributeOf(link, "href") ?? ""))) addLink(current, link);
    while (current.text.length > LONGEST_TEXT) {
      const rest = splitOffRest(current, node);
      each(current);
      current = rest;
    }
  };

  return {
    readUntilPause(each, shouldPause) {
      let count = 0;
      for (let node = walk.resume() ? walk.next() : null; node; node = walk.next()) {
        if (node instanceof Text) add(node, each);
        else if (current && node instanceof HTMLBRElement) current.endsWithBreak = true;
        count += 1;
        if (count % NODES_PER_CHECK === 0 && shouldPause()) return false;
      }
      if (current && current.parts.length > 0) each(current);
      current = null;
      return true;
    },
  };
}

/** A block to which text is still added. */
interface UnfinishedBlock extends TextBlock {
  text: string;
  readonly links: Phrase[];
  readonly parts: TextPart[];
  /** The text of the last node. */
  lastText: string;
  /** The offset of the last node in the block's text. */
  lastStart: number;
  /** Whether a line break follows the last text. */
  endsWithBreak: boolean;
}

function addText(block: UnfinishedBlock, node: Text, data: string, isBlank: boolean): void {
  const isFirst = block.parts.length === 0;
  if (isFirst && isBlank) return;
  if (!isFirst) block.text += separatorBefore(data, block);
  if (!isBlank) block.parts.push({ node, start: block.text.length });
  block.lastStart = block.text.length;
  block.lastText = data;
  block.endsWithBreak = false;
  block.text += data;
}

function separatorBefore(data: string, { lastText, endsWithBreak }: UnfinishedBlock): string {
  if (endsWithBreak) return LINE_BREAK;
  return WORD_CHARACTER.test(lastText.slice(-1)) && WORD_CHARACTER.test(data.slice(0, 1)) ? WORD_JOINER : "";
}

/**
 * Records that the last text of the block is a link's. The phrase looked up is the link's address, a space and its
 * text. It has to end where the text ends, so its `start` lies before the text and may be negative.
 */
function addLink(block: UnfinishedBlock, { href }: HTMLAnchorElement): void {
  if (block.links.length >= MOST_LINKS_IN_BLOCK || !mayNameTicker(href)) return;
  const surface = `${href} ${block.lastText}`;
  const end = block.text.length;
  if (surface.length <= LONGEST_SURFACE) block.links.push({ start: end - surface.length, end, surface });
}

/** Cuts a block to the longest length allowed. Returns the rest as a block that starts within the same node. */
function splitOffRest(block: UnfinishedBlock, node: Text): UnfinishedBlock {
  const start = block.lastStart - LONGEST_TEXT;
  const text = block.text.slice(LONGEST_TEXT);
  block.text = block.text.slice(0, LONGEST_TEXT);
  return { ...block, text, links: [], parts: [{ node, start }], lastStart: start };
}
