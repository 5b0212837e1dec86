import { type PageMention, spansOf } from "../page/page-mention";
import { parentOrHostOf } from "../page/page-nodes";
import { isClear, isOverlay, stackAt } from "./stack";

/** A point of the viewport, CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the pointer rests on: the mention, and which of its lines is under the pointer. */
export interface Hit {
  readonly mention: PageMention;
  readonly line: number;
}

/** Where some mentions stand. */
export interface StandingMentions {
  /** The mentions that touch a text node. */
  readonly in: (node: Node | null | undefined) => readonly PageMention[];
  /** The mentions that have text right in an element. */
  readonly heldBy: (element: Element) => readonly PageMention[];
  /** Whether text of a mention stands in this very element. */
  readonly isHolder: (target: EventTarget | null) => boolean;
  /** Whether an element is placed over others, so that a mention may be seen through it. */
  readonly isOverlay: (target: EventTarget | null) => boolean;
}

/** How far beside the glyphs, in pixels, the pointer still counts as on the mention. */
const SLACK_PX = 1;

export function standingMentions(mentions: readonly PageMention[]): StandingMentions {
  const byNode = new Map<Node, PageMention[]>();
  const byHolder = new Map<EventTarget, PageMention[]>();
  const overlays = new Map<EventTarget, boolean>();
  for (const mention of mentions) {
    for (const { node } of spansOf(mention)) {
      addTo(byNode, node, mention);
      const holder = parentOrHostOf(node);
      if (holder) addTo(byHolder, holder, mention);
    }
  }
  return {
    in: (node) => (node && byNode.get(node)) ?? [],
    heldBy: (element) => byHolder.get(element) ?? [],
    isHolder: (target) => target !== null && byHolder.has(target),
    isOverlay(target) {
      if (!(target instanceof Element) || byHolder.size === 0) return false;
      // Asked once for each element, as a pointer crosses the same ones again and again.
      const known = overlays.get(target) ?? isOverlay(target);
      overlays.set(target, known);
      return known;
    },
  };
}

function addTo<K>(map: Map<K, PageMention[]>, key: K, mention: PageMention): void {
  const others = map.get(key);
  if (others) others.push(mention);
  else map.set(key, [mention]);
}

/**
 * The mention under a point of the viewport; `linesOf` gives a mention's rectangles. By the caret's position there,
 * which is quick, and else by what stands under a link that is spread over the text, or in text that is selected whole.
 */
export function hitTest(
  point: Point,
  standing: StandingMentions,
  shadowRoots: ReadonlySet<ShadowRoot>,
  linesOf: (mention: PageMention) => readonly DOMRect[],
): Hit | null {
  const text = textAt(point, shadowRoots);
  const found = hitIn(standing.in(text), point, linesOf);
  // Beside a spread link's own text the caret is in that link.
  if (found || (text && !standing.isOverlay(parentOrHostOf(text)))) return found;
  for (const element of stackAt(point, shadowRoots)) {
    const hit = hitIn(standing.heldBy(element), point, linesOf);
    if (hit) return hit;
    if (!isClear(element)) return null;
  }
  return null;
}

/** The text node under a point, or nearest to it in the element there. */
export function textAt({ x, y }: Point, shadowRoots: ReadonlySet<ShadowRoot>): Text | null {
  const at = document.caretPositionFromPoint(x, y, { shadowRoots: [...shadowRoots] })?.offsetNode;
  return at instanceof Text ? at : null;
}

function hitIn(
  mentions: readonly PageMention[],
  point: Point,
  linesOf: (mention: PageMention) => readonly DOMRect[],
): Hit | null {
  for (const mention of mentions) {
    const line = linesOf(mention).findIndex((rect) => isIn(rect, point));
    if (line >= 0) return { mention, line };
  }
  return null;
}

function isIn({ left, right, top, bottom }: DOMRect, { x, y }: Point): boolean {
  return x >= left - SLACK_PX && x <= right + SLACK_PX && y >= top - SLACK_PX && y <= bottom + SLACK_PX;
}
