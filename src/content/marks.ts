import { type KnownBlock, type MentionChange, mentionsOf } from "./known-block";
import { boxOf, isLaidOut, parentElementOf, parentNodeOf, scopeOf } from "./own-dom";
import { firstNodeOf, type MentionBlock, NOWHERE, type PageMention, readAgain, spansOf } from "./page-mention";
import { createStyleRoot } from "./shadow-styles";
import { type BlockNodes, createPlaces, FEW_LEVELS } from "./text-blocks";

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

/** For each element once observed Chromium keeps a third of a kilobyte. Where more blocks mention something, only some are observed, and the others measured when one of those moves, or something else may have moved them. */
const MOST_OBSERVED = 200;
const FEW_OBSERVED = 25;

/** What can move the blocks that are not observed. */
const MOVES = ["scroll", "click", "transitionend"] as const;

/** Between two looks at blocks that are measured: in this time nobody scrolls half a viewport and reads. */
const MEASURE_MS = 100;

/** And as a multiple of the time that the last one took: a hundredth of the processor; but marks come. */
const REST_FACTOR = 100;
const MOST_REST_MS = 500;

/** A page may clear highlights; it gets its way after this many re-assertions. */
const MOST_REASSERTIONS = 5;

/** Whether the page took the marks away is looked at with the first of so many moves of the pointer: it takes as long as all else of most. */
const MOVES_A_LOOK = 16;

/** How far beside the glyphs, in pixels, the pointer still counts as on the mention. */
const SLACK_PX = 1;

interface MarksDeps {
  readonly drawn: boolean;
  readonly signal: AbortSignal;
  /** Told of blocks that are not found any more as they were. */
  readonly suspect: (blocks: readonly KnownBlock[]) => void;
}

/**
 * Marks mentions with the CSS Custom Highlight API: the page's DOM stays as it is.
 * `drawn: false` keeps hit-testing without underlines. Ends, and leaves nothing behind, when `signal` aborts.
 */
export function createMarks({ drawn, signal, suspect }: MarksDeps): Marks {
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
  let lookAgainAt = 0;
  let moves = 0;

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (observed.has(target) && (isIntersecting || isBoxless(target))) inView.add(target);
        else inView.delete(target);
      }
      lookSoon();
    },
    { rootMargin: `${AHEAD * 100}% 0px` },
  );
  for (const type of MOVES) {
    addEventListener(type, () => isMuch() && lookSoon(), { capture: true, passive: true, signal });
  }
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
    highlight.clear();
    emphasis.clear();
    for (const [name, own] of [
      [MARK_NAME, highlight],
      [EMPHASIS_NAME, emphasis],
    ] as const) {
      if (highlights.get(name) === own) highlights.delete(name);
    }
    near = [];
  });

  function isSampled(): boolean {
    return blocks.length > MOST_OBSERVED;
  }

  function isMuch(): boolean {
    return crowded || isSampled();
  }

  /** Observes all blocks, or some from all parts of the page. */
  function observeSome(): void {
    for (const element of observed) {
      if (blocks.some((block) => block.element === element)) continue;
      observer.unobserve(element);
      observed.delete(element);
      inView.delete(element);
    }
    if (isSampled() && observed.size >= FEW_OBSERVED) return;
    const stride = isSampled() ? Math.ceil(blocks.length / FEW_OBSERVED) : 1;
    const around = new Set(near.map(({ element }) => element));
    for (let at = 0; at < blocks.length; at += stride) {
      const element = blocks[at]?.element;
      if (!element || observed.has(element)) continue;
      observed.add(element);
      // Until the observer has told.
      if (around.has(element)) inView.add(element);
      observer.observe(element);
    }
  }

  function whatStands(): Standing {
    standing ??= standingIn(near);
    return standing;
  }

  /** At once where the observer knows all; where much is to be measured, not too often. */
  function lookSoon(): void {
    if (!isMuch()) look();
    else timer ??= setTimeout(look, Math.max(0, lookAgainAt - performance.now()));
  }

  /** Looks which blocks are near the viewport, and marks what they mention. */
  function look(): void {
    clearTimeout(timer);
    timer = undefined;
    if (signal.aborted) return;
    const began = performance.now();
    const placeOf = createPlaces();
    standing = null;
    near = blocks.filter((block) => {
      const isAround = isNear(block);
      block.nodes = isAround ? (block.nodes ?? readAgain(block, placeOf)) : null;
      return isAround;
    });
    registerNear();
    const lost = near.filter(({ nodes }) => !nodes);
    if (lost.length > 0) suspect(lost);
    const ended = performance.now();
    lookAgainAt = ended + Math.min(MOST_REST_MS, Math.max(MEASURE_MS, (ended - began) * REST_FACTOR));
  }

  function isNear({ element }: KnownBlock): boolean {
    if (observed.has(element)) return inView.has(element);
    if (!isLaidOut(element)) return isBoxless(element);
    const { top, bottom, left, right } = boxOf(element);
    const ahead = innerHeight * AHEAD;
    return bottom > -ahead && top < innerHeight + ahead && right > 0 && left < innerWidth;
  }

  function registerNear(): void {
    if (!drawn) return;
    const mentions = near.flatMap(mentionsOf);
    crowded = mentions.length > MOST_REGISTERED;
    const wanted = new Set(crowded ? nearest(mentions) : mentions);
    for (const [mention, range] of registered) {
      if (wanted.has(mention)) continue;
      highlight.delete(range);
      registered.delete(mention);
    }
    for (const mention of wanted) {
      const before = registered.get(mention);
      if (before && !before.collapsed) continue;
      if (before) highlight.delete(before);
      registered.delete(mention);
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
        // What is not rendered is beyond all pages.
        distance: Math.abs((linesOf(mention)[0]?.top ?? 1e9) - middle),
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

  /** By the range that is registered, where one is: it follows its text, and collapses where that goes. */
  function linesOf(mention: PageMention): DOMRect[] {
    const own = registered.get(mention);
    const range = own && !own.collapsed ? own : rangeOf(mention);
    return range ? Array.from(range.getClientRects()).filter(({ width, height }) => width > 0 && height > 0) : [];
  }

  return {
    change({ added, removed }) {
      for (const mention of removed.flatMap(mentionsOf)) {
        const range = registered.get(mention);
        if (range) highlight.delete(range);
        registered.delete(mention);
      }
      const gone = new Set(removed);
      const stays = (block: KnownBlock) => !gone.has(block);
      blocks = blocks.filter(stays).concat(added);
      // What comes in the place of something near is near.
      const around = new Set(near.map(({ element }) => element));
      near = near.filter(stays).concat(added.filter(({ element }) => around.has(element)));
      standing = null;
      for (const block of added) {
        // Of the text, as what stands right in a shadow root has its host for a block.
        const root = scopeOf(block.first ?? block.element);
        if (!(root instanceof ShadowRoot) || shadowRoots.has(root)) continue;
        shadowRoots.add(root);
        if (drawn) styleRoot(root);
      }
      observeSome();
      if (isMuch()) registerNear();
      // Of those that it has just begun to observe the observer tells by itself.
      lookSoon();
    },
    holds(target) {
      if (moves % MOVES_A_LOOK === 0) assertHighlight(MARK_NAME, highlight, registered);
      moves += 1;
      return whatStands().holders.has(target);
    },
    hitTest(x, y) {
      if (near.length === 0) return null;
      const at = document.caretPositionFromPoint(x, y, { shadowRoots: [...shadowRoots] })?.offsetNode;
      // An engine compiles a third of what it makes of a loop over them, for each tab in which many hovers happen.
      let line = -1;
      const isThere = (mention: PageMention) => {
        line = linesOf(mention).findIndex((rect) => contains(rect, x, y));
        return line >= 0;
      };
      const mention = whatStands().byNode.get(at)?.find(isThere);
      return mention ? { mention, line } : null;
    },
    emphasise(mention) {
      emphasis.clear();
      const range = mention && rangeOf(mention);
      if (!range) return;
      emphasis.add(range);
      assertHighlight(EMPHASIS_NAME, emphasis, new Map([[mention, range]]));
    },
    linesOf,
    elementOf: (mention) => firstNodeOf(mention, nodesNow(mention.block))?.parentElement ?? mention.block.element,
  };
}

/** The last block that was found again: what asks for one mention of a far block asks for the others, too, and all of it in one go. */
let found: { readonly block: MentionBlock; readonly nodes: BlockNodes } | null = null;

function nodesNow(block: MentionBlock): BlockNodes {
  if (block.nodes) return block.nodes;
  if (found?.block !== block) {
    found = { block, nodes: readAgain(block) ?? NOWHERE };
    queueMicrotask(() => {
      found = null;
    });
  }
  return found.nodes;
}

/** Whether an element has no box of its own and its text is rendered all the same, of which no observer of visibility tells. The style of what is far from anything rendered is not asked for, as a browser then goes up to the root for it. */
function isBoxless(element: Element, level = 0): boolean {
  const around = holderOf(element);
  if (!around || level > FEW_LEVELS || !(isLaidOut(around) || isBoxless(around, level + 1))) return false;
  return getComputedStyle(element).display === "contents";
}

/** Where the mentions of some blocks stand. */
interface Standing {
  readonly byNode: ReadonlyMap<Node | undefined, readonly PageMention[]>;
  /** The elements that hold these nodes. */
  readonly holders: ReadonlySet<EventTarget | null>;
}

function standingIn(blocks: readonly KnownBlock[]): Standing {
  const byNode = new Map<Text, PageMention[]>();
  for (const mention of blocks.flatMap(mentionsOf)) {
    for (const { node } of spansOf(mention, nodesNow(mention.block))) {
      const others = byNode.get(node);
      if (others) others.push(mention);
      else byNode.set(node, [mention]);
    }
  }
  return { byNode, holders: new Set([...byNode.keys()].map(holderOf)) };
}

/** The element that holds a node; for what stands right in a shadow root, its host. */
function holderOf(node: Node): Element | null {
  const parent = parentNodeOf(node);
  return parent instanceof ShadowRoot ? parent.host : parentElementOf(node);
}

/** null once a framework has replaced or shortened the text that the mention stood in. */
function rangeOf(mention: PageMention): Range | null {
  const spans = spansOf(mention, nodesNow(mention.block));
  const first = spans[0];
  const last = spans.at(-1);
  if (!first?.node.isConnected || !last?.node.isConnected) return null;
  if (first.end > first.node.length || last.end > last.node.length) return null;
  const range = new Range();
  range.setStart(first.node, first.start);
  range.setEnd(last.node, last.end);
  return range;
}

function contains({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left - SLACK_PX && x <= right + SLACK_PX && y >= top - SLACK_PX && y <= bottom + SLACK_PX;
}
