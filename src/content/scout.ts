import { APART, findSurfaces } from "../domain/detection/candidates";
import type { Slices } from "./slices";
import { isInline, isUnread } from "./text-blocks";

/** What is read on its own. */
export type ReadRoot = Element | ShadowRoot;

/** Some neighbouring text nodes, read as one text, and what could name a listing in it. */
export interface Stretch {
  readonly text: string;
  /** Each node, and where it begins in `text`; UTF-16 units. */
  readonly nodes: readonly Text[];
  readonly offsets: readonly number[];
  /** In text order, repeated as they are there; what is qualified comes last. */
  readonly surfaces: readonly string[];
}

/** One search over so much text costs a quarter of one search a node, and far less than a slice. */
const STRETCH = 16_000;
/** A text node as long may be a script's: to ask for the parent of each would double the walk's cost. */
const MAYBE_SCRIPT = 300;
/** Of a longer text node only the beginning is looked at, as blocks are read. */
const LONGEST_TEXT = 200_000;
/** Where the reader writes: what stands there is told to nobody, not even to our own background. */
const WRITTEN = "textarea,[contenteditable]:not([contenteditable=false])";
/** A candidate could go on where a capital or figure comes first, or nothing but signs: the `: ` of `NYSE: BABA`. */
const GOES_ON = /^(?:\W*(?:[a-z&]{1,3}\s+)?[A-Z\d]|\W+$)/;

/** Looks through the text nodes under a root for what could name a listing, at little more than the cost of walking them: nearly all hold nothing that the directory knows, and their blocks are never built. */
export async function scout(root: ReadRoot, slices: Slices): Promise<Stretch[]> {
  const stretches: Stretch[] = [];
  const written = textIn(root.querySelectorAll(WRITTEN));
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let nodes: Text[] = [];
  let offsets: number[] = [];
  let pieces: string[] = [];
  let length = 0;
  let last: Text | null = null;
  let blank: Text | null = null;
  const search = () => {
    const text = pieces.join("");
    const surfaces = findSurfaces(text);
    if (surfaces.length > 0) stretches.push({ text, nodes, offsets, surfaces });
    nodes = [];
    offsets = [];
    pieces = [];
    length = 0;
  };
  // A function of its own: engines optimise one that is called often, and not the loop of an asynchronous one.
  const look = (node: Text) => {
    let data = node.data;
    if (data.trim() === "") {
      blank = node;
      return;
    }
    if ((data.length > MAYBE_SCRIPT && isUnread(node.parentNode)) || (written.size > 0 && written.has(node))) return;
    if (data.length > LONGEST_TEXT) data = data.slice(0, LONGEST_TEXT);
    const joint = last ? jointOf(last, blank, node, data) : APART;
    if (joint === APART && length > STRETCH) search();
    length += joint.length;
    nodes.push(node);
    offsets.push(length);
    pieces.push(joint, data);
    length += data.length;
    last = node;
    blank = null;
  };
  const readOn = (): boolean => {
    let count = 1;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      look(node as Text);
      if (++count % 32 === 0 && slices.isOver()) return true;
    }
    search();
    return false;
  };
  while (readOn()) await slices.next();
  return stretches;
}

/** The text nodes of a stretch in which something stands that `isKnown`. */
export function knownPlaces(
  { text, nodes, offsets, surfaces }: Stretch,
  isKnown: (surface: string) => boolean,
): Text[] {
  if (!surfaces.some(isKnown)) return [];
  const places: Text[] = [];
  let from = 0;
  let index = 0;
  for (const surface of surfaces) {
    let at = text.indexOf(surface, from);
    // What is qualified comes after all others, from the beginning.
    if (at < 0) {
      at = text.indexOf(surface);
      index = 0;
    }
    from = at + surface.length;
    if (!isKnown(surface)) continue;
    while ((offsets[index + 1] ?? text.length) <= at) index += 1;
    const node = nodes[index];
    if (node) places.push(node);
  }
  return places;
}

/** What stands between two texts for the search: nothing or a space within one line, else what no candidate goes over. */
function jointOf(last: Text, blank: Text | null, node: Text, data: string): string {
  if (!GOES_ON.test(data) || !isBesideInline(blank ?? last, node)) return APART;
  if (!blank) return "";
  return isBesideInline(last, blank) ? " " : APART;
}

/** Whether nothing but an inline element begins or ends between two neighbouring text nodes. */
function isBesideInline(one: Text, next: Text): boolean {
  const between = next.previousSibling ?? one.nextSibling;
  return between !== null && isInline(between);
}

function textIn(elements: Iterable<Element>): ReadonlySet<Node> {
  const found = new Set<Node>();
  for (const element of elements) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) found.add(node);
  }
  return found;
}
