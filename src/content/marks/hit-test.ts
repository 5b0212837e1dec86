import { type PageMention, spansOf } from "../page/page-mention";
import { holderOf } from "../page/page-nodes";

/** What the pointer rests on: the mention, and which of its lines is under the pointer. */
export interface Hit {
  readonly mention: PageMention;
  readonly line: number;
}

/** Where some mentions stand. */
export interface StandingMentions {
  /** The mentions that touch a text node. */
  readonly in: (node: Node | null | undefined) => readonly PageMention[];
  /** Whether text of a mention stands in this very element. */
  readonly isHolder: (target: EventTarget | null) => boolean;
}

/** How far beside the glyphs, in pixels, the pointer still counts as on the mention. */
const SLACK_PX = 1;

export function standingMentions(mentions: readonly PageMention[]): StandingMentions {
  const byNode = new Map<Node, PageMention[]>();
  for (const mention of mentions) {
    for (const { node } of spansOf(mention)) {
      const others = byNode.get(node);
      if (others) others.push(mention);
      else byNode.set(node, [mention]);
    }
  }
  const holders = new Set<EventTarget | null>([...byNode.keys()].map(holderOf));
  return {
    in: (node) => (node && byNode.get(node)) ?? [],
    isHolder: (target) => target !== null && holders.has(target),
  };
}

/** The mention under a point of the viewport, by the caret's position there; `linesOf` gives a mention's rectangles. */
export function hitTest(
  point: { readonly x: number; readonly y: number },
  standing: StandingMentions,
  shadowRoots: Iterable<ShadowRoot>,
  linesOf: (mention: PageMention) => readonly DOMRect[],
): Hit | null {
  const at = document.caretPositionFromPoint(point.x, point.y, { shadowRoots: [...shadowRoots] })?.offsetNode;
  for (const mention of standing.in(at)) {
    const line = linesOf(mention).findIndex((rect) => isIn(rect, point));
    if (line >= 0) return { mention, line };
  }
  return null;
}

function isIn({ left, right, top, bottom }: DOMRect, { x, y }: { readonly x: number; readonly y: number }): boolean {
  return x >= left - SLACK_PX && x <= right + SLACK_PX && y >= top - SLACK_PX && y <= bottom + SLACK_PX;
}
