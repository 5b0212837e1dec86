import { type Identify, MOST_TOGETHER } from "./identify-blocks";
import type { ReadRoot } from "./page-nodes";
import { behindFields } from "./readable";
import type { WalkOptions } from "./readable-walk";
import type { Slices } from "./slices";
import { createBlockReader, type TextBlock } from "./text-blocks";

/** Most text of one reading, UTF-16 units: five times that of the longest pages of news, and a bound on hostile ones. */
const MOST_TEXT = 2_000_000;

/** What is asked about at once, UTF-16 units and blocks. Browsers keep half a megabyte more of a page whose text nodes are all held at once. */
const PORTION = 20_000;
const MOST_IN_PORTION = 1_000;

/**
 * Reads the blocks under the roots, in document order, and leaves out those that name nobody the directory knows: long pages are
 * asked about portion by portion, so that few blocks are held at a time. What fits into one portion is returned as it is.
 */
export async function readPromisingBlocks(
  roots: readonly ReadRoot[],
  { identify, slices, events }: { identify: Identify; slices: Slices; events: (root: ReadRoot) => WalkOptions },
): Promise<TextBlock[]> {
  const promising: TextBlock[] = [];
  let portion: TextBlock[] = [];
  let length = 0;
  let left = MOST_TEXT;
  const keep = (block: TextBlock) => {
    portion.push(block);
    length += block.text.length;
  };
  const isFull = () => length >= PORTION || portion.length >= MOST_IN_PORTION;
  const isEnough = () => isFull() || slices.isOver();
  const sift = async () => {
    left -= length;
    const found = (await identify(portion)) ?? [];
    promising.push(...found.map(({ block }) => block));
    portion = [];
    length = 0;
  };
  const leftOut = behindFields();
  for (const root of roots) {
    const reader = createBlockReader(root, { ...events(root), leftOut });
    while (left > 0 && promising.length < MOST_TOGETHER && !reader.read(keep, isEnough)) {
      await slices.next();
      if (isFull()) await sift();
    }
  }
  // One portion is asked about with all that is known, at once.
  if (promising.length > 0 && portion.length > 0) await sift();
  return [...promising, ...portion];
}
