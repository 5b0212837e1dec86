import { createInherited } from "./inherited";
import {
  holderOf,
  isEditable,
  matchesSelector,
  parentElementOf,
  parentNodeOf,
  type ReadRoot,
  searchIn,
} from "./page-nodes";

/** What an element means for the text in it. */
export interface Place {
  /** The nearest element that is not inline. */
  readonly block: Element;
  readonly link: HTMLAnchorElement | null;
}

/** Elements that flow inside a line of text. */
const INLINE: ReadonlySet<string> = new Set(
  "A ABBR B CITE DEL EM FONT I INS LABEL MARK Q S SMALL SPAN STRONG SUB SUP TIME U VAR SLOT".split(" "),
);
/** Elements whose text is code, a form's or not shown. */
const UNREAD: ReadonlySet<string> = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT OPTION CODE PRE KBD SAMP svg math IFRAME OBJECT CANVAS VIDEO AUDIO".split(
    " ",
  ),
);
/** Editable by an own attribute, or said by the page's author to hold nothing to look up. */
const LEFT_OUT = "[contenteditable]:not([contenteditable=false i]),[data-sidequote-unread]";
/** Hidden by an own attribute; style sheets are not asked. */
const HIDDEN = "[hidden],[style*='display:none']";
const UNREAD_BY_ATTRIBUTE = `${LEFT_OUT},${HIDDEN}`;

/** Whether a node stands in a line of text. */
export function isInline(node: Node): boolean {
  return node instanceof Text || INLINE.has(node.nodeName);
}

/** The elements under a root whose own attributes keep their text from being read; to ask each element takes longer than to read the page. */
export function unreadUnder(root: ReadRoot): ReadonlySet<Element> {
  return new Set(searchIn(root, UNREAD_BY_ATTRIBUTE));
}

export function isHidden(element: Element): boolean {
  return matchesSelector(element, HIDDEN);
}

/** What an element means for the text in it, by what the one around it means; null where text is not read. */
export function placeUnder(
  element: Element,
  outer: Place | null,
  isUnread: (element: Element) => boolean,
): Place | null {
  const { nodeName } = element;
  if (UNREAD.has(nodeName) || isUnread(element)) return null;
  const link = nodeName === "A" && element instanceof HTMLAnchorElement ? element : (outer?.link ?? null);
  if (!outer || !INLINE.has(nodeName)) return { block: element, link };
  return link === outer.link ? outer : { block: outer.block, link };
}

/** Tells what elements mean for the text in them; null where text is not read. Valid as long as the page stays as it is. */
export function createPlaces(): (element: Element | null) => Place | null {
  const isUnread = (element: Element) => matchesSelector(element, UNREAD_BY_ATTRIBUTE);
  return createInherited<Element, Place | null>({
    parentOf: parentElementOf,
    top: null,
    derive: (element, outer) => {
      // Above all stands nothing, and below what is not read nothing is.
      const isTop = parentElementOf(element) === null;
      return outer || isTop ? placeUnder(element, outer, isUnread) : null;
    },
  });
}

/** Whether the reader may write in an element, or in what one of its text nodes stands in, at this moment. */
export function isEditableText(element: Element, nodes: Iterable<Text>): boolean {
  if (isEditable(element)) return true;
  let last: Element | null = element;
  for (const node of nodes) {
    const holder = holderOf(node);
    if (holder !== last && holder && (isEditable(holder) || UNREAD.has(holder.nodeName))) return true;
    last = holder;
  }
  return false;
}

/** What the text of a node, or right in it, is read in: a block, or a shadow root with text right in it. Null where it is not read. */
export function readRootOf(node: Node, placeOf: ReturnType<typeof createPlaces>): ReadRoot | null {
  if (!node.isConnected) return null;
  const parent = node instanceof Element ? node : parentNodeOf(node);
  if (parent instanceof Element) return placeOf(parent)?.block ?? null;
  return parent instanceof ShadowRoot && placeOf(parent.host) ? parent : null;
}

/** What the text of the nodes is read in, without roots inside others. */
export function readRootsOf(nodes: Iterable<Node>): ReadRoot[] {
  const placeOf = createPlaces();
  const roots = new Set<ReadRoot>();
  for (const node of nodes) {
    const root = readRootOf(node, placeOf);
    if (root) roots.add(root);
  }
  return outermost(roots);
}

/** The roots that stand in no other. */
export function outermost(roots: ReadonlySet<ReadRoot>): ReadRoot[] {
  const isInside = insideOf(roots);
  return [...roots].filter((root) => !isInside(parentNodeOf(root)));
}

/** Tells whether a node is one of the roots or stands in one; shadow roots are not looked through. */
export function insideOf(roots: ReadonlySet<Node>): (node: Node | null) => boolean {
  return createInherited<Node, boolean>({
    parentOf: parentNodeOf,
    top: false,
    derive: (node, isInside) => isInside || roots.has(node),
  });
}
