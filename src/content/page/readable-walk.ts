import { hasBox, holderOf, parentNodeOf, type ReadRoot } from "./page-nodes";
import { createPlaces, hiderOf, leftOutUnder, type Place, placeUnder } from "./readable";

/** A walk over the elements and text nodes under a root, in document order, that leaves out what is not read. */
export interface ReadableWalk {
  /** The next node; null at the end. */
  readonly next: () => Node | null;
  /** What the element around the last node means for text. */
  readonly place: () => Place;
}

/** What a walk leaves out beside what it finds itself, and what it tells on its way. */
export interface WalkOptions {
  readonly leftOut?: Iterable<Element>;
  /** Text is left out as this element hides it. */
  readonly onHidden: (hider: Element) => void;
  /** The walk ends early, as the page has moved or removed the node that it had come to. */
  readonly onCut: () => void;
}

export function createReadableWalk(root: ReadRoot, { leftOut = [], onHidden, onCut }: WalkOptions): ReadableWalk {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const unread = new Set([...leftOutUnder(root), ...leftOut]);
  const isUnread = (element: Element) => unread.has(element);
  let way = wayBetween(root, root, unread);
  /** The last element around text that is known to be shown. */
  let shown: Element | null = null;

  /** Goes up to the element around a node; false where the page has changed so that the node is not under the root any more. */
  const goUpFrom = (node: Node): boolean => {
    const parent = parentNodeOf(node);
    while (way.nodes.length > 0 && way.nodes.at(-1) !== parent) {
      way.nodes.pop();
      way.places.pop();
    }
    if (way.nodes.length === 0 && parent) way = wayBetween(root, parent, unread);
    return way.nodes.length > 0;
  };

  const enter = (element: Element): boolean => {
    const place = placeUnder(element, way.places.at(-1) ?? null, isUnread);
    if (place) {
      way.nodes.push(element);
      way.places.push(place);
    }
    return place !== null;
  };

  /** Whether text may be read; where an element hides it, that element is passed over as a whole. */
  const isVisible = (text: Text): boolean => {
    const holder = holderOf(text);
    if (holder === shown || !holder || !/\S/.test(text.data)) return true;
    const hider = hiderOf(holder);
    if (!hider) shown = holder;
    else {
      onHidden(hider);
      // An element without a box has nothing in it that is shown; one that is merely invisible may.
      if (!hasBox(hider)) walker.currentNode = way.nodes.includes(hider) ? hider : root;
    }
    return !hider;
  };

  return {
    next() {
      if (way.nodes.length === 0) return null;
      let node = walker.nextNode();
      while (node) {
        if (!goUpFrom(node)) {
          onCut();
          return null;
        }
        if (node instanceof Text ? isVisible(node) : enter(node as Element)) return node;
        node = nextOutside(walker);
      }
      return null;
    },
    place: () => way.places.at(-1) as Place,
  };
}

/** The elements from the root down to one, and what each means for text. */
interface Way {
  readonly nodes: Node[];
  readonly places: Place[];
}

/** Empty where the node does not stand under the root, or is not read. */
function wayBetween(root: ReadRoot, node: Node, unread: ReadonlySet<Element>): Way {
  const nodes: Node[] = [];
  for (let at: Node | null = node; at && nodes.at(-1) !== root; at = parentNodeOf(at)) nodes.push(at);
  const placeOf = createPlaces(unread);
  const places = nodes.reverse().flatMap((at) => placeOf(at instanceof ShadowRoot ? at.host : (at as Element)) ?? []);
  return nodes[0] === root && places.length === nodes.length ? { nodes, places } : { nodes: [], places: [] };
}

/** The next node that does not stand in the current one. */
function nextOutside(walker: TreeWalker): Node | null {
  for (;;) {
    const sibling = walker.nextSibling();
    if (sibling) return sibling;
    if (!walker.parentNode()) return null;
  }
}
