import { scopeOf } from "./own-dom";
import type { PageMention } from "./page-mention";
import { createStyleRoot } from "./shadow-styles";

/** What the pointer rests on: the mention, and the rectangle of the line under the pointer, in viewport pixels. */
export interface Hit {
  readonly mention: PageMention;
  readonly line: DOMRect;
}

export interface Marks {
  /** Starts to mark mentions; those far from the viewport are only remembered. */
  readonly add: (mentions: readonly PageMention[]) => void;
  readonly remove: (mentions: readonly PageMention[]) => void;
  /** Whether text of a mention stands in this very element; where none does, the pointer over it is over no mention. To be asked at each move. */
  readonly holds: (target: EventTarget | null) => boolean;
  /** The mention whose text is under a point of the viewport, or null. Asks for the page's layout. */
  readonly hitTest: (x: number, y: number) => Hit | null;
  /** Draws a ring-like emphasis on one mention, or on none. */
  readonly emphasise: (mention: PageMention | null) => void;
  /** The rectangles of a mention's lines, in viewport pixels; empty when it is not rendered. */
  readonly linesOf: (mention: PageMention) => DOMRect[];
}

/** What styles `::highlight(…)`; neutral, as a page can list the names. Also in marks.css. */
const MARK_NAME = "sq-m";
const EMPHASIS_NAME = "sq-e";

/** Chromium revalidates each registered range on every frame that changes the page: 100 ranges ≈ 2 ms, 5,000 ≈ 100 ms (measured). */
const MOST_REGISTERED = 100;

/** Half a viewport ahead in both directions, so that marks are there before a scroll brings them into view. */
const NEAR_VIEWPORT = "50% 0px";

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
  const byNode = new Map<Text, readonly PageMention[]>();
  const byBlock = new Map<Element, readonly PageMention[]>();
  /** The elements that hold a mention's text, of those that the pointer can be over; made anew after each change. */
  let holders: Set<EventTarget | null> | null = null;
  const nearBlocks = new Set<Element>();
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
  let frame = 0;
  let moves = 0;

  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const { target, isIntersecting } = entry;
        if (byBlock.has(target) && (isIntersecting || isBoxless(entry))) nearBlocks.add(target);
        else nearBlocks.delete(target);
      }
      holders = null;
      registerNear();
    },
    { rootMargin: NEAR_VIEWPORT },
  );
  if (drawn) {
    addEventListener("scroll", () => crowded && registerOnNextFrame(), { capture: true, passive: true, signal });
  }
  signal.addEventListener("abort", () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
    highlight.clear();
    emphasis.clear();
    for (const [name, own] of [
      [MARK_NAME, highlight],
      [EMPHASIS_NAME, emphasis],
    ] as const) {
      if (highlights.get(name) === own) highlights.delete(name);
    }
    for (const map of [byNode, byBlock, registered]) map.clear();
  });

  function nearMentions(): PageMention[] {
    return Array.from(nearBlocks, (block) => byBlock.get(block) ?? []).flat();
  }

  function registerOnNextFrame(): void {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(registerNear);
  }

  function registerNear(): void {
    if (!drawn || signal.aborted) return;
    const near = nearMentions();
    crowded = near.length > MOST_REGISTERED;
    const wanted = new Set(crowded ? nearest(near) : near);
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

  return {
    add(mentions) {
      holders = null;
      for (const { block, spans } of mentions) {
        if (!byBlock.has(block)) observer.observe(block);
        // Of the text, as what stands right in a shadow root has its host for a block.
        const root = scopeOf(spans[0]?.node ?? block);
        if (!(root instanceof ShadowRoot)) continue;
        shadowRoots.add(root);
        if (drawn) styleRoot(root);
      }
      addTo(byNode, mentions, nodesOf);
      addTo(byBlock, mentions, blockOf);
      if (mentions.some(({ block }) => nearBlocks.has(block))) registerOnNextFrame();
    },
    remove(mentions) {
      holders = null;
      removeFrom(byNode, mentions, nodesOf);
      removeFrom(byBlock, mentions, blockOf);
      for (const mention of mentions) {
        if (!byBlock.has(mention.block)) {
          nearBlocks.delete(mention.block);
          observer.unobserve(mention.block);
        }
        const range = registered.get(mention);
        if (range) highlight.delete(range);
        registered.delete(mention);
      }
    },
    holds(target) {
      if (moves % MOVES_A_LOOK === 0) assertHighlight(MARK_NAME, highlight, registered);
      moves += 1;
      holders ??= new Set(nearMentions().flatMap(nodesOf).map(holderOf));
      return holders.has(target);
    },
    hitTest(x, y) {
      if (byNode.size === 0) return null;
      const caret = document.caretPositionFromPoint(
        x,
        y,
        shadowRoots.size > 0 ? { shadowRoots: [...shadowRoots] } : undefined,
      );
      if (!(caret?.offsetNode instanceof Text)) return null;
      for (const mention of byNode.get(caret.offsetNode) ?? []) {
        const line = linesOf(mention).find((rect) => contains(rect, x, y));
        if (line) return { mention, line };
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
  };
}

/** Whether a block has no box of its own and its text is rendered all the same, of which no observer of visibility tells. */
function isBoxless({ target, boundingClientRect: { width, height } }: IntersectionObserverEntry): boolean {
  return width === 0 && height === 0 && getComputedStyle(target).display === "contents";
}

/** The element that is told to hold a text: for what stands right in a shadow root, its host. */
function holderOf({ parentNode }: Text): Node | null {
  return parentNode instanceof ShadowRoot ? parentNode.host : parentNode;
}

function nodesOf({ spans }: PageMention): Text[] {
  return spans.map(({ node }) => node);
}

function blockOf({ block }: PageMention): [Element] {
  return [block];
}

/** Lists that are made anew: most are of one, and arrays that grow, or sets, would take three times the memory. */
function addTo<K>(
  lists: Map<K, readonly PageMention[]>,
  added: readonly PageMention[],
  keysOf: (mention: PageMention) => readonly K[],
): void {
  const fresh = new Map<K, PageMention[]>();
  for (const mention of added) {
    for (const key of keysOf(mention)) {
      const others = fresh.get(key);
      if (others) others.push(mention);
      else fresh.set(key, [mention]);
    }
  }
  for (const [key, mentions] of fresh) lists.set(key, (lists.get(key) ?? []).concat(mentions));
}

function removeFrom<K>(
  lists: Map<K, readonly PageMention[]>,
  removed: readonly PageMention[],
  keysOf: (mention: PageMention) => readonly K[],
): void {
  const gone = new Set(removed);
  for (const key of new Set(removed.flatMap(keysOf))) {
    const left = lists.get(key)?.filter((mention) => !gone.has(mention)) ?? [];
    if (left.length > 0) lists.set(key, left);
    else lists.delete(key);
  }
}

function linesOf(mention: PageMention): DOMRect[] {
  const range = rangeOf(mention);
  return range ? [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0) : [];
}

/** null once a framework has replaced or shortened the text that the mention stood in. */
function rangeOf({ spans }: PageMention): Range | null {
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
