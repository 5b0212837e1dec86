import type { Evidence } from "../domain/detection/mention";
import type { Ticker } from "../domain/ticker";

/** A stretch of one text node; offsets are UTF-16 units, end exclusive. */
export interface TextSpan {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** A mention where it stands in the page. */
export interface PageMention {
  readonly ticker: Ticker;
  /** The company's name, for labels before any figure is known. */
  readonly name: string;
  readonly surface: string;
  readonly evidence: Evidence;
  /** In document order, one per text node that the mention touches. */
  readonly spans: readonly TextSpan[];
  /** The block element whose visibility decides whether the mark is registered. */
  readonly block: Element;
}
