import type { Mention } from "../../domain/detection/mention";
import type { TextBlock, TextPart } from "./text-blocks";

/** A mention where it stands in the page; `start` and `end` are offsets in its block's text. */
export interface PageMention extends Mention {
  readonly block: TextBlock;
  /** The reader's own selection, looked up where no mark stands. */
  readonly isSelection?: true;
}

/** A stretch of one text node; offsets are UTF-16 units, end exclusive. */
export interface TextSpan {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** The stretches of a mention in document order, one per text node that it touches. */
export function spansOf({
  start,
  end,
  block: { text, parts },
}: Pick<PageMention, "start" | "end" | "block">): TextSpan[] {
  const spans: TextSpan[] = [];
  for (let index = partAt(start, parts); index < parts.length; index += 1) {
    const { node, start: offset } = parts[index] as TextPart;
    if (offset >= end) break;
    const from = Math.max(start, offset);
    const to = Math.min(end, parts[index + 1]?.start ?? text.length, offset + node.length);
    if (from < to) spans.push({ node, start: from - offset, end: to - offset });
  }
  return spans;
}

/** The place of the last part that begins at or before an offset; parts are in ascending order. */
function partAt(offset: number, parts: readonly TextPart[]): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((parts[middle] as TextPart).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The mention as a range; null once the page says something else there. */
export function rangeOf(mention: PageMention): Range | null {
  const spans = spansOf(mention);
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last || !saysTheSame(mention, spans)) return null;
  const range = new Range();
  range.setStart(first.node, first.start);
  range.setEnd(last.node, last.end);
  return range;
}

/** The mention's words as the page had them. */
export function wordsOf({ start, end, block }: PageMention): string {
  return block.text.slice(start, end);
}

/** Whether a range, which follows its text, still has the mention's words in it. */
export function hasWordsOf(mention: PageMention, range: Range): boolean {
  return !range.collapsed && letters(String(range)) === letters(wordsOf(mention));
}

/** Whether the mention's words still stand where they were read; white space between nodes does not count. */
function saysTheSame({ start, end, block }: PageMention, spans: readonly TextSpan[]): boolean {
  const found = spans.map(({ node, start, end }) => (node.isConnected ? node.data.slice(start, end) : "")).join("");
  return letters(found) === letters(block.text.slice(start, end));
}

function letters(text: string): string {
  return text.replace(/[\s\u2060\ufffc]/g, "");
}
