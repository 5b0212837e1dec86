import type { KnownBlock, MentionChange } from "./known-block";
import { boxOf, scopeOf } from "./own-dom";
import { type PageMention, readAgain, spansOf } from "./page-mention";
import { createStyleRoot } from "./shadow-styles";
import type { BlockNodes } from "./text-blocks";

/** What the pointer rests on: the mention, and which of its lines is under the pointer. */
export interface Hit {
  readonly mention: PageMention;
  readonly line: number;
}

export interface Marks {
  /** Ends to mark what some blocks mention, and begins with others; of those far from the viewport the nodes are forgotten. */
  readonly change: (change: MentionChange) => void;
  /** Whether text of a mention stands in this very element; where none does, the pointer over it is over no mention. To be asked at each move. */
  readonly holds: (target: EventTarget | null) => boolean;
  /** The mention whose text is under a point of the viewport, or null. Asks for the page's layout. */
  readonly hitTest: (x: number, y: number) => Hit | null;
  /** Draws a ring-like emphasis on one mention, or on none. */
  readonly emphasise: (mention: PageMention | null) => void;
  /** The rectangles of a mention's lines, in viewport pixels; empty when it is not rendered. */
  readonly linesOf: (mention: PageMention) => DOMRect[];
  /** The innermost element around a mention's beginning. */
  readonly elementOf: (mention: PageMention) => Element;
}

/** What styles `::highlight(…)`; neutral, as a page can list the names. Also in marks.css. */
const MARK_NAME = "sq-m";
const EMPHASIS_NAME = "sq-e";

/** Chromium revalidates each registered range on every frame that changes the page: 100 ranges ≈ 2 ms, 5,000 ≈ 100 ms (measured). */
const MOST_REGISTERED = 100;

/** So much of a viewport ahead in both directions, so that marks are there before a scroll brings them into view. */
const AHEAD = 0.5;

/** For each element once observed Chromium keeps a third of a kilobyte. Where more blocks mention something, only some are observed, and the others measured when one of those, or the reader, moves something. */
const MOST_OBSERVED = 200;

/** What can move the blocks that are not observed. */
const MOVES = ["scroll", "resize", "click", "toggle", "transitionend"] as const;

/** Blocks are measured this often at most: in this time nobody scrolls half a viewport and reads. */
const MEASURE_MS = 100;

/** A page may clear highlights; it gets its way after this many re-assertions. */
const MOST_REASSERTIONS = 5;

/** Whether the page took the marks away is looked at with the first of so many moves of the pointer: it takes as long as all else of most. */
const MOVES_A_LOOK = 16;

/** How far beside the glyphs, in pixels, the pointer still counts as on the mention. */
const SLACK_PX = 1;

/**
 * Marks mentions with the CSS Custom Highlight API: the page's DOM stays as it is.
 * `drawn: false` keeps hit-testing without underlines. Ends, and leaves nothing behind, when `signal` aborts.
 */
export function createMarks({ drawn, signal }: { drawn: boolean; signal: AbortSignal }): Marks {
  let blocks: readonly KnownBlock[] = [];
  const observed = new Set<Element>();
  const inView = new Set<Element>();
  let near: readonly KnownBlock[] = [];
  /** What the pointer can be over; made anew after each change. */
  let standing: Standing | null = null;
  const registered = new Map<PageMention, Range>();
  // Kept, as finding it takes longer than to ask it.
  const { highlights } = CSS;
  const highlight = new Highlight();
  const emphasis = new Highlight();
  emphasis.priority = 1;
  const shadowRoots = new Set<ShadowRoot>();
  const styleRoot = createStyleRoot(signal);
  const asserted = new Set<string>();
  let reassertions = 0;
  let crowded = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let moves = 0;

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        if (observed.has(target) && (isIntersecting || isBoxless(target, boundingClientRect))) inView.add(target);
        else inView.delete(target);
      }
      look();
    },
    { rootMargin: `${AHEAD * 100}% 0px` },
  );
  for (const type of MOVES) {
    addEventListener(type, () => (crowded || isSampled()) && lookSoon(), { capture: true, passive: true, signal });
  }
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    highlight.clear();
    emphasis.clear();
    for (const [name, own] of [
      [MARK_NAME, highlight],
      [EMPHASIS_NAME, emphasis],
    ] as const) {
      if (highlights.get(name) === own) highlights.delete(name);
    }
    registered.clear();
    blocks = [];
    near = [];
    standing = null;
  });

  function isSampled(): boolean {
    return blocks.length > MOST_OBSERVED;
  }

  /** Observes all blocks, or some from all parts of the page; those that are observed stay so for as long as they can. */
  function observeSome(added: readonly KnownBlock[]): void {
    const present = new Set(blocks.map(({ element }) => element));
    const isTooMany = isSampled() && observed.size > MOST_OBSERVED / 2;
    let place = 0;
    for (const element of observed) {
      place += 1;
      if (present.has(element) && !(isTooMany && place % 2)) continue;
      observer.unobserve(element);
      observed.delete(element);
      inView.delete(element);
    }
    const few = MOST_OBSERVED / 8;
    const among = isSampled() && observed.size > few ? added : blocks;
    const stride = isSampled() ? Math.ceil(blocks.length / few) : 1;
    for (const { element } of among.filter((_, at) => at % stride === 0)) {
      if (observed.has(element)) continue;
      observed.add(element);
      observer.observe(element);
    }
  }

  function lookSoon(): void {
    timer ??= setTimeout(look, MEASURE_MS);
  }

  /** Looks which blocks are near the viewport, and marks what they mention. */
  function look(): void {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    timer = undefined;
    frame = 0;
    if (signal.aborted) return;
    standing = null;
    near = blocks.filter((block) => {
      const isAround = isNear(block);
      block.nodes = isAround ? (block.nodes ?? nodesOf(block)) : null;
      return isAround;
    });
    registerNear();
  }

  function isNear({ element }: KnownBlock): boolean {
    if (observed.has(element)) return inView.has(element);
    const box = boxOf(element);
    if (isBoxless(element, box)) return true;
    const ahead = innerHeight * AHEAD;
    return box.bottom > -ahead && box.top < innerHeight + ahead && box.right > 0 && box.left < innerWidth;
  }

  function registerNear(): void {
    if (!drawn) return;
    const mentions = near.flatMap((block) => block.mentions);
    crowded = mentions.length > MOST_REGISTERED;
    const wanted = new Set(crowded ? nearest(mentions) : mentions);
    for (const [mention, range] of registered) {
      if (wanted.has(mention)) continue;
      highlight.delete(range);
      registered.delete(mention);
    }
    for (const mention of wanted) {
      if (registered.has(mention)) continue;
      const range = rangeOf(mention);
      if (!range) continue;
      registered.set(mention, range);
      highlight.add(range);
    }
    assertHighlight(MARK_NAME, highlight, registered);
  }

  /** Only for blocks so full of mentions that their visibility does not narrow them down, such as one giant table cell. */
  function nearest(mentions: readonly PageMention[]): PageMention[] {
    const middle = innerHeight / 2;
    return mentions
      .map((mention) => ({
        mention,
        distance: Math.abs((linesOf(mention)[0]?.top ?? Number.POSITIVE_INFINITY) - middle),
      }))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, MOST_REGISTERED)
      .map(({ mention }) => mention);
  }

  /** Puts a highlight under its name, again when the page took it away or emptied it, a few times; then gives up quietly. */
  function assertHighlight(name: string, own: Highlight, wanted: ReadonlyMap<PageMention, Range>): void {
    if (wanted.size === 0 || (own.size === wanted.size && highlights.get(name) === own)) return;
    if (asserted.has(name)) reassertions += 1;
    asserted.add(name);
    if (reassertions > MOST_REASSERTIONS) return;
    for (const range of wanted.values()) own.add(range);
    highlights.set(name, own);
  }

  /** By the range that is registered, where one is: it follows its text, and ends with it. */
  function linesOf(mention: PageMention): DOMRect[] {
    const range = registered.get(mention) ?? rangeOf(mention);
    return range ? [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0) : [];
  }

  return {
    change({ added, removed }) {
      for (const mention of removed.flatMap(({ mentions }) => mentions)) {
        const range = registered.get(mention);
        if (range) highlight.delete(range);
        registered.delete(mention);
      }
      const gone = new Set(removed);
      const stays = (block: KnownBlock) => !gone.has(block);
      blocks = blocks.filter(stays).concat(added);
      near = near.filter(stays);
      standing = null;
      for (const block of added) {
        // Of the text, as what stands right in a shadow root has its host for a block.
        const root = scopeOf(block.first ?? block.element);
        if (!(root instanceof ShadowRoot)) continue;
        shadowRoots.add(root);
        if (drawn) styleRoot(root);
      }
      // Of those that it begins to observe the observer tells by itself.
      const isTold = added.every(({ element }) => !observed.has(element));
      observeSome(added);
      if (isSampled()) frame ||= requestAnimationFrame(look);
      else if (!isTold) look();
    },
    holds(target) {
      if (moves % MOVES_A_LOOK === 0) assertHighlight(MARK_NAME, highlight, registered);
      moves += 1;
      standing ??= standingIn(near);
      return standing.holders.has(target);
    },
    hitTest(x, y) {
      if (near.length === 0) return null;
      standing ??= standingIn(near);
      const caret = document.caretPositionFromPoint(
        x,
        y,
        shadowRoots.size > 0 ? { shadowRoots: [...shadowRoots] } : undefined,
      );
      if (!(caret?.offsetNode instanceof Text)) return null;
      for (const mention of standing.byNode.get(caret.offsetNode) ?? []) {
        const line = linesOf(mention).findIndex((rect) => contains(rect, x, y));
        if (line >= 0) return { mention, line };
      }
      return null;
    },
    emphasise(mention) {
      emphasis.clear();
      const range = mention && rangeOf(mention);
      if (!range) return;
      emphasis.add(range);
      assertHighlight(EMPHASIS_NAME, emphasis, new Map([[mention, range]]));
    },
    linesOf,
    elementOf: (mention) => spansOf(mention)[0]?.node.parentElement ?? mention.block.element,
  };
}

function nodesOf(block: KnownBlock): BlockNodes | null {
  const read = readAgain(block);
  return read && { nodes: read.nodes, offsets: read.offsets };
}

/** Whether a block has no box of its own and its text is rendered all the same, of which no observer of visibility tells. */
function isBoxless(element: Element, { width, height }: DOMRectReadOnly): boolean {
  return width === 0 && height === 0 && getComputedStyle(element).display === "contents";
}

/** Where the mentions of some blocks stand. */
interface Standing {
  readonly byNode: ReadonlyMap<Text, readonly PageMention[]>;
  /** The elements that hold these nodes. */
  readonly holders: ReadonlySet<EventTarget | null>;
}

function standingIn(blocks: readonly KnownBlock[]): Standing {
  const byNode = new Map<Text, PageMention[]>();
  for (const mention of blocks.flatMap(({ mentions }) => mentions)) {
    for (const { node } of spansOf(mention)) {
      const others = byNode.get(node);
      if (others) others.push(mention);
      else byNode.set(node, [mention]);
    }
  }
  return { byNode, holders: new Set([...byNode.keys()].map(holderOf)) };
}

/** The element that is told to hold a text: for what stands right in a shadow root, its host. */
function holderOf({ parentNode }: Text): Node | null {
  return parentNode instanceof ShadowRoot ? parentNode.host : parentNode;
}

/** null once a framework has replaced or shortened the text that the mention stood in. */
function rangeOf(mention: PageMention): Range | null {
  const spans = spansOf(mention);
  const first = spans[0];
  const last = spans.at(-1);
  if (!first?.node.isConnected || !last?.node.isConnected) return null;
  if (first.end > first.node.length || last.end > last.node.length) return null;
  const range = document.createRange();
  range.setStart(first.node, first.start);
  range.setEnd(last.node, last.end);
  return range;
}

function contains({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left - SLACK_PX && x <= right + SLACK_PX && y >= top - SLACK_PX && y <= bottom + SLACK_PX;
}
