import type { Ticker } from "../../domain/ticker";
import type { PageMention } from "../page/page-mention";
import { parentOrHostOf, shadowRootOf } from "../page/page-nodes";
import type { TextBlock } from "../page/text-blocks";
import { focusedElement } from "./event-targets";

/**
 * The text that the reader has selected, as a mention that a card can be placed beside; null if nothing is selected.
 * The text of a field is not looked at: the mention is then the field as a whole.
 */
export function selectedMention(ticker: Ticker, name: string): PageMention | null {
  const selection = getSelection();
  const range = selection && selectedRange(selection);
  const isRange = range !== null && !range.collapsed;
  const field = focusedElement();
  // In Firefox, words of the page may stay selected while others are selected in a field.
  if (isField(field) && (!isRange || field.selectionStart !== field.selectionEnd)) {
    return selected({ ticker, name }, blockAround(field, null), 0, 0);
  }
  return isRange ? mentionOf(range, { ticker, name }) : null;
}

function isField(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** The selected range. It is in a shadow root only if that is named, so each open root that it leads to is. */
function selectedRange(selection: Selection): AbstractRange | null {
  // Chromium has `getComposedRanges` from 137 on.
  if (!("getComposedRanges" in selection)) return firstRangeOf(selection);
  const shadowRoots: ShadowRoot[] = [];
  for (;;) {
    const [range = null] = selection.getComposedRanges({ shadowRoots });
    const host = range && elementAtStartOf(range);
    const root = host && shadowRootOf(host);
    if (!root || shadowRoots.includes(root)) return range;
    shadowRoots.push(root);
  }
}

function firstRangeOf(selection: Selection): AbstractRange | null {
  return selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
}

function mentionOf(range: AbstractRange, names: Pick<PageMention, "ticker" | "name">): PageMention {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const node = startContainer instanceof Text ? startContainer : null;
  const element = (node ? parentOrHostOf(node) : elementAtStartOf(range)) ?? document.documentElement;
  const end = node === endContainer ? endOffset : (node?.length ?? 0);
  return selected(names, blockAround(element, node), node ? startOffset : end, end);
}

/** The element in which a range begins; a selected image, field or component itself. */
function elementAtStartOf({ startContainer, startOffset }: AbstractRange): Element | null {
  const first = startContainer.childNodes[startOffset];
  if (first instanceof Element) return first;
  return startContainer instanceof Element ? startContainer : parentOrHostOf(startContainer);
}

function blockAround(element: Element, node: Text | null): TextBlock {
  return { element, text: node?.data ?? "", links: [], parts: node ? [{ node, start: 0 }] : [] };
}

function selected(
  names: Pick<PageMention, "ticker" | "name">,
  block: TextBlock,
  start: number,
  end: number,
): PageMention {
  return { ...names, surface: block.text.slice(start, end), evidence: "bare", start, end, block, isSelection: true };
}
