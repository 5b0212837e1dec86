import { parentNodeOf, type ReadRoot } from "./page-nodes";
import { createPlaces, isHidden, type Place, placeUnder, unreadUnder } from "./readable";

/** A walk over the elements and text nodes under a root, in document order, that leaves out what is not read. */
export interface ReadableWalk {
  /** The next node; null at the end. */
  readonly next: () => Node | null;
  /** What the element around the last node means for text. */
  readonly place: () => Place;
}

/** What a walk tells on its way. */
export interface WalkEvents {
  /** An element is left out as its own attributes hide text. */
  readonly onHidden: (hider: Element) => void;
  /** The walk ends early, as the page has moved or removed the node that it had come to. */
  readonly onCut: () => void;
}

export function createReadableWalk(root: ReadRoot, { onHidden, onCut }: WalkEvents): ReadableWalk {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const unread = unreadUnder(root);
  const isUnread = (element: Element) => unread.has(element);
  let way = wayBetween(root, root);

  /** Goes up to the element around a node; false where the page has changed so that the node is not under the root any more. */
  const goUpFrom = (node: Node): boolean => {
    const parent = parentNodeOf(node);
    while (way.nodes.length > 0 && way.nodes.at(-1) !== parent) {
      way.nodes.pop();
      way.places.pop();
    }
    if (way.nodes.length === 0 && parent) way = wayBetween(root, parent);
    return way.nodes.length > 0;
  };

  const enter = (element: Element): boolean => {
    const place = placeUnder(element, way.places.at(-1) ?? null, isUnread);
    if (place) {
      way.nodes.push(element);
      way.places.push(place);
    } else if (unread.has(element) && isHidden(element) && /\S/.test(element.textContent ?? "")) {
      onHidden(element);
    }
    return place !== null;
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
        if (!(node instanceof Element) || enter(node)) return node;
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
function wayBetween(root: ReadRoot, node: Node): Way {
  const nodes: Node[] = [];
  for (let at: Node | null = node; at && nodes.at(-1) !== root; at = parentNodeOf(at)) nodes.push(at);
  const placeOf = createPlaces();
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
