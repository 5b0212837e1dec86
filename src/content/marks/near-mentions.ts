import type { Repeats } from "../../domain/settings";
import type { KnownBlock } from "../page/known-blocks";
import type { PageMention } from "../page/page-mention";
import { matchesSelector, parentElementOf } from "../page/page-nodes";
import type { TextBlock } from "../page/text-blocks";
import { drawnMentions } from "./drawn-mentions";
import type { Highlighter } from "./highlighter";
import type { LinesOf } from "./hit-test";
import { createMentionIndex, type MentionIndex } from "./mention-index";
import { createNearView } from "./near-view";

/** The mentions near the viewport. Some of them are underlined; all are searched for the one under the pointer. */
export interface NearMentions {
  /** Takes the frame's blocks that have mentions, and draws anew. */
  readonly setBlocks: (blocks: readonly KnownBlock[]) => void;
  readonly index: () => MentionIndex;
}

/** What the mentions near the viewport need from the rest of the content script. */
export interface NearMentionsDeps {
  /** Which of a company's repeated mentions to underline; null underlines none. */
  readonly whichToUnderline: Repeats | null;
  /** All mentions of the frame, in document order. */
  readonly mentions: () => readonly PageMention[];
  readonly highlighter: Highlighter;
  readonly linesOf: LinesOf;
  readonly signal: AbortSignal;
  /** Called with blocks near the viewport whose words have changed since they were read. */
  readonly recheck: (blocks: readonly KnownBlock[]) => void;
  /** Called when the mentions near the viewport may have changed. */
  readonly onUpdate: () => void;
}

/**
 * Chromium checks each range again whenever it paints a changed page: 100 ranges take 2 ms, 5,000 take 100 ms
 * (measured).
 */
const MOST_DRAWN = 100;

/** So long after a scroll the nearest mentions are chosen anew. */
const CHOOSE_MS = 200;

/** The distance of a mention that is not rendered: farther away than any other. */
const FAR_PX = 1e9;

/**
 * Chooses the mentions to underline, anew whenever an element comes near the viewport or leaves it. Ends with `signal`.
 */
export function createNearMentions(deps: NearMentionsDeps): NearMentions {
  const { whichToUnderline, highlighter, linesOf, signal } = deps;
  let blocks: readonly KnownBlock[] = [];
  let near: readonly PageMention[] = [];
  let index: MentionIndex | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const view = createNearView(signal, update);

  const onScroll = () => {
    if (near.length > MOST_DRAWN) timer ??= setTimeout(update, CHOOSE_MS);
  };
  addEventListener("scroll", onScroll, { capture: true, passive: true, signal });
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    near = [];
    index = null;
  });

  function update(): void {
    clearTimeout(timer);
    timer = undefined;
    if (signal.aborted) return;
    const nearBlocks = blocks.filter(({ element }) => view.isNear(element));
    near = nearBlocks.flatMap(({ mentions }) => mentions);
    index = null;
    const choice = whichToUnderline ? drawnMentions(near, deps.mentions(), whichToUnderline, paragraphOf) : near;
    const wanted = nearest(choice, linesOf);
    if (whichToUnderline) highlighter.draw(wanted);
    // A mention without a range has lost its words.
    const changed = new Set(wanted.filter((mention) => !highlighter.currentRangeOf(mention)).map(({ block }) => block));
    if (changed.size > 0) deps.recheck(nearBlocks.filter((block) => changed.has(block)));
    deps.onUpdate();
  }

  return {
    setBlocks(current) {
      blocks = current;
      view.watch(blocks.map(({ element }) => element));
      update();
    },
    index: () => {
      index ??= createMentionIndex(near);
      return index;
    },
  };
}

/**
 * Of more than `MOST_DRAWN` mentions, those nearest to the middle of the viewport. So many are near it only where a
 * very large block is, such as a giant table cell.
 */
function nearest(mentions: readonly PageMention[], linesOf: LinesOf): readonly PageMention[] {
  if (mentions.length <= MOST_DRAWN) return mentions;
  const middle = innerHeight / 2;
  return mentions
    .map((mention) => ({ mention, distance: Math.abs((linesOf(mention)[0]?.top ?? FAR_PX) - middle) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_DRAWN)
    .map(({ mention }) => mention);
}

/**
 * What counts as one paragraph: the block or, for text directly in a cell, the row of the table, which names a company
 * in one cell and its ticker in the next.
 */
function paragraphOf(block: TextBlock): object {
  // A paragraph inside a cell counts by itself, because old pages lay out whole articles in a table.
  return matchesSelector(block.element, "td, th") ? (parentElementOf(block.element) ?? block) : block;
}
