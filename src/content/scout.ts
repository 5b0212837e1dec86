import { findCandidates } from "../domain/detection/candidates";
import type { Words } from "../domain/detection/vocabulary";
import type { Slices } from "./slices";
import { isInline, isUnread, LONGEST_BLOCK, QUOTE_LINKS } from "./text-blocks";

/** Where a closer look could pay, in document order: `surfaces[i]` stands in `nodes[i]`. */
export interface Scouting {
  readonly nodes: Text[];
  /** `""` in links that could lead to a quote page: their blocks are read whatever they say. */
  readonly surfaces: string[];
}

/** A text node as long may be a script's: to ask for the parent of each would double the walk's cost. */
const MAYBE_SCRIPT = 300;
/** The most that stands between two words of one name, white space of the page's source included. */
const LONGEST_JOINT = 50;

/**
 * Looks at each text node under a root alone, at little more than the cost of walking them: nearly all hold nothing that the directory knows, and their blocks are never built.
 * A candidate that goes over into the next node of its line is looked at with it.
 */
export async function scout(root: Element | ShadowRoot, words: Words, slices: Slices): Promise<Scouting> {
  const nodes: Text[] = [];
  const surfaces: string[] = [];
  const linked = new Set([...root.querySelectorAll(QUOTE_LINKS)].map((link) => textsUnder(link).nextNode()));
  const walker = textsUnder(root);
  let last: Text | null = null;
  let open = "";
  for (let count = 1; walker.nextNode(); count += 1) {
    if (count % 32 === 0 && slices.isOver()) await slices.next();
    const node = walker.currentNode as Text;
    const { data } = node;
    if (data.length > MAYBE_SCRIPT && isUnread(node.parentNode)) continue;
    const isJoined = open !== "" && last !== null && flowsOn(last, node);
    const text = (isJoined ? open : "") + data.slice(0, 10 * LONGEST_BLOCK);
    if (linked.has(node)) surfaces.push("");
    let end = 0;
    open = "";
    for (const { start, end: candidateEnd, surface } of findCandidates(text, words)) {
      surfaces.push(surface);
      if (candidateEnd >= end) {
        end = candidateEnd;
        if (text.length - end < LONGEST_JOINT) open = text.slice(start);
      }
    }
    while (nodes.length < surfaces.length) nodes.push(node);
    last = node;
  }
  return { nodes, surfaces };
}

function textsUnder(root: Node): TreeWalker {
  return document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
}

/** Whether two successive text nodes stand in one line: nothing but inline elements begins or ends between them. */
function flowsOn(one: Text, next: Text): boolean {
  const between = next.previousSibling ?? one.nextSibling;
  return between !== null && isInline(between);
}
