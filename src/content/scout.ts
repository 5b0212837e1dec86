import { LONGEST_TEXT } from "../domain/detection/mention";
import type { Slices } from "./slices";
import { insideOf, isUnread } from "./text-blocks";

/** What is read on its own. */
export type ReadRoot = Element | ShadowRoot;

/** Some of the texts under the roots, in document order: `texts[i]` stands in `nodes[i]`. */
export interface Portion {
  readonly texts: string[];
  readonly nodes: Text[];
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
/** Where the reader writes: what stands there is told to nobody, not even to our own background. */
const WRITTEN = "textarea,[contenteditable]:not([contenteditable=false])";
/** Of fewer nodes each is looked up by itself; for more, one search of the page costs less. */
const MANY_NODES = 200;

/**
 * Gathers the texts under the roots, portion by portion, at little more than the cost of walking them.
 * Nearly all hold nothing that the directory knows, so their blocks are never built and nothing is searched here.
 */
export async function gatherTexts(
  roots: readonly ReadRoot[],
  each: (portion: Portion) => void,
  slices: Slices,
): Promise<void> {
  let texts: string[] = [];
  let nodes: Text[] = [];
  let length = 0;
  let total = 0;
  const scopes = new Set(roots.map((root) => root.getRootNode() as Document | ShadowRoot));
  const handOver = () => {
    // Asked now, with nothing between the answer and the message: the reader may have begun to write while we paused.
    const isWritten = writtenIn(scopes, nodes.length);
    const read = nodes.map((node) => !isWritten(node));
    if (read.includes(true))
      each({ texts: texts.filter((_, at) => read[at]), nodes: nodes.filter((_, at) => read[at]) });
    texts = [];
    nodes = [];
    length = 0;
  };
  for (const root of roots) {
    if (slices.isOver()) await slices.next();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    // Functions of their own: engines optimise what is called often, and not the loop of an asynchronous one.
    const gather = (node: Text) => {
      const data = node.data;
      if (data.length < MAYBE_BLANK && data.trim() === "") {
        endsApart(texts);
        return;
      }
      if (data.length > MAYBE_SCRIPT && isUnread(node.parentNode)) return;
      for (let from = 0; from < Math.min(data.length, LONGEST_READ); from += LONGEST_TEXT) {
        texts.push(data.length > LONGEST_TEXT ? data.slice(from, from + LONGEST_TEXT) : data);
        nodes.push(node);
      }
      length += data.length;
      total += data.length;
    };
    const readOn = (): boolean => {
      let count = 1;
      for (let node = walker.nextNode(); node && total < MOST_TEXT; node = walker.nextNode()) {
        gather(node as Text);
        if (length > PORTION || nodes.length >= MOST_PIECES) {
          handOver();
          return true;
        }
        if (++count % 32 === 0 && slices.isOver()) return true;
      }
      return false;
    };
    while (readOn()) await slices.next();
  }
  handOver();
}

/** What stands apart from the next text in the page does so in what is sent. */
function endsApart(texts: string[]): void {
  const last = texts.at(-1);
  if (last !== undefined && last.length < LONGEST_TEXT && !last.endsWith(" ")) texts[texts.length - 1] = `${last} `;
}

/** Tells which nodes the reader may write in, of about so many, as the page is now. */
function writtenIn(scopes: Iterable<Document | ShadowRoot>, count: number): (node: Node) => boolean {
  if (document.designMode === "on") return () => true;
  if (count < MANY_NODES) return ({ parentElement }) => parentElement?.closest(WRITTEN) != null;
  const written = [...scopes].flatMap((scope) => [...scope.querySelectorAll(WRITTEN)]);
  return written.length > 0 ? insideOf(new Set<Node>(written)) : () => false;
}
