import { findSurfaces } from "../domain/detection/candidates";
import type { Words } from "../domain/detection/vocabulary";
import type { Slices } from "./slices";
import { isInline, isUnread } from "./text-blocks";

/** What is read on its own. */
export type ReadRoot = Element | ShadowRoot;

/** Where a closer look could pay, in document order: `surfaces[i]` stands in `nodes[i]`. */
export interface Scouting {
  readonly nodes: Text[];
  readonly surfaces: string[];
}

/** A text node as long may be a script's: to ask for the parent of each would double the walk's cost. */
const MAYBE_SCRIPT = 300;
/** Of a longer text node only the beginning is looked at, as blocks are read. */
const LONGEST_TEXT = 200_000;
/** Where the reader writes: what stands there is told to nobody, not even to our own background. */
const WRITTEN = "textarea,[contenteditable]:not([contenteditable=false])";
/** More than stands between two words of one name, white space left out: `and`. */
const LONGEST_JOINT = 4;

/**
 * Looks at each text node under a root alone, at little more than the cost of walking them: nearly all hold nothing that the directory knows, and their blocks are never built.
 * A candidate that goes over into the next node of its line is looked at with it.
 */
export async function scout(root: ReadRoot, words: Words, slices: Slices): Promise<Scouting> {
  const nodes: Text[] = [];
  const surfaces: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const written = [...root.querySelectorAll(WRITTEN)];
  let last: Text | null = null;
  let open = "";
  // A function of its own: engines optimise one that is called often, and not the loop of an asynchronous one.
  const look = (node: Text) => {
    const data = node.data;
    if (data.length > MAYBE_SCRIPT && isUnread(node.parentNode)) return;
    const text: string = last && open && flowsOn(last, node, data) ? open + data : data;
    const found = findSurfaces(text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text, words);
    open = "";
    last = node;
    if (found === null || written.some((element) => element.contains(node))) return;
    let surface = "";
    for (surface of found) {
      nodes.push(node);
      surfaces.push(surface);
    }
    const at = text.lastIndexOf(surface);
    if (text.slice(at + surface.length).trim().length < LONGEST_JOINT) open = text.slice(at);
  };
  const readOn = (): boolean => {
    let count = 1;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      look(node as Text);
      if (++count % 32 === 0 && slices.isOver()) return true;
    }
    return false;
  };
  while (readOn()) await slices.next();
  return { nodes, surfaces };
}

/** Whether a candidate could go on in the next text node: a capital or figure comes first there, and nothing but an inline element begins or ends between. */
function flowsOn(one: Text, next: Text, data: string): boolean {
  if (!/^\W*(?:[a-z&]{1,3}\s+)?[A-Z\d]/.test(data)) return false;
  const between = next.previousSibling ?? one.nextSibling;
  return between !== null && isInline(between);
}
