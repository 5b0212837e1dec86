import { LONGEST_TEXT } from "../domain/detection/mention";
import { type ReadRoot, scopeOf } from "./own-dom";
import type { Slices } from "./slices";
import { isUnread } from "./text-blocks";
import { watchWritten } from "./written";

/** Some of the texts under the roots, in document order. Of their nodes only some are kept, from which the others are found again. */
export interface Portion {
  readonly texts: readonly string[];
  /** The places of those after which comes white space that is a node of its own, in ascending order. */
  readonly apart: readonly number[];
  /** In ascending order. */
  readonly landmarks: readonly Landmark[];
}

/** The node of the text at a place. */
interface Landmark {
  readonly place: number;
  readonly node: Text;
}

/** A text node as long may be a script's: to ask for the parent of each would double the walk's cost. */
const MAYBE_SCRIPT = 300;
/** White space of the page's source is shorter. */
const MAYBE_BLANK = 80;
/** So much text, in so many pieces, is a message that takes less than a slice to send. */
const PORTION = 30_000;
const MOST_PIECES = 2_000;
/** Of a longer text node only the beginning is looked at, as blocks are read. */
const LONGEST_READ = 200_000;
/** Most text of one reading, UTF-16 units: five times that of the longest pages of news, and a bound on hostile ones. */
const MOST_TEXT = 2_000_000;

/**
 * Each so many-th node is a landmark: the background's answer takes long enough for the engine to make a node's wrapper one that
 * stays for as long as the page, should it be held meanwhile.
 */
const STRIDE = 32;

/** A portion that is being gathered: `texts[i]` stands in `nodes[i]`. */
interface Gathering {
  readonly texts: string[];
  readonly nodes: Text[];
  readonly apart: number[];
  /** The places where a root begins. */
  readonly beginnings: number[];
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
    const read = without(written.now(), portion);
    if (read.nodes.length > 0) each({ texts: read.texts, apart: read.apart, landmarks: landmarksIn(read) });
    left -= portion.length;
    portion = emptyPortion();
  };
  // The search, with nothing else in its slice.
  written.now();
  for (const root of roots) {
    if (slices.isOver()) await slices.next();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    portion.beginnings.push(portion.nodes.length);
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

/** The nodes in which the texts at these places of a portion stand, as the page is now; where it has changed meanwhile, all that stand around. */
export function nodesAt(places: readonly number[], { texts, landmarks }: Portion): Text[] {
  const found: Text[] = [];
  for (let index = 0, next = 0; index < landmarks.length && next < places.length; index += 1) {
    const from = landmarks[index]?.place ?? 0;
    const to = landmarks[index + 1]?.place ?? texts.length;
    const wanted: number[] = [];
    for (; (places[next] ?? to) < to; next += 1) wanted.push((places[next] ?? 0) - from);
    if (wanted.length === 0) continue;
    const again = gatherAgain(landmarks, index, to - from);
    const isSame =
      again.texts.length >= to - from && texts.slice(from, to).every((text, at) => text === again.texts[at]);
    found.push(...(isSame ? wanted.flatMap((at) => again.nodes[at] ?? []) : again.nodes));
  }
  return found;
}

/** The texts from a landmark on; where that is gone, from the last one before it that is not, and twice as far. */
function gatherAgain(landmarks: readonly Landmark[], index: number, count: number): Gathering {
  const last = landmarks.slice(0, index + 1).findLast(({ node }) => node.isConnected);
  const again = emptyPortion();
  if (!last) return again;
  const walker = document.createTreeWalker(scopeOf(last.node), NodeFilter.SHOW_TEXT);
  walker.currentNode = last.node;
  const most = count + (landmarks[index] === last ? 0 : 2 * STRIDE);
  gatherNode(last.node, again);
  while (again.nodes.length < most) {
    const node = walker.nextNode() as Text | null;
    if (!node) break;
    gatherNode(node, again);
  }
  return again;
}

function landmarksIn({ nodes, beginnings }: Gathering): Landmark[] {
  const begins = new Set(beginnings);
  let last = 0;
  return nodes.flatMap((node, place) => {
    // A text longer than a piece is found by its node's first.
    if (place > 0 && node === nodes[place - 1]) return [];
    if (place > 0 && !begins.has(place) && place - last < STRIDE) return [];
    last = place;
    return [{ place, node }];
  });
}

/** Goes on until the portion is full or the slice over, and tells whether; else there is no more. Apart from the asynchronous loop around it, as engines optimise a function and not a loop that waits. */
function gatherOn(walker: TreeWalker, portion: Gathering, isOver: () => boolean): boolean {
  let count = 1;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    gatherNode(node, portion);
    if (isFull(portion) || (++count % 32 === 0 && isOver())) return true;
  }
  return false;
}

function gatherNode(node: Text, portion: Gathering): void {
  const { texts, nodes, apart } = portion;
  const { data } = node;
  if (data.length < MAYBE_BLANK && data.trim() === "") {
    const last = nodes.length - 1;
    if (last > (apart.at(-1) ?? -1)) apart.push(last);
  } else if (data.length > LONGEST_TEXT) gatherPieces(node, portion);
  else if (data.length <= MAYBE_SCRIPT || !isUnread(node.parentNode)) {
    texts.push(data);
    nodes.push(node);
    portion.length += data.length;
  }
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
  return { texts: [], nodes: [], apart: [], beginnings: [], length: 0 };
}

/** What is left of a portion when some of its nodes are not to be told; nothing stands beside them. */
function without(isLeftOut: ((node: Node) => boolean) | null, portion: Gathering): Gathering {
  if (!isLeftOut) return portion;
  const isApart = new Set(portion.apart);
  const begins = new Set(portion.beginnings);
  const left = emptyPortion();
  const endApart = () => {
    const place = left.nodes.length - 1;
    if (place > (left.apart.at(-1) ?? -1)) left.apart.push(place);
  };
  portion.nodes.forEach((node, place) => {
    if (begins.has(place)) left.beginnings.push(left.nodes.length);
    if (isLeftOut(node)) {
      endApart();
      // What follows is not found from before it.
      left.beginnings.push(left.nodes.length);
    } else {
      left.texts.push(portion.texts[place] ?? "");
      left.nodes.push(node);
    }
    if (isApart.has(place)) endApart();
  });
  return left;
}
