import { isInPage, isSameText, type KnownBlock, withMentions } from "./known-blocks";
import { readRootsOf } from "./read-roots";
import { elementsBehindTextFields, withoutEditable } from "./readable";
import { createBlockReader, type TextBlock, WORD_JOINER } from "./text-blocks";

/** What a search for rewritten blocks has found. */
export interface Rewritten {
  /** Blocks whose words the page has put into other nodes, each with the block that they make up now. */
  readonly moved: ReadonlyMap<KnownBlock, KnownBlock>;
  /**
   * Whether the page has written a block's own words into its own text nodes again. The block stays, but the ranges of
   * its marks may be empty, so that its marks have to be drawn again.
   */
  readonly isRedrawNeeded: boolean;
}

/** The search ends after this time; a block that it has not found by then waits for the next reading. */
const LONGEST_SEARCH_MS = 3;

/**
 * Finds the known blocks that a page has written anew with the same words, as many frameworks do, or whose words it has
 * put into other elements. Their mentions are the same, so the background need not be asked. `changed` are nodes of the
 * page that have changed.
 */
export function findRewritten(known: readonly KnownBlock[], changed: readonly Node[]): Rewritten {
  const changedNodes = new Set(changed);
  const isChanged = (node: Node) => changedNodes.has(node);
  const touched = known.filter(
    (block) =>
      block.mentions.length > 0 &&
      (isChanged(block.element) || !isInPage(block) || block.parts.some(({ node }) => isChanged(node))),
  );
  const moved = new Map<KnownBlock, KnownBlock>();
  let isRedrawNeeded = false;
  /** Blocks with the same words stand in document order, and each is matched with the next one that is found. */
  const touchedByWords = new Map<string, KnownBlock[]>();
  for (const block of touched) {
    const words = wordsIn(block);
    touchedByWords.set(words, [...(touchedByWords.get(words) ?? []), block]);
  }
  if (touched.length > 0) {
    readBlocks(changed, (block) => {
      const earlier = touchedByWords.get(wordsIn(block))?.shift();
      if (!earlier) return;
      if (isSameText(earlier, block)) isRedrawNeeded = true;
      else moved.set(earlier, withMentionsOf(earlier, block));
    });
  }
  return { moved, isRedrawNeeded };
}

/** Calls back with the blocks around the changed nodes, as far as there is time. */
function readBlocks(changed: readonly Node[], each: (block: TextBlock) => void): void {
  const end = performance.now() + LONGEST_SEARCH_MS;
  const leftOut = elementsBehindTextFields();
  const nothing = () => undefined;
  for (const root of readRootsOf(changed)) {
    const options = { leftOut, onHidden: nothing, onInterrupted: nothing };
    const reader = createBlockReader(root, options, (block) => withoutEditable([block]).forEach(each));
    const isOver = () => performance.now() > end;
    reader.readUntilPause(isOver);
    // Many short roots take long, too.
    if (isOver()) return;
  }
}

/** What must be the same for a block to count as the same: its letters and its links. */
function wordsIn({ text, links }: TextBlock): string {
  return [text.replaceAll(WORD_JOINER, ""), ...links.map(({ surface }) => surface)].join("\n");
}

/** A block with the mentions of another one that has the same words; its text nodes may be divided otherwise. */
function withMentionsOf(earlier: KnownBlock, block: TextBlock): KnownBlock {
  const placeOf = placesOfLetters(earlier.text, block.text);
  return withMentions(
    block,
    earlier.mentions.map((mention) => ({
      ...mention,
      start: placeOf(mention.start),
      end: placeOf(mention.end - 1) + 1,
    })),
  );
}

/** Makes a function from the offset of a letter in one text to its offset in another with the same letters. */
function placesOfLetters(from: string, to: string): (offset: number) => number {
  if (from === to) return (offset) => offset;
  const places: number[] = [];
  for (let index = 0; index < to.length; index += 1) if (to[index] !== WORD_JOINER) places.push(index);
  return (offset) => places[from.slice(0, offset).replaceAll(WORD_JOINER, "").length] ?? to.length;
}
