import { inDocumentOrder, type KnownBlock, type MentionChange } from "../page/known-blocks";
import { type PageMention, spansOf, wordsOf } from "../page/page-mention";
import { isShadowRoot, parentElementOf, treeRootOf } from "../page/page-nodes";
import type { TextBlock } from "../page/text-blocks";
import type { Point } from "./elements-at-point";
import { createHighlighter } from "./highlighter";
import { type Hit, hitTest, textAt } from "./hit-test";
import { createNearMentions, type NearMentionsDeps } from "./near-mentions";
import { isWholeInView, scrollToLine } from "./scroll-to-line";
import { createShadowStyles } from "./shadow-styles";
import { isVisible, lineIfVisible } from "./visible-line";

/** The marks of this frame, and where on the screen its mentions are. */
export interface Marks {
  /** Applies a change of the page's mentions and redraws the underlines. */
  readonly applyChange: (change: MentionChange) => void;
  /**
   * Draws our underlines again if the page has removed them. No event tells us of that, so call this when the reader
   * points or presses.
   */
  readonly restoreUnderlines: () => void;
  /** Whether the pointer over this element may be over a mention. Fast enough for each move of the pointer. */
  readonly mayBeAt: (target: EventTarget | null) => boolean;
  /** The mention at a point of the viewport, or null. May force a layout, so ask `mayBeAt` first. */
  readonly hitTest: (point: Point) => Hit | null;
  /** Gives one mention a coloured background; null removes it. */
  readonly emphasise: (mention: PageMention | null) => void;
  /** The rectangles of a mention's lines, in viewport pixels; empty when it is not rendered. */
  readonly linesOf: (mention: PageMention) => DOMRect[];
  /**
   * The mention's line with this index, or its first if it has fewer lines now; null if the reader cannot see it,
   * because its words have changed or something hides them.
   */
  readonly visibleLine: (mention: PageMention, lineIndex: number) => DOMRect | null;
  /** Whether the page has replaced the mention's nodes by others that show the same words at this point. */
  readonly isReplacedAt: (point: Point, mention: PageMention) => boolean;
  /** Whether the mention is one of the page's current mentions. */
  readonly isCurrent: (mention: PageMention) => boolean;
  /** The innermost element around a mention's beginning. */
  readonly elementOf: (mention: PageMention) => Element;
  /** Emphasises the mention, and scrolls to it if the reader does not see its first line. */
  readonly show: (mention: PageMention) => void;
}

type MarksDeps = Omit<NearMentionsDeps, "highlighter" | "linesOf">;

/** Underlines the mentions near the viewport, and finds the one at a point. Removes its marks when `signal` aborts. */
export function createMarks(deps: MarksDeps): Marks {
  const { whichToUnderline, signal } = deps;
  let blocks: readonly KnownBlock[] = [];
  let currentBlocks: ReadonlySet<TextBlock> = new Set();
  const shadowRoots = new Set<ShadowRoot>();
  const styleShadowRoot = createShadowStyles(signal);
  const highlighter = createHighlighter(signal);
  const near = createNearMentions({ ...deps, highlighter, linesOf });

  function linesOf(mention: PageMention): DOMRect[] {
    const range = highlighter.currentRangeOf(mention);
    return range ? Array.from(range.getClientRects()).filter(({ width, height }) => width > 0 && height > 0) : [];
  }

  return {
    applyChange({ added, removed }) {
      const gone = new Set(removed);
      blocks = inDocumentOrder([...blocks.filter((block) => !gone.has(block)), ...added]);
      currentBlocks = new Set(blocks);
      for (const root of shadowRootsOf(added)) {
        if (whichToUnderline && !shadowRoots.has(root)) styleShadowRoot(root);
        shadowRoots.add(root);
      }
      near.setBlocks(blocks);
    },
    restoreUnderlines: highlighter.restore,
    mayBeAt: (target) => near.index().mayBeAt(target),
    hitTest: (point) => hitTest(point, near.index(), shadowRoots, linesOf),
    emphasise: highlighter.emphasise,
    linesOf,
    visibleLine(mention, lineIndex) {
      const lines = linesOf(mention);
      return lineIfVisible(mention, lines[lineIndex] ?? lines[0], shadowRoots);
    },
    isReplacedAt(point, mention) {
      // If the mention's own nodes still hold its words, nothing has replaced them; they are hidden or no longer read.
      const text = highlighter.currentRangeOf(mention) ? null : textAt(point, shadowRoots);
      return text?.data.includes(wordsOf(mention)) === true && isVisible(text);
    },
    isCurrent: ({ block }) => currentBlocks.has(block),
    elementOf,
    show(mention) {
      highlighter.emphasise(mention);
      const [line] = linesOf(mention);
      if (line && isWholeInView(line) && lineIfVisible(mention, line, shadowRoots)) return;
      scrollToLine(elementOf(mention), () => linesOf(mention)[0]);
    },
  };
}

function elementOf(mention: PageMention): Element {
  const [first] = spansOf(mention);
  return (first && parentElementOf(first.node)) ?? mention.block.element;
}

function* shadowRootsOf(blocks: readonly TextBlock[]): Generator<ShadowRoot, void> {
  for (const { element, parts } of blocks) {
    // Look at the text node, not at the block's element: for text directly in a shadow root that element is the host,
    // which lies outside the root.
    const root = treeRootOf(parts[0]?.node ?? element);
    if (isShadowRoot(root)) yield root;
  }
}
