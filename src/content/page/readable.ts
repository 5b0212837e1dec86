import { deriveFromParent } from "./derive-from-parent";
import {
  boxOf,
  findAllIn,
  isElement,
  isShown,
  isText,
  localNameOf,
  matchesSelector,
  parentElementOf,
  parentOrHostOf,
  type ReadRoot,
  userModifyOf,
} from "./page-nodes";

/*
 * Defines which text is read: text that is visible and that the reader cannot write in. PRIVACY.md says the same.
 * Visible means that the browser renders it: neither `display`, `visibility` nor a closed `details` or the like
 * hides it. Text that is merely transparent, tiny or outside the window counts as visible.
 * Not read are code, the contents of forms, what an attribute, a role or a style makes editable, and what lies behind
 * a text field, because some editors copy there what is typed. What a style makes editable is found by
 * `withoutEditable`, just before text is sent.
 */

/** What an element's text belongs to. */
export interface TextContext {
  readonly element: Element;
  /** The nearest element that is not inline. */
  readonly block: Element;
  /** The link around the text. */
  readonly link: HTMLAnchorElement | null;
  /** The context of the element around this one; null at the top. */
  readonly outer: TextContext | null;
}

/** Elements that flow inside a line of text. */
const INLINE: ReadonlySet<string> = new Set(
  (
    "a abbr b bdi bdo cite data del dfn em font i ins label mark q rb ruby s small span strong sub sup time u var " +
    "wbr slot"
  ).split(" "),
);
/** Elements that contain code, form values or the pronunciation beside ruby text, or whose text is not shown. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  "script style noscript template textarea select option output code pre kbd samp rt rp svg math iframe object".split(
    " ",
  ),
);
/** Every element that `LEFT_OUT_BY_ATTRIBUTE` matches has one of these attributes. */
const ATTRIBUTES_OF_LEFT_OUT = "[contenteditable],[role],[data-sidequote-unread]";
/** Elements that an attribute or a role makes editable, and those that the page's author asks us not to read. */
const LEFT_OUT_BY_ATTRIBUTE =
  "[contenteditable]:not([contenteditable=false i]),[role~=textbox i],[role~=searchbox i],[role~=combobox i]," +
  "[data-sidequote-unread]";
/** Only this many text fields are looked at; no news page has more. */
const MOST_TEXT_FIELDS = 50;
/** How many ancestors of a text field are searched for what lies behind it. */
const MOST_LEVELS = 4;
/** An element more than this many times as wide or as high as a text field is too large to be a copy of it. */
const LARGEST_RATIO = 9;

/** Whether a node is part of a line of text. */
export function isInline(node: Node): boolean {
  return isText(node) || (isElement(node) && INLINE.has(localNameOf(node)));
}

/**
 * The elements under a root that are not read because of their attributes. One search is faster than asking each
 * element.
 */
export function leftOutUnder(root: ReadRoot): Element[] {
  return findAllIn(root, ATTRIBUTES_OF_LEFT_OUT).filter((element) => matchesSelector(element, LEFT_OUT_BY_ATTRIBUTE));
}

/**
 * The elements that may show what is typed into a text field: those that cover its middle without containing it. Only
 * its siblings and those of the elements around it are looked at.
 */
export function elementsBehindTextFields(): Element[] {
  const fields = [...document.querySelectorAll("textarea,input:read-write")].slice(0, MOST_TEXT_FIELDS);
  return fields.flatMap((field) => {
    const fieldBox = boxOf(field);
    const behind: Element[] = [];
    let inner = field;
    for (let level = 0; level < MOST_LEVELS; level += 1) {
      const around = parentElementOf(inner);
      if (!around) break;
      behind.push(...findAllIn(around, ":scope > *").filter((one) => one !== inner && isBehind(boxOf(one), fieldBox)));
      inner = around;
    }
    return behind;
  });
}

function isBehind({ left, top, width, height }: DOMRect, field: DOMRect): boolean {
  const x = field.left + field.width / 2 - left;
  const y = field.top + field.height / 2 - top;
  const isFarLarger = width > LARGEST_RATIO * field.width || height > LARGEST_RATIO * field.height;
  return x > 0 && x < width && y > 0 && y < height && !isFarLarger;
}

/** The text context of an element, derived from its parent's; null if its text is not read. */
export function textContextWithin(
  outer: TextContext | null,
  element: Element,
  leftOut: ReadonlySet<Element>,
): TextContext | null {
  // Local names are in lower case in XHTML pages, too.
  const name = localNameOf(element);
  if (LEFT_OUT.has(name) || leftOut.has(element)) return null;
  return {
    element,
    block: outer && INLINE.has(name) ? outer.block : element,
    link: name === "a" && element instanceof HTMLAnchorElement ? element : (outer?.link ?? null),
    outer,
  };
}

/** Answers with an element's text context; null if its text is not read. */
export type FindTextContext = (element: Element | null) => TextContext | null;

/**
 * Finds text contexts and keeps them, so use it only while the page does not change. `leftOut` are elements not to be
 * read in any case.
 */
export function createTextContexts(leftOut: ReadonlySet<Element> = new Set()): FindTextContext {
  return deriveFromParent<Element, TextContext | null>({
    parentOf: parentOrHostOf,
    top: null,
    derive: (element, outer) => {
      // A missing outer context means that an ancestor is not read, except at the top.
      const isTop = parentOrHostOf(element) === null;
      const isRead = (outer || isTop) && !matchesSelector(element, LEFT_OUT_BY_ATTRIBUTE);
      return isRead ? textContextWithin(outer, element, leftOut) : null;
    },
  });
}

/** The blocks in which the reader cannot write at this moment. */
export function withoutEditable<B extends { readonly element: Element }>(blocks: readonly B[]): readonly B[] {
  return document.designMode === "on" ? [] : blocks.filter(({ element }) => userModifyOf(element) === "read-only");
}

/** The outermost ancestor, or the element itself, that hides the element's text; null if the text is visible. */
export function hidingElementOf(element: Element): Element | null {
  if (isShown(element)) return null;
  const hidden = [element];
  let ancestor = parentOrHostOf(element);
  for (; ancestor && !isShown(ancestor); ancestor = parentOrHostOf(ancestor)) hidden.push(ancestor);
  // The outermost is asked first: in deep pages the style of an element that is not rendered takes long to compute.
  return hidden.reverse().find(hides) ?? null;
}

/** Whether an element that is not shown hides text. With `display: contents` it has no box, but its text has. */
function hides(element: Element): boolean {
  const { display, visibility } = getComputedStyle(element);
  return display !== "contents" || visibility !== "visible";
}
