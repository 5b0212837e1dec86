import { createInherited } from "./inherited";
import {
  boxOf,
  holderOf,
  isShown,
  matchesSelector,
  parentElementOf,
  parentNodeOf,
  type ReadRoot,
  scopeOf,
  searchIn,
  userModifyOf,
} from "./page-nodes";

/*
 * What is read, and nothing else: visible text that the reader cannot write in. PRIVACY.md says the same.
 * Visible: the browser renders it, and no style hides it. Not read: code, what forms hold or give out, what is editable by attribute, role or
 * style, and what stands behind a text field, as some editors copy there what is typed.
 */

/** What an element means for the text in it. */
export interface Place {
  /** The nearest element that is not inline. */
  readonly block: Element;
  readonly link: HTMLAnchorElement | null;
}

/** Elements that flow inside a line of text. */
const INLINE: ReadonlySet<string> = new Set(
  (
    "A ABBR B BDI BDO CITE DATA DEL DFN EM FONT I INS LABEL MARK Q RB RUBY S SMALL SPAN STRONG SUB SUP TIME U VAR WBR " +
    "SLOT"
  ).split(" "),
);
/** Elements whose text is code, a form's, a reading aid or not shown. */
const UNREAD: ReadonlySet<string> = new Set(
  (
    "SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT OPTION OUTPUT CODE PRE KBD SAMP RT RP svg math " + "IFRAME OBJECT"
  ).split(" "),
);
/** Editable by an own attribute or role, or said by the page's author to hold nothing to look up. */
const LEFT_OUT =
  "[contenteditable]:not([contenteditable=false i]),[role=textbox i],[role=searchbox i],[data-sidequote-unread]";
/** More text fields than any page of news has. */
const MOST_FIELDS = 50;

/** Whether a node stands in a line of text. */
export function isInline(node: Node): boolean {
  return node instanceof Text || INLINE.has(node.nodeName);
}

/** The elements under a root whose text is not read by their own attributes; to ask each element takes longer than to read the page. */
export function leftOutUnder(root: ReadRoot): Element[] {
  return searchIn(root, LEFT_OUT);
}

/** What stands where the middle of a text field is, beside it in the same element. */
export function behindFields(): Element[] {
  const fields = [...document.querySelectorAll("textarea")].slice(0, MOST_FIELDS);
  return fields.flatMap((field) => {
    const around = parentElementOf(field);
    const { left, right, top, bottom } = boxOf(field);
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return around ? searchIn(around, ":scope > *").filter((one) => covers(boxOf(one), x, y)) : [];
  });
}

function covers({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return left < x && x < right && top < y && y < bottom;
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

/** Tells what elements mean for the text in them, hosts of shadow roots included; null where text is not read. Valid as long as the page stays as it is. */
export function createPlaces(unread: ReadonlySet<Element> = new Set()): (element: Element | null) => Place | null {
  const isUnread = (element: Element) => unread.has(element) || matchesSelector(element, LEFT_OUT);
  return createInherited<Element, Place | null>({
    parentOf: holderOf,
    top: null,
    derive: (element, outer) => {
      // Above all stands nothing, and below what is not read nothing is.
      const isTop = holderOf(element) === null;
      return outer || isTop ? placeUnder(element, outer, isUnread) : null;
    },
  });
}

/** Whether the reader may write in an element at this moment, or it is not shown any more. */
export function isEditable(element: Element): boolean {
  return document.designMode === "on" || userModifyOf(element) !== "read-only";
}

/** The outermost element that hides the text in one; null where it is visible. */
export function hiderOf(holder: Element): Element | null {
  const unshown: Element[] = [];
  for (let at: Element | null = holder; at && !isShown(at); at = holderOf(at)) unshown.push(at);
  // From the outermost on, as to ask for the style of what is not rendered takes long where the page is deep.
  return unshown.reverse().find((element) => getComputedStyle(element).display !== "contents") ?? null;
}

/** What the text of a node, or right in it, is read in: a block, or a shadow root with text right in it. Null where it is not read. */
export function readRootOf(node: Node, placeOf: ReturnType<typeof createPlaces>): ReadRoot | null {
  if (!node.isConnected) return null;
  const place = placeOf(node instanceof Element ? node : holderOf(node));
  if (!place) return null;
  // Text in line right in a shadow root belongs to the root's host, and is read with the root.
  const scope = scopeOf(node);
  return scope instanceof ShadowRoot && scopeOf(place.block) !== scope ? scope : place.block;
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
