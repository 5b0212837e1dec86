import { type PageMention, spansOf } from "../page/page-mention";
import { parentOrHostOf } from "../page/page-nodes";
import { isOverlay } from "./elements-at-point";

/** How far up the element that gets the pointer's events over a text is searched for; real pages need fewer levels. */
const MOST_LEVELS = 10;

/** Finds mentions by the text node or the element that they are in. */
export interface MentionIndex {
  readonly inText: (node: Node | null | undefined) => readonly PageMention[];
  /**
   * The mentions whose text is directly in the element, not in a descendant; and those whose text lets the pointer
   * through to it.
   */
  readonly inElement: (element: Element) => readonly PageMention[];
  /**
   * Whether the pointer over this element may be over a mention: one is directly in it, or may be under it. Fast enough
   * for each move of the pointer.
   */
  readonly mayBeAt: (target: EventTarget | null) => boolean;
  /** Whether an element is positioned over others, so that there may be a mention under it. */
  readonly isOverlay: (target: EventTarget) => boolean;
  /** Whether some mention's text lets the pointer through to an element around it (`pointer-events: none`). */
  readonly hasClickThroughText: boolean;
}

/** Use it only while these are the mentions near the viewport: what it has found out about elements is kept. */
export function createMentionIndex(mentions: readonly PageMention[]): MentionIndex {
  const byNode = new Map<Node, PageMention[]>();
  const byElement = new Map<EventTarget, PageMention[]>();
  const overlays = new Map<EventTarget, boolean>();
  let hasClickThroughText = false;
  for (const mention of mentions) {
    for (const { node } of spansOf(mention)) {
      addTo(byNode, node, mention);
      const element = parentOrHostOf(node);
      if (!element) continue;
      addTo(byElement, element, mention);
      const pointed = pointerTargetOf(element);
      if (!pointed || pointed === element) continue;
      addTo(byElement, pointed, mention);
      hasClickThroughText = true;
    }
  }

  // A pointer crosses the same elements again and again, so the answer for each is kept.
  function isKnownOverlay(target: EventTarget): boolean {
    if (!(target instanceof Element) || byElement.size === 0) return false;
    const answer = overlays.get(target) ?? isOverlay(target);
    overlays.set(target, answer);
    return answer;
  }

  return {
    inText: (node) => (node && byNode.get(node)) ?? [],
    inElement: (element) => byElement.get(element) ?? [],
    mayBeAt: (target) => target !== null && (byElement.has(target) || isKnownOverlay(target)),
    isOverlay: isKnownOverlay,
    hasClickThroughText,
  };
}

/**
 * The element that gets the pointer's events over another one: itself or, with `pointer-events: none`, one around it.
 * Null if that is far away.
 */
function pointerTargetOf(element: Element): Element | null {
  let pointed: Element | null = element;
  for (let level = 0; pointed && level < MOST_LEVELS; level += 1) {
    if (getComputedStyle(pointed).pointerEvents !== "none") return pointed;
    pointed = parentOrHostOf(pointed);
  }
  return null;
}

function addTo<K>(map: Map<K, PageMention[]>, key: K, mention: PageMention): void {
  const others = map.get(key);
  if (others) others.push(mention);
  else map.set(key, [mention]);
}
