import type { Ticker } from "../../domain/ticker";
import type { PageMention } from "./page-mention";

/**
 * The text that the reader has selected, as a mention that a card can be placed beside; null if nothing is selected.
 */
export function mentionOfSelection(ticker: Ticker, name: string): PageMention | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return null;
  const { startContainer, startOffset, endContainer, endOffset, commonAncestorContainer } = selection.getRangeAt(0);
  const element =
    commonAncestorContainer instanceof Element ? commonAncestorContainer : commonAncestorContainer.parentElement;
  if (!element) return null;
  const node = startContainer instanceof Text ? startContainer : null;
  const end = node === endContainer ? endOffset : (node?.length ?? 0);
  const block = { element, text: node?.data ?? "", links: [], parts: node ? [{ node, start: 0 }] : [] };
  const surface = selection.toString().trim();
  return { ticker, name, surface, evidence: "bare", start: node ? startOffset : end, end, block, isSelection: true };
}
