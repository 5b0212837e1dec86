import { type Identify, MOST_BLOCKS_ASKED } from "./identify-blocks";
import type { ReadRoot } from "./page-nodes";
import { elementsBehindTextFields } from "./readable";
import type { WalkOptions } from "./readable-walk";
import type { Slices } from "./slices";
import { createBlockReader, type TextBlock } from "./text-blocks";

/** The most text that one call reads, in UTF-16 units: five times the text of the longest news pages. */
const LONGEST_READING = 2_000_000;

/**
 * The most text and blocks of one batch. Holding all text nodes of a page at once takes about half a megabyte more
 * memory than reading it in batches.
 */
const LONGEST_BATCH = 20_000;
const MOST_BLOCKS_IN_BATCH = 1_000;

/**
 * Reads the blocks under the roots, in document order, and returns those worth identifying. A long page is read in
 * batches, and only the blocks of a batch that contain a name from the directory are kept, so that few blocks are in
 * memory at a time. A page that fits into one batch is returned whole, because the caller asks about it anyway.
 */
export async function readPromisingBlocks(
  roots: readonly ReadRoot[],
  {
    identify,
    slices,
    walkOptions,
    ifUnanswered,
  }: {
    readonly identify: Identify;
    readonly slices: Slices;
    /** What the walk under a root leaves out, and its callbacks. */
    readonly walkOptions: (root: ReadRoot) => WalkOptions;
    /** What to keep of blocks that the background did not answer about. */
    readonly ifUnanswered: (blocks: readonly TextBlock[]) => readonly TextBlock[];
  },
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
    const found = await identify(batch);
    promising.push(...(found?.map(({ block }) => block) ?? ifUnanswered(batch)));
    batch = [];
    batchLength = 0;
  };
  const hasRoom = () => remainingLength > 0 && promising.length < MOST_BLOCKS_ASKED;
  // Some editors copy typed text into elements behind a text field.
  const leftOut = elementsBehindTextFields();
  for (const root of roots) {
    if (!hasRoom()) break;
    // Many short roots fill a batch and a slice, too.
    if (isBatchFull()) await askAboutBatch();
    else if (slices.isOver()) await slices.yieldToPage();
    const blockReader = createBlockReader(root, { ...walkOptions(root), leftOut }, addToBatch);
    while (hasRoom() && !blockReader.readUntilPause(shouldPause)) {
      await slices.yieldToPage();
      if (isBatchFull()) await askAboutBatch();
    }
  }
  // If no block was promising so far, the caller asks about nothing but this batch, so it need not be asked about here.
  if (promising.length > 0 && batch.length > 0) await askAboutBatch();
  return [...promising, ...batch];
}
