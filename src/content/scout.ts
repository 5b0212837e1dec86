import { LONGEST_TEXT } from "../domain/detection/mention";
import type { ReadRoot } from "./own-dom";
import type { Slices } from "./slices";
import { isUnread } from "./text-blocks";
import { type WrittenTexts, watchWritten } from "./written";

/** Some of the texts under the roots, in document order: `texts[i]` stands in `nodes[i]`. */
export interface Portion {
  readonly texts: string[];
  readonly nodes: Text[];
  /** The places of those after which comes white space that is a node of its own, in ascending order. */
  readonly apart: number[];
}

/** A text node as long may be a script's: to ask for the parent of each would double the walk's cost. */
const MAYBE_SCRIPT = 300;
/** White space of the page's source is shorter. */
const MAYBE_BLANK = 80;
/** So much text, in so many pieces, is a message that takes less than a slice to send. */
const PORTION = 20_000;
const MOST_PIECES = 2_000;
/** Of a longer text node only the beginning is looked at, as blocks are read. */
const LONGEST_READ = 200_000;
/** Most text of one reading, UTF-16 units: five times that of the longest pages of news, and a bound on hostile ones. */
const MOST_TEXT = 2_000_000;

/** A portion that is being gathered. */
interface Gathering extends Portion {
  /** UTF-16 units gathered for it. */
  length: number;
}

/**
 * Gathers the texts under the roots, portion by portion, at little more than the cost of walking them.
 * Nearly all hold nothing that the directory knows, so their blocks are never built and nothing is searched here.
 */
export async function gatherTexts(
  roots: readonly ReadRoot[],
  each: (portion: Portion) => void,
  slices: Slices,
): Promise<void> {
  const written = watchWritten(roots);
  let portion = emptyPortion();
  let left = MOST_TEXT;
  const handOver = () => {
    // Asked now, with nothing between the answer and the message: the reader may have begun to write while we paused.
    const leftOut = written.now();
    const read = leftOut.size > 0 ? without(leftOut, portion) : portion;
    if (read.nodes.length > 0) each(read);
    left -= portion.length;
    portion = emptyPortion();
  };
  // The search, with nothing else in its slice.
  written.now();
  for (const root of roots) {
    if (slices.isOver()) await slices.next();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (left > 0 && gatherOn(walker, portion, slices.isOver)) {
      // Sending takes about as long as gathering: each has a slice of its own.
      await slices.next();
      if (isFull(portion)) handOver();
    }
  }
  if (slices.isOver()) await slices.next();
  handOver();
  written.end();
}

/** Goes on until the portion is full or the slice over, and tells whether; else there is no more. Apart from the asynchronous loop around it, as engines optimise a function and not a loop that waits. */
function gatherOn(walker: TreeWalker, portion: Gathering, isOver: () => boolean): boolean {
  const { texts, nodes, apart } = portion;
  let count = 1;
  let lastApart = apart.at(-1) ?? -1;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const { data } = node;
    if (data.length > MAYBE_SCRIPT) gatherPieces(node, portion);
    else if (data.length < MAYBE_BLANK && data.trim() === "") {
      if (lastApart < nodes.length - 1) {
        lastApart = nodes.length - 1;
        apart.push(lastApart);
      }
    } else {
      texts.push(data);
      nodes.push(node);
      portion.length += data.length;
    }
    // Asked after each, so that portions are the same however long slices last.
    if (isFull(portion) || (++count % 32 === 0 && isOver())) return true;
  }
  return false;
}

function isFull({ length, nodes }: Gathering): boolean {
  return length > PORTION || nodes.length >= MOST_PIECES;
}

function gatherPieces(node: Text, portion: Gathering): void {
  if (isUnread(node.parentNode)) return;
  const data = node.data.slice(0, LONGEST_READ);
  for (let from = 0; from < data.length; from += LONGEST_TEXT) {
    portion.texts.push(data.slice(from, from + LONGEST_TEXT));
    portion.nodes.push(node);
  }
  portion.length += data.length;
}

function emptyPortion(): Gathering {
  return { texts: [], nodes: [], apart: [], length: 0 };
}

/** What is left of a portion when some of its nodes are not to be told; nothing stands beside them. */
function without(leftOut: WrittenTexts, { texts, nodes, apart }: Portion): Portion {
  const isApart = new Set(apart);
  const left = [...nodes.keys()].filter((place) => !leftOut.has(nodes[place] as Text));
  return {
    texts: left.map((place) => texts[place] as string),
    nodes: left.map((place) => nodes[place] as Text),
    apart: left.flatMap((place, index) => (isApart.has(place) || left[index + 1] !== place + 1 ? index : [])),
  };
}
