import { LONGEST_SURFACE, LONGEST_TEXT } from "../../domain/detection/mention";
import type { BlockText } from "../../domain/detection/mentions";
import type { Phrase } from "../../domain/detection/phrases";
import { mayNameTicker } from "../../domain/detection/tickers/quote-links";
import { attributeOf, type ReadRoot } from "./page-nodes";
import { createReadableWalk, type WalkOptions } from "./readable-walk";

/** A text node of a block, and where it begins in the block's text; before its start where the block begins within the node. */
export interface TextPart {
  readonly node: Text;
  readonly start: number;
}

/** The text of one block, joined across its inline nodes. Offsets are UTF-16 units. */
export interface TextBlock extends BlockText {
  /** The nearest element that is not inline. */
  readonly element: Element;
  readonly parts: readonly TextPart[];
}

/** Of a longer text node only the beginning is read. */
const LONGEST_READ = 200_000;
/** Stands in a block's text where a line breaks for the reader; white space of the page's source does not. */
const BREAK = "\ufffc";
/** Stands between two text nodes that make one word without it, as in a drop cap; the rules read the word as one. */
const JOINER = "\u2060";
/** More quote links than any one block has. */
const MOST_LINKS = 1_000;
/** So many nodes are passed between two chances to pause. */
const NODES_A_STEP = 128;
/** Letters and figures of the scripts that companies are named in. */
const WORD = /[\w\u00aa-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufaff\uff10-\uff5a]/;

/** Reads the text blocks under a root, in document order; open shadow roots are roots of their own. */
export interface BlockReader {
  /** Reads on; calls `each` per block, and returns whether it came to the end before `isOver` said to stop. */
  readonly read: (each: (block: TextBlock) => void, isOver: () => boolean) => boolean;
}

export function createBlockReader(root: ReadRoot, options: WalkOptions): BlockReader {
  const walk = createReadableWalk(root, options);
  const mayLinkHere = mayNameTicker(document.baseURI);
  let open: OpenBlock | null = null;

  const add = (node: Text, each: (block: TextBlock) => void) => {
    const { block, link } = walk.place();
    const data = node.length > LONGEST_READ ? node.data.slice(0, LONGEST_READ) : node.data;
    if (open && (open.element !== block || open.text.length + data.length >= LONGEST_TEXT)) {
      if (open.parts.length > 0) each(open);
      open = null;
    }
    open ??= { element: block, text: "", links: [], parts: [], lastStart: 0, lastText: "", isBroken: false };
    addText(open, node, data);
    if (link && (mayLinkHere || mayNameTicker(attributeOf(link, "href") ?? ""))) addLink(open, link);
    while (open.text.length > LONGEST_TEXT) {
      const rest = restOf(open, node);
      each(open);
      open = rest;
    }
  };

  return {
    read(each, isOver) {
      let count = 0;
      for (let node = walk.next(); node; node = walk.next()) {
        if (node instanceof Text) add(node, each);
        else if (open && node.nodeName === "BR") open.isBroken = true;
        count += 1;
        if (count % NODES_A_STEP === 0 && isOver()) return false;
      }
      if (open && open.parts.length > 0) each(open);
      open = null;
      return true;
    },
  };
}

/** A block that is being read. */
interface OpenBlock extends TextBlock {
  text: string;
  readonly links: Phrase[];
  readonly parts: TextPart[];
  /** Where the text of the last node begins. */
  lastStart: number;
  lastText: string;
  /** Whether a line break came after it. */
  isBroken: boolean;
}

function addText(block: OpenBlock, node: Text, data: string): void {
  const isFirst = block.parts.length === 0;
  const isBlank = !/\S/.test(data);
  if (isFirst && isBlank) return;
  if (!isFirst) block.text += joint(block, data);
  if (!isBlank) block.parts.push({ node, start: block.text.length });
  block.lastStart = block.text.length;
  block.lastText = data;
  block.isBroken = false;
  block.text += data;
}

/** What stands between two text nodes of a line. */
function joint({ lastText, isBroken }: OpenBlock, data: string): string {
  if (isBroken) return BREAK;
  return WORD.test(lastText.slice(-1)) && WORD.test(data.slice(0, 1)) ? JOINER : "";
}

/** Notes that the last text of a block is a link's. */
function addLink(block: OpenBlock, { href }: HTMLAnchorElement): void {
  if (block.links.length >= MOST_LINKS || !/\S/.test(block.lastText) || !mayNameTicker(href)) return;
  const surface = `${href} ${block.lastText}`;
  const end = block.text.length;
  if (surface.length <= LONGEST_SURFACE) block.links.push({ start: end - surface.length, end, surface });
}

/** Cuts a block at the longest length; what goes on beyond is a block that begins within the same node. */
function restOf(block: OpenBlock, node: Text): OpenBlock {
  const start = block.lastStart - LONGEST_TEXT;
  const text = block.text.slice(LONGEST_TEXT);
  block.text = block.text.slice(0, LONGEST_TEXT);
  return { ...block, text, links: [], parts: [{ node, start }], lastStart: start };
}
