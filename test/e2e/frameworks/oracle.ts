/**
 * Stands in a page and compares, frame by frame, what the reader sees of us with the page's visible words. It knows
 * nothing of how marks and card are made: it reads the highlight registry, the open popover and the text.
 */

/** The company words that the pages use, and the ticker that a card must name over each. */
export const TICKER_OF: Readonly<Record<string, string>> = {
  Nvidia: "NVDA",
  Walmart: "WMT",
  Microsoft: "MSFT",
  Netflix: "NFLX",
  Starbucks: "SBUX",
  Boeing: "BA",
};

/** What the oracle has seen so far; all empty where nothing is wrong. */
export interface Verdict {
  readonly faults: readonly string[];
  /** Mutations of the page's DOM while the page itself did nothing; the card's own element apart. */
  readonly mutations: readonly string[];
  readonly errors: readonly string[];
}

/** What a page offers to its test as `window.oracle`. */
export interface Oracle {
  /** Has the page do one of its acts; resolves when the page has done it. */
  readonly act: (name: string) => Promise<void>;
  /** Says that what happens from now on is the page's own doing, or no longer. */
  readonly busy: (isBusy: boolean) => void;
  /** Milliseconds of drawn frames since the last act ended. */
  readonly restedMs: () => number;
  readonly verdict: () => Verdict;
}

/** A card may stand this long over other words, milliseconds of drawn frames: 200 promised, and some frames. */
const STALE_CARD_MS = 280;
/** A visible name may be unmarked this long: reading, asking, and a slow machine. */
const UNMARKED_MS = 1_500;
/** A frame that took longer counts as this long: the machine stalled, and we with it. */
const LONGEST_FRAME_MS = 50;
/** So near its mention does a card stand. */
const REACH_PX = 24;

const NAMES = new RegExp(Object.keys(TICKER_OF).join("|"), "g");

interface Word {
  readonly key: string;
  readonly ticker: string;
  readonly node: Text;
  readonly start: number;
  readonly box: DOMRect;
}

/** Starts to watch this page. */
export function startOracle(acts: Readonly<Record<string, () => unknown>>): void {
  const faults = new Set<string>();
  const mutations: string[] = [];
  const errors: string[] = [];
  const ages = new Map<string, number>();
  const nodeIds = new WeakMap<Node, number>();
  let lastId = 0;
  let isBusy = true;
  let restedMs = 0;
  let before = performance.now();

  addEventListener("error", ({ message }) => errors.push(message));
  addEventListener("unhandledrejection", ({ reason }) => errors.push(String(reason)));
  console.error = (...values: unknown[]) => errors.push(values.map(String).join(" "));
  new MutationObserver((records) => {
    if (isBusy) return;
    for (const record of records)
      if (!isOfCardHost(record)) mutations.push(`${record.type} in ${textOf(record.target)}`);
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  const idOf = (node: Node) => {
    const id = nodeIds.get(node) ?? ++lastId;
    nodeIds.set(node, id);
    return id;
  };

  function frame(now: number): void {
    const passed = Math.min(Math.max(now - before, 0), LONGEST_FRAME_MS);
    before = now;
    restedMs = isBusy ? 0 : restedMs + passed;
    const words = visibleWords(idOf);
    const wrong = new Set<string>();
    const marks = markRanges();
    for (const range of marks) if (!(String(range) in TICKER_OF)) faults.add(`“${range}” is marked`);
    for (const { key, node, start } of words) {
      if (!marks.some((range) => range.startContainer === node && range.startOffset === start))
        wrong.add(`unmarked ${key}`);
    }
    const card = openCard();
    const isNear = ({ ticker, box }: Word) => card?.label.includes(ticker) && isWithin(box, card.box);
    if (card && !words.some(isNear)) wrong.add(`card ${card.label}`);
    for (const key of [...ages.keys()]) if (!wrong.has(key)) ages.delete(key);
    for (const key of wrong) {
      const age = (ages.get(key) ?? 0) + passed;
      ages.set(key, age);
      if (age > (key.startsWith("card") ? STALE_CARD_MS : UNMARKED_MS)) {
        faults.add(`${key}, while the page says: ${document.body.innerText.replace(/\s+/g, " ").slice(0, 120)}`);
      }
    }
    requestAnimationFrame(frame);
  }

  const nextFrame = () => new Promise(requestAnimationFrame);
  const oracle: Oracle = {
    async act(name) {
      isBusy = true;
      await acts[name]?.();
      await nextFrame();
      await nextFrame();
      isBusy = false;
    },
    busy(next) {
      isBusy = next;
    },
    restedMs: () => restedMs,
    verdict: () => ({ faults: [...faults], mutations, errors }),
  };
  Reflect.set(window, "oracle", oracle);
  requestAnimationFrame(frame);
}

/** Every company's name that the reader can see and may not write in. */
function visibleWords(idOf: (node: Node) => number): Word[] {
  const words: Word[] = [];
  const walk = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element && node.shadowRoot && !node.hasAttribute("popover")) walk(node.shadowRoot);
      if (node instanceof Text) words.push(...wordsIn(node, idOf));
    }
  };
  walk(document.body);
  return words;
}

function wordsIn(node: Text, idOf: (node: Node) => number): Word[] {
  const holder = node.parentElement ?? (node.getRootNode() as ShadowRoot).host;
  if (!/\S/.test(node.data) || holder instanceof HTMLScriptElement) return [];
  if (holder instanceof HTMLElement && holder.isContentEditable) return [];
  return [...node.data.matchAll(NAMES)].flatMap(({ 0: name, index: start }) => {
    const range = new Range();
    range.setStart(node, start);
    range.setEnd(node, start + name.length);
    const box = range.getBoundingClientRect();
    if (!isSeen(box, holder)) return [];
    return [{ key: `${name} ${idOf(node)}:${start}`, ticker: TICKER_OF[name] ?? "", node, start, box }];
  });
}

function isSeen(box: DOMRect, holder: Element): boolean {
  if (box.width === 0 || !holder.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  let at = document.elementFromPoint(x, y);
  for (let inner = at; inner?.shadowRoot; at = inner) inner = inner.shadowRoot.elementFromPoint(x, y);
  return at !== null && (at.matches("[popover]") || holder.contains(at) || at.contains(holder));
}

function markRanges(): Range[] {
  const ranges = [...(CSS.highlights.get("sq-m") ?? [])] as Range[];
  return ranges.filter(({ collapsed }) => !collapsed);
}

function openCard(): { readonly label: string; readonly box: DOMRect } | null {
  const root = document.querySelector(":popover-open")?.shadowRoot;
  const dialog = root?.querySelector("[role=dialog]");
  const box = root?.querySelector(".card[data-placed=yes]")?.getBoundingClientRect();
  return dialog && box ? { label: dialog.ariaLabel ?? "", box } : null;
}

function isWithin(box: DOMRect, card: DOMRect): boolean {
  return (
    box.right >= card.left - REACH_PX &&
    box.left <= card.right + REACH_PX &&
    box.bottom >= card.top - REACH_PX &&
    box.top <= card.bottom + REACH_PX
  );
}

function isOfCardHost({ addedNodes, removedNodes, target }: MutationRecord): boolean {
  const isHost = (node: Node) => node instanceof HTMLDivElement && node.popover === "manual";
  const nodes = [...addedNodes, ...removedNodes];
  return isHost(target) || (nodes.length > 0 && nodes.every(isHost));
}

function textOf(node: Node): string {
  return `${node.nodeName}: ${(node.textContent ?? "").trim().slice(0, 40)}`;
}
