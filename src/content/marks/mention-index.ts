import { type PageMention, spansOf } from "../page/page-mention";
import { parentOrHostOf } from "../page/page-nodes";
import { isOverlay } from "./elements-at-point";

/** Finds mentions by the text node or the element that they are in. */
export interface MentionIndex {
  readonly inText: (node: Node | null | undefined) => readonly PageMention[];
  /** The mentions whose text is directly in the element, not in a descendant. */
  readonly inElement: (element: Element) => readonly PageMention[];
  /**
   * Whether the pointer over this element may be over a mention: one is directly in it, or may be under it. Fast enough
   * for each move of the pointer.
   */
  readonly mayBeAt: (target: EventTarget | null) => boolean;
  /** Whether an element is positioned over others, so that there may be a mention under it. */
  readonly isOverlay: (target: EventTarget) => boolean;
}

/** Use it only while these are the mentions near the viewport: what it has found out about elements is kept. */
export function createMentionIndex(mentions: readonly PageMention[]): MentionIndex {
  const byNode = new Map<Node, PageMention[]>();
  const byElement = new Map<EventTarget, PageMention[]>();
  const overlays = new Map<EventTarget, boolean>();
  for (const mention of mentions) {
    for (const { node } of spansOf(mention)) {
      addTo(byNode, node, mention);
      const element = parentOrHostOf(node);
      if (element) addTo(byElement, element, mention);
    }
  }

  // A pointer crosses the same elements again and again, so the answer for each is kept.
  function isOverlayHere(target: EventTarget): boolean {
    if (!(target instanceof Element) || byElement.size === 0) return false;
    const answer = overlays.get(target) ?? isOverlay(target);
    overlays.set(target, answer);
    return answer;
  }

  return {
    inText: (node) => (node && byNode.get(node)) ?? [],
    inElement: (element) => byElement.get(element) ?? [],
    mayBeAt: (target) => target !== null && (byElement.has(target) || isOverlayHere(target)),
    isOverlay: isOverlayHere,
  };
}

function addTo<K>(map: Map<K, PageMention[]>, key: K, mention: PageMention): void {
  const others = map.get(key);
  if (others) others.push(mention);
  else map.set(key, [mention]);
}
