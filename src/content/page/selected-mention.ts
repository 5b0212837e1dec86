import type { Ticker } from "../../domain/ticker";
import type { PageMention } from "./page-mention";

/** What the reader has selected, as a mention to show a card beside; null when nothing is selected here. */
export function mentionOfSelection(ticker: Ticker, name: string): PageMention | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return null;
  const {
    startContainer,
    startOffset,
    endContainer,
    endOffset,
    commonAncestorContainer: around,
  } = selection.getRangeAt(0);
  const element = around instanceof Element ? around : around.parentElement;
  if (!element) return null;
  const node = startContainer instanceof Text ? startContainer : null;
  const end = node === endContainer ? endOffset : (node?.length ?? 0);
  const block = { element, text: node?.data ?? "", links: [], parts: node ? [{ node, start: 0 }] : [] };
  const surface = selection.toString().trim();
  return { ticker, name, surface, evidence: "bare", start: node ? startOffset : end, end, block, isSelection: true };
}
