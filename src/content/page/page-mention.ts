import type { Mention } from "../../domain/detection/mention";
import type { TextBlock, TextPart } from "./text-blocks";

/** A mention and the block it is in; `start` and `end` are offsets in the block's text. */
export interface PageMention extends Mention {
  readonly block: TextBlock;
  /** Set when the reader looked up a selection, which need not be a mention that detection found. */
  readonly isSelection?: true;
}

/** A piece of one text node; offsets are UTF-16 units, end exclusive. */
export interface TextSpan {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** The pieces of text nodes that a mention consists of, in document order. */
export function spansOf({
  start,
  end,
  block: { text, parts },
}: Pick<PageMention, "start" | "end" | "block">): TextSpan[] {
  const spans: TextSpan[] = [];
  for (let index = partIndexAt(start, parts); index < parts.length; index += 1) {
    const { node, start: offset } = parts[index] as TextPart;
    if (offset >= end) break;
    const from = Math.max(start, offset);
    const to = Math.min(end, parts[index + 1]?.start ?? text.length, offset + node.length);
    if (from < to) spans.push({ node, start: from - offset, end: to - offset });
  }
  return spans;
}

/** The index of the last part that starts at or before an offset. Parts are in ascending order. */
function partIndexAt(offset: number, parts: readonly TextPart[]): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((parts[middle] as TextPart).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The mention as a range; null once its text nodes contain other words. */
export function rangeOf(mention: PageMention): Range | null {
  const spans = spansOf(mention);
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last || !spansHaveWords(mention, spans)) return null;
  const range = new Range();
  range.setStart(first.node, first.start);
  range.setEnd(last.node, last.end);
  return range;
}

/** The mention's words, as they were when the page was read. */
export function wordsOf({ start, end, block }: PageMention): string {
  return block.text.slice(start, end);
}

/** Whether a range, which moves with its text, still contains the mention's words. */
export function rangeHasWords(mention: PageMention, range: Range): boolean {
  return !range.collapsed && isSameWords(String(range), wordsOf(mention));
}

function spansHaveWords(mention: PageMention, spans: readonly TextSpan[]): boolean {
  const words = spans.map(({ node, start, end }) => (node.isConnected ? node.data.slice(start, end) : "")).join("");
  return isSameWords(words, wordsOf(mention));
}

/** White space, and what was put between text nodes when they were joined, do not count. */
function isSameWords(one: string, other: string): boolean {
  const lettersOf = (text: string) => text.replace(/[\s\u2060\ufffc]/g, "");
  return lettersOf(one) === lettersOf(other);
}
