import type { Repeats } from "../../domain/settings";
import type { KnownBlock, MentionChange } from "../page/known-blocks";
import { type PageMention, spansOf } from "../page/page-mention";
import { parentElementOf, treeRootOf } from "../page/page-nodes";
import type { TextBlock } from "../page/text-blocks";
import { drawnMentions } from "./drawn-mentions";
import { createHighlighter } from "./highlighter";
import { type Hit, hitTest, type Point, type StandingMentions, standingMentions, textAt } from "./hit-test";
import { createNearView } from "./near-view";
import { isVisible, seenLine } from "./seen-line";
import { createShadowStyles } from "./shadow-styles";

export interface Marks {
  /** Takes over what the page mentions now, and draws it. */
  readonly change: (change: MentionChange) => void;
  /** Whether text of a mention near the viewport stands in this very element, or under it. To be asked at each move of the pointer. */
  readonly holds: (target: EventTarget | null) => boolean;
  /** The mention whose text is under a point of the viewport, or null. Asks for the page's layout. */
  readonly hitTest: (x: number, y: number) => Hit | null;
  /** Draws a ring-like emphasis on one mention, or on none. */
  readonly emphasise: (mention: PageMention | null) => void;
  /** The rectangles of a mention's lines, in viewport pixels; empty when it is not rendered. */
  readonly linesOf: (mention: PageMention) => DOMRect[];
  /** The line of a mention that the reader can see now; null once its words have changed or gone, or something hides them. */
  readonly seenLine: (mention: PageMention, index: number) => DOMRect | null;
  /** Whether the page, read or not, says these words at a point. */
  readonly saysAt: (point: Point, words: string) => boolean;
  /** Whether the mention is one that the page has now. */
  readonly knows: (mention: PageMention) => boolean;
  /** The innermost element around a mention's beginning. */
  readonly elementOf: (mention: PageMention) => Element;
}

interface MarksDeps {
  /** Which mentions of a company are underlined; null keeps hit-testing without underlines. */
  readonly drawn: Repeats | null;
  /** All mentions of the frame, in document order. */
  readonly mentions: () => readonly PageMention[];
  /** Ends it; nothing is left behind. */
  readonly signal: AbortSignal;
  /** Told of blocks near the viewport that do not say any more what they did. */
  readonly recheck: (blocks: readonly KnownBlock[]) => void;
  /** Called when other mentions are near the viewport than before. */
  readonly changed: () => void;
}

/** Chromium revalidates each registered range on every frame that changes the page: 100 ranges ≈ 2 ms, 5,000 ≈ 100 ms (measured). */
const MOST_DRAWN = 100;

/** Where a mention stands that is not rendered: beyond all pages. */
const FAR_PX = 1e9;

/** Between two choices of what is nearest, where more than that is near. */
const CHOOSE_MS = 200;

/** Marks mentions: draws those near the viewport, and finds the one under a point. */
export function createMarks({ drawn, mentions, signal, recheck, changed }: MarksDeps): Marks {
  let blocks: readonly KnownBlock[] = [];
  let known: ReadonlySet<TextBlock> = new Set();
  let near: readonly PageMention[] = [];
  let standing: StandingMentions | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const shadowRoots = new Set<ShadowRoot>();
  const styleRoot = createShadowStyles(signal);
  const highlighter = createHighlighter(signal);
  const view = createNearView(signal, look);

  addEventListener("scroll", () => near.length > MOST_DRAWN && lookLater(), { capture: true, passive: true, signal });
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    near = [];
    standing = null;
  });

  function lookLater(): void {
    timer ??= setTimeout(look, CHOOSE_MS);
  }

  function look(): void {
    clearTimeout(timer);
    timer = undefined;
    if (signal.aborted) return;
    const nearBlocks = blocks.filter(({ element }) => view.isNear(element));
    near = nearBlocks.flatMap(({ mentions }) => mentions);
    standing = null;
    const chosen = drawn ? drawnMentions(near, mentions(), drawn) : near;
    const wanted = chosen.length > MOST_DRAWN ? nearest(chosen) : chosen;
    if (drawn) highlighter.draw(wanted);
    const lost = new Set(wanted.filter((mention) => !highlighter.rangeOf(mention)).map(({ block }) => block));
    if (lost.size > 0) recheck(nearBlocks.filter((block) => lost.has(block)));
    changed();
  }

  /** Only where blocks are so full of mentions that their place does not narrow them down, such as one giant table cell. */
  function nearest(mentions: readonly PageMention[]): PageMention[] {
    const middle = innerHeight / 2;
    const distanceOf = (mention: PageMention) => Math.abs((linesOf(mention)[0]?.top ?? FAR_PX) - middle);
    return mentions
      .map((mention) => ({ mention, distance: distanceOf(mention) }))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, MOST_DRAWN)
      .map(({ mention }) => mention);
  }

  function linesOf(mention: PageMention): DOMRect[] {
    const range = highlighter.rangeOf(mention);
    return range ? Array.from(range.getClientRects()).filter(({ width, height }) => width > 0 && height > 0) : [];
  }

  return {
    change({ added, removed }) {
      const gone = new Set(removed);
      blocks = [...blocks.filter((block) => !gone.has(block)), ...added];
      known = new Set(blocks);
      for (const root of shadowRootsOf(added)) {
        if (drawn && !shadowRoots.has(root)) styleRoot(root);
        shadowRoots.add(root);
      }
      view.watch(blocks.map(({ element }) => element));
      look();
    },
    holds(target) {
      highlighter.restore();
      standing ??= standingMentions(near);
      return standing.isHolder(target) || standing.isOverlay(target);
    },
    hitTest(x, y) {
      standing ??= standingMentions(near);
      return near.length === 0 ? null : hitTest({ x, y }, standing, shadowRoots, linesOf);
    },
    emphasise: highlighter.emphasise,
    linesOf,
    seenLine(mention, index) {
      const lines = linesOf(mention);
      return seenLine(mention, lines[index] ?? lines[0], shadowRoots);
    },
    saysAt(point, words) {
      const text = textAt(point, shadowRoots);
      return text?.data.includes(words) === true && isVisible(text);
    },
    knows: ({ block }) => known.has(block),
    elementOf: (mention) => elementOf(mention),
  };
}

function elementOf(mention: PageMention): Element {
  const [first] = spansOf(mention);
  return (first && parentElementOf(first.node)) ?? mention.block.element;
}

function* shadowRootsOf(blocks: readonly TextBlock[]): Generator<ShadowRoot, void> {
  for (const { element, parts } of blocks) {
    // Of the text, as what stands right in a shadow root has its host for a block.
    const root = treeRootOf(parts[0]?.node ?? element);
    if (root instanceof ShadowRoot) yield root;
  }
}
