import { LONGEST_SURFACE, LONGEST_TEXT } from "../domain/detection/mention";
import type { BlockText } from "../domain/detection/mentions";
import type { Phrase } from "../domain/detection/phrases";
import { mayNameTicker } from "../domain/detection/tickers/quote-links";
import { attributeOf, closestTo, hasAnyAttribute, parentElementOf, parentNodeOf, type ReadRoot } from "./own-dom";
import { createWayUp } from "./way-up";

/** A block's text nodes, and where each begins in its text, before its start where the block begins within the node; UTF-16 units. */
export interface BlockNodes {
  readonly nodes: readonly Text[];
  readonly offsets: readonly number[];
}

/** The text of one block, joined across its inline nodes; it begins with that of the first of them. */
export interface TextBlock extends BlockText, BlockNodes {
  /** The nearest element that is not inline. */
  readonly element: Element;
}

/** What an element means for the text in it. */
export interface Place {
  /** The nearest element that is not inline; null where text is not to be read. */
  readonly block: Element | null;
  readonly link: HTMLAnchorElement | null;
  /** The outermost element that hides it by its own attributes. */
  readonly hider?: Element;
}

/** Elements that flow inside a line of text. */
const INLINE: ReadonlySet<string> = new Set(
  "A ABBR B CITE DEL EM FONT I INS LABEL MARK Q S SMALL SPAN STRONG SUB SUP TIME U VAR SLOT".split(" "),
);
/** Elements whose text is code, a form's or not shown. */
const UNREAD = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT OPTION CODE PRE KBD SAMP svg math IFRAME OBJECT CANVAS VIDEO AUDIO".split(
    " ",
  ),
);
/** Of a longer text node only the beginning is read. */
const LONGEST_READ = 200_000;
/** Stands in a block's text where a line breaks for the reader; white space of the page's source does not. */
const BREAK = "\ufffc";
/** More quote links than any one block has. */
const MOST_LINKS = 1_000;
/** Few lines have more elements in one another. */
export const FEW_LEVELS = 16;
const NOWHERE: Place = { block: null, link: null };
/** Letters and figures, without the tables of all scripts, which take longer to build than a page to read. */
const WORD = /[\w\u00aa-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufaff\uff10-\uff5a]/;

export interface BlockReader {
  /** Reads on; calls `each` per block in document order and returns whether it came to the end before `isOver` said to stop. */
  readonly read: (each: (block: TextBlock) => void, isOver: () => boolean) => boolean;
}

/** Whether a node stands in the line of text of its parent. */
export function isInline(node: Node): boolean {
  return node instanceof Text || INLINE.has(node.nodeName);
}

/** Whether the text in an element is never read. */
export function isUnread(element: Node | null): boolean {
  return element !== null && UNREAD.has(element.nodeName);
}

/** Tells what elements mean for the text in them, for as long as the page does not change; within a block that was read once whether or not that is shown now. */
export function createPlaces(within: Element | null = null): (element: Element | null) => Place {
  const placeOf = createWayUp<Element, Place | null>({
    parentOf: (element) => (element === within ? null : parentElementOf(element)),
    top: null,
    under: (element, outer) =>
      element === within
        ? { block: element, link: closestTo(element, "a") as HTMLAnchorElement | null }
        : placeUnder(element, outer),
  });
  return (element) => placeOf(element) ?? NOWHERE;
}

/** What the text that the nodes belong to is read in, in their order: blocks, and shadow roots with text right in them; without those inside another, those not to be read and those gone. */
export function blocksOf(nodes: Iterable<Node>): ReadRoot[] {
  const placeOf = createPlaces();
  const blocks = new Set<ReadRoot>();
  for (const node of nodes) {
    const root = readIn(node, placeOf);
    if (root) blocks.add(root);
  }
  return outermost(blocks);
}

/** Those of the roots that stand in no other. */
export function outermost(roots: ReadonlySet<ReadRoot>): ReadRoot[] {
  const isInside = insideOf(roots);
  return [...roots].filter((root) => !isInside(parentNodeOf(root)));
}

/** What the text of a node, or right in it, is read in; null where it is not to be read, or gone. */
export function readIn(node: Node | null, placeOf: ReturnType<typeof createPlaces>): ReadRoot | null {
  if (!node?.isConnected) return null;
  const parent = node instanceof Element ? node : parentNodeOf(node);
  if (parent instanceof Element) return placeOf(parent).block;
  return parent instanceof ShadowRoot && placeOf(parent.host).block ? parent : null;
}

/** Tells whether a node is one of the roots or stands in one, shadow roots not looked through. */
export function insideOf(roots: ReadonlySet<Node>): (node: Node | null) => boolean {
  return createWayUp<Node, boolean>({
    parentOf: parentNodeOf,
    top: false,
    under: (node, isInside) => isInside || roots.has(node),
  });
}

/** Reads the text blocks under `root`, in document order, or those that begin with the text node `from` or after it; open shadow roots are roots of their own. */
export function createBlockReader(
  root: Node,
  { placeOf = createPlaces(), from = null }: { placeOf?: ReturnType<typeof createPlaces>; from?: Text | null } = {},
): BlockReader {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  if (from) walker.currentNode = from;
  let next = from;
  let element: Element | null = null;
  let nodes: Text[] = [];
  let offsets: number[] = [];
  let links: Phrase[] = [];
  let text = "";
  let lastParent: Element | null = null;
  let lastPlace = NOWHERE;

  /** Hands the block over that has come to its end, if there is one, and tells whether. */
  const flush = (each: (block: TextBlock) => void): boolean => {
    const block = element && nodes.length > 0 ? { element, text, nodes, offsets, links } : null;
    element = null;
    nodes = [];
    offsets = [];
    links = [];
    text = "";
    if (block) each(block);
    return block !== null;
  };

  return {
    read: (each, isOver) => {
      for (let count = 1; ; count += 1) {
        const node = next ?? (walker.nextNode() as Text | null);
        next = null;
        if (!node) break;
        const data = node.data.slice(0, LONGEST_READ);
        const parent = node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
        if (!parent) continue;
        if (parent !== lastParent) {
          lastParent = parent;
          lastPlace = placeOf(parent);
        }
        const { block, link } = lastPlace;
        const isBlank = data.trim() === "";
        let isHandedOver = false;
        if (block) {
          if (block !== element || text.length + data.length >= LONGEST_TEXT) {
            isHandedOver = flush(each);
            element = block;
          } else if (nodes.length > 0) {
            if (node.previousSibling?.nodeName === "BR") text += BREAK;
            else if (text.length > 1 && WORD.test(text.slice(-1)) && WORD.test(data.slice(0, 1))) text += "\n";
          }
          if (!isBlank) {
            if (link && links.length < MOST_LINKS && mayNameTicker(link.href)) {
              const surface = `${link.href} ${data}`;
              const end = text.length + data.length;
              if (surface.length <= LONGEST_SURFACE) links.push({ start: end - surface.length, end, surface });
            }
            nodes.push(node);
            offsets.push(text.length);
          }
          // A block begins with its first text, by which it is found again.
          if (nodes.length > 0) text += data;
          for (let read = LONGEST_TEXT; text.length > LONGEST_TEXT; read += LONGEST_TEXT) {
            const rest = text.slice(LONGEST_TEXT);
            text = text.slice(0, LONGEST_TEXT);
            isHandedOver = flush(each);
            element = block;
            nodes.push(node);
            offsets.push(-read);
            text = rest;
          }
        }
        if ((isHandedOver || count % 32 === 0) && isOver()) return false;
      }
      flush(each);
      return true;
    },
  };
}

/** What an element begins with, within its inline elements. */
export function beginningOf(element: Element): Node {
  let at: Node = element;
  for (let depth = 0; at.firstChild && depth < FEW_LEVELS; depth += 1) at = at.firstChild;
  return at;
}

function placeUnder(element: Element, outer: Place | null): Place {
  if (outer && !outer.block) return outer;
  if (isUnread(element)) return NOWHERE;
  if (isHidden(element)) return { ...NOWHERE, hider: element };
  const inline = outer?.block && INLINE.has(element.nodeName);
  const link = element instanceof HTMLAnchorElement ? element : (outer?.link ?? null);
  return { block: inline ? outer.block : element, link };
}

/** Hidden by its own attributes, editable, or said by its author to hold nothing to look up; style sheets are not asked, as that would cost a layout. */
export function isHidden(element: Element): boolean {
  if (!hasAnyAttribute(element)) return false;
  if (attributeOf(element, "hidden") !== null || attributeOf(element, "data-sidequote-unread") !== null) return true;
  const editable = attributeOf(element, "contenteditable");
  if (editable !== null && editable !== "false") return true;
  return attributeOf(element, "style")?.includes("display:none") ?? false;
}
