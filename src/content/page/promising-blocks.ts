import { type Identify, MOST_BLOCKS_ASKED } from "./identify-blocks";
import type { ReadRoot } from "./page-nodes";
import { elementsBehindTextFields } from "./readable";
import type { WalkOptions } from "./readable-walk";
import type { Slices } from "./slices";
import { createBlockReader, type TextBlock } from "./text-blocks";

/** Longest text of one reading, UTF-16 units: five times that of the longest pages of news. */
const LONGEST_READING = 2_000_000;

/**
 * Longest text and most blocks of one batch. Browsers need half a megabyte more for a page whose text nodes are all
 * held at once.
 */
const LONGEST_BATCH = 20_000;
const MOST_BLOCKS_IN_BATCH = 1_000;

/**
 * Reads the blocks under the roots, in document order, and returns the promising ones: those that contain a name of the
 * directory. A long page is asked about batch by batch, so that few blocks are held at a time. If all blocks fit into
 * one batch, they are all returned, and nothing is asked.
 */
export async function readPromisingBlocks(
  roots: readonly ReadRoot[],
  { identify, slices, events }: { identify: Identify; slices: Slices; events: (root: ReadRoot) => WalkOptions },
): Promise<TextBlock[]> {
  const promising: TextBlock[] = [];
  let batch: TextBlock[] = [];
  let batchLength = 0;
  let remainingLength = LONGEST_READING;
  const addToBatch = (block: TextBlock) => {
    batch.push(block);
    batchLength += block.text.length;
  };
  const isBatchFull = () => batchLength >= LONGEST_BATCH || batch.length >= MOST_BLOCKS_IN_BATCH;
  const shouldPause = () => isBatchFull() || slices.isOver();
  const askAboutBatch = async () => {
    remainingLength -= batchLength;
    const found = (await identify(batch)) ?? [];
    promising.push(...found.map(({ block }) => block));
    batch = [];
    batchLength = 0;
  };
  const hasRoom = () => remainingLength > 0 && promising.length < MOST_BLOCKS_ASKED;
  const leftOut = elementsBehindTextFields();
  for (const root of roots) {
    const reader = createBlockReader(root, { ...events(root), leftOut });
    while (hasRoom() && !reader.read(addToBatch, shouldPause)) {
      await slices.next();
      if (isBatchFull()) await askAboutBatch();
    }
  }
  // A single batch need not be asked about here: the caller asks about all promising blocks together.
  if (promising.length > 0 && batch.length > 0) await askAboutBatch();
  return [...promising, ...batch];
}
