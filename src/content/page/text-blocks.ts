import { LONGEST_SURFACE, LONGEST_TEXT } from "../../domain/detection/mention";
import type { BlockText } from "../../domain/detection/mentions";
import type { Phrase } from "../../domain/detection/phrases";
import { mayNameTicker, QUOTE_WORDS } from "../../domain/detection/tickers/quote-links";
import { matchesSelector, type ReadRoot } from "./page-nodes";
import type { TextContext } from "./readable";
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
/** Put into a block's text for a `<br>`; `\n` in a page's text is taken for a space. */
const LINE_BREAK = "\ufffc";
/**
 * Put between two text nodes without a gap between them: one word, as with a drop cap, or a word and the number of its
 * footnote. Detection takes it out, and puts a space before such a number.
 */
export const WORD_JOINER = "\u2060";
/** Matches a link whose address, as it is written, may be that of a quote page. */
const QUOTE_ADDRESS = QUOTE_WORDS.map((word) => `[href*="${word}"]`).join();
/** Only this many quote links of a block are kept; no real page has more. */
const MOST_LINKS_IN_BLOCK = 1_000;
/** After this many nodes the block reader checks whether it has to pause. */
const NODES_PER_CHECK = 128;
/** Roughly the letters and digits of the scripts that company names are written in. */
const WORD_CHARACTER = /[\w\u00aa-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufaff\uff10-\uff5a]/;

/** Reads the text blocks under a root, in document order. It does not enter shadow roots. */
export interface BlockReader {
  /**
   * Reads on until `shouldPause`, asked after every 128 nodes, stops it. Returns true if there is nothing more to read:
   * at the end of the root, or if the page has moved the current node.
   */
  readonly readUntilPause: (shouldPause: () => boolean) => boolean;
}

/**
 * Creates a reader for the text under a root, which calls `onBlock` with every block. Text longer than detection takes
 * at once becomes several blocks.
 */
export function createBlockReader(
  root: ReadRoot,
  options: WalkOptions,
  onBlock: (block: TextBlock) => void,
): BlockReader {
  // On a site's quote page, a relative address such as `MSFT` may lead to another quote page, so the whole address of
  // every link decides there.
  const isOnQuotePage = mayNameTicker(document.baseURI);
  let current: UnfinishedBlock | null = null;
  let lastText = "";
  let endsWithBreak = false;

  const finish = () => {
    if (current) onBlock(current);
    current = null;
  };

  const add = (node: Text, data: string, isBlank: boolean, { block, link }: TextContext) => {
    const text = data.slice(0, LONGEST_NODE);
    if (current && (current.element !== block || current.text.length + text.length >= LONGEST_TEXT)) finish();
    if (current) {
      current.text += endsWithBreak ? LINE_BREAK : joinerBetween(lastText, text);
      if (!isBlank) current.parts.push({ node, start: current.text.length });
      current.text += text;
    } else {
      if (isBlank) return;
      current = { element: block, text, links: [], parts: [{ node, start: 0 }] };
    }
    lastText = text;
    endsWithBreak = false;
    if (link && !isBlank && (isOnQuotePage || matchesSelector(link, QUOTE_ADDRESS))) addLink(current, link, text);
    // Happens only for a text node that is longer than a block. If it is a link's, the link is too long to be kept.
    while (current.text.length > LONGEST_TEXT) {
      const rest = splitOffRest(current, node, text);
      onBlock(current);
      current = rest;
    }
  };

  const onLineBreak = () => {
    endsWithBreak = true;
  };
  const walk = createReadableWalk(root, options, { onText: add, onLineBreak });

  return {
    readUntilPause(shouldPause) {
      if (walk.resume()) while (walk.walkOver(NODES_PER_CHECK)) if (shouldPause()) return false;
      finish();
      return true;
    },
  };
}

/** A block to which text is still added. */
interface UnfinishedBlock extends TextBlock {
  text: string;
  readonly links: Phrase[];
  readonly parts: TextPart[];
}

function joinerBetween(before: string, after: string): string {
  return WORD_CHARACTER.test(before.slice(-1)) && WORD_CHARACTER.test(after.slice(0, 1)) ? WORD_JOINER : "";
}

/**
 * Records that the last text of the block is a link's. The phrase looked up is the link's address, a space and the
 * link's text. That is longer than what stands in the block, so its `end` is where the link's text ends, and its
 * `start`, counted back from there, lies before the link's text and may be negative.
 */
function addLink(block: UnfinishedBlock, { href }: HTMLAnchorElement, text: string): void {
  if (block.links.length >= MOST_LINKS_IN_BLOCK || !mayNameTicker(href)) return;
  const surface = `${href} ${text}`;
  const end = block.text.length;
  if (surface.length <= LONGEST_SURFACE) block.links.push({ start: end - surface.length, end, surface });
}

/** Cuts a block to the longest length allowed. Returns the rest as a block that starts within the same node. */
function splitOffRest(block: UnfinishedBlock, node: Text, lastText: string): UnfinishedBlock {
  const start = block.text.length - lastText.length - LONGEST_TEXT;
  const text = block.text.slice(LONGEST_TEXT);
  block.text = block.text.slice(0, LONGEST_TEXT);
  return { element: block.element, text, links: [], parts: [{ node, start }] };
}
