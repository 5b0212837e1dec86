import type { Publication } from "../../domain/article";
import type { Ask } from "../../platform/ask";
import { createArticleDate } from "./article-date";
import { createHiddenParts } from "./hidden-parts";
import { createIdentify, type IdentifiedBlock } from "./identify-blocks";
import {
  changeBetween,
  firstNodeOf,
  inDocumentOrder,
  isInPage,
  isSameText,
  type KnownBlock,
  type MentionChange,
  withMentions,
} from "./known-blocks";
import { createPageChanges } from "./page-changes";
import type { PageMention } from "./page-mention";
import type { ReadRoot } from "./page-nodes";
import { readPromisingBlocks } from "./promising-blocks";
import { isWithin } from "./read-roots";
import { findRewritten } from "./rewritten-blocks";
import { isMenuEntry } from "./site-menu";
import { createSlices } from "./slices";
import type { TextBlock } from "./text-blocks";

/** What this frame's text mentions, kept up to date. */
export interface Scanner {
  /** The current mentions of this frame, in document order. */
  readonly mentions: () => readonly PageMention[];
  /** When the article was published, if the page states it. */
  readonly publication: () => Publication | null;
  /** Resolves once everything that was in the page at the start has been read and identified. */
  readonly settled: Promise<void>;
  /** Reads blocks again, because their words have changed. */
  readonly recheck: (blocks: readonly TextBlock[]) => void;
}

/** What a scanner needs from the rest of the content script. */
export interface ScannerDeps {
  readonly ask: Ask;
  /**
   * Wakes the background early. `hasText` says whether there may be new text; it is called only if the background
   * may be asleep.
   */
  readonly wakeBackground: (hasText: () => boolean) => void;
  /** Ends the scanner when it aborts. */
  readonly signal: AbortSignal;
  /** Awaited whenever mentions were found, before `onChange` is called with them. */
  readonly beforeMentions: () => Promise<unknown>;
  /**
   * Called after each reading in which a block was read or dropped, even if the mentions are the same, because the page
   * may have emptied the ranges of their marks. Between readings it is called when words have moved into new nodes, or
   * were written again into their own; in the latter case the change is empty.
   */
  readonly onChange: (change: MentionChange) => void;
}

/**
 * Reads the frame's text now and whenever it changes, and reports which listings it mentions. It never changes the
 * page's DOM. The rules of detection run in the background.
 */
export function createScanner({ ask, wakeBackground, signal, beforeMentions, onChange }: ScannerDeps): Scanner {
  let known: readonly KnownBlock[] = [];
  /** Blocks whose words stand in other nodes now. An answer about them comes too late. */
  const movedAway = new WeakSet<TextBlock>();
  const slices = createSlices();
  const date = createArticleDate(ask, slices);
  const hidden = createHiddenParts(signal, (shown) => changes.recheck(shown));
  const onNoAnswer = () => changes.readAllNext();
  const identify = createIdentify({ ask, slices, publication: date.publication, beforeMentions, onNoAnswer });

  /** Asks about all these blocks together, and keeps those that contain a name the directory knows. */
  const updateMentions = async (asked: ReadonlySet<TextBlock>, knownAtStart: ReadonlySet<TextBlock>) => {
    const answer = await identify<TextBlock>([...asked].filter((block) => !isMenuEntry(block)));
    if (signal.aborted) return;
    // Blocks that `keepMarks` has put in meanwhile stay as they are until they are read.
    const firstNodesAsked = new Set([...asked].map(firstNodeOf));
    const keptMeanwhile = known.filter((block) => !knownAtStart.has(block) && !firstNodesAsked.has(firstNodeOf(block)));
    const knownBefore = known;
    const identified = stillInPlace(answer ?? asBefore(knownBefore, asked), movedAway);
    // Set before anyone is told, because what is underlined depends on all mentions of the page.
    known = inDocumentOrder([...identified, ...keptMeanwhile]);
    onChange(changeBetween(knownBefore, known));
  };

  const read = async (roots: readonly ReadRoot[]): Promise<void> => {
    const knownAtStart = new Set(known);
    await date.read();
    const blocks = await readPromisingBlocks(roots, {
      identify,
      slices,
      ifUnanswered: (unanswered) => withKnown(unanswered, known).filter((block) => known.some((one) => one === block)),
      walkOptions: (root) => ({ onHidden: hidden.awaitShown, onInterrupted: () => changes.recheck([root]) }),
    });
    const isReadAgain = isWithin(new Set(roots));
    const notReadAgain = known.filter((block) => isInPage(block) && !isReadAgain(firstNodeOf(block)));
    const asked = new Set([...notReadAgain, ...withKnown(blocks, known)]);
    if (blocks.length > 0 || notReadAgain.length < known.length) await updateMentions(asked, knownAtStart);
  };

  /** Moves mentions and their marks to new nodes with the same words, until the page is read again. */
  const keepMarks = (changed: readonly Node[]): void => {
    const { moved, isRedrawNeeded } = findRewritten(known, changed);
    if (moved.size === 0 && !isRedrawNeeded) return;
    for (const block of moved.keys()) movedAway.add(block);
    known = known.map((block) => moved.get(block) ?? block);
    onChange({ added: [...moved.values()], removed: [...moved.keys()] });
  };

  const changes = createPageChanges({ signal, read, keepMarks, slices, wakeBackground });

  return {
    mentions: () => known.flatMap(({ mentions }) => mentions),
    publication: date.publication,
    settled: changes.settled,
    recheck: (blocks) => changes.recheck(blocks.map(firstNodeOf)),
  };
}

/** What stands in for an answer that did not come: text that is the same keeps its mentions. */
function asBefore(known: readonly KnownBlock[], asked: ReadonlySet<TextBlock>): readonly IdentifiedBlock<TextBlock>[] {
  return known.filter((block) => asked.has(block)).map((block) => ({ block, mentions: block.mentions }));
}

/** A block with the same text as before stays the same object, so that its marks and its card stay, too. */
function withKnown(blocks: readonly TextBlock[], known: readonly KnownBlock[]): readonly TextBlock[] {
  const before = new Map(known.map((block) => [firstNodeOf(block), block]));
  return blocks.map((block) => {
    const earlier = before.get(firstNodeOf(block));
    return earlier && isSameText(earlier, block) ? earlier : block;
  });
}

/** The identified blocks whose text nodes are still in the page, and whose words have not moved to others. */
function stillInPlace(identified: readonly IdentifiedBlock<TextBlock>[], movedAway: WeakSet<TextBlock>): KnownBlock[] {
  return identified
    .filter(({ block }) => isInPage(block) && !movedAway.has(block))
    .map(({ block, mentions }) => withMentions(block, mentions));
}
