import { CARD_HOST } from "../platform/card-slot";
import type { Slices } from "./slices";
import { blocksOf, isInline } from "./text-blocks";

/** Where the page's text is new or has changed. */
export interface TextChange {
  /** Elements, documents and shadow roots to read; none within another. */
  readonly roots: readonly Node[];
  /** Text nodes whose own text was replaced: ranges in them have collapsed. */
  readonly touched: ReadonlySet<Node>;
}

export interface ChangeFeed {
  /** Resolves once the first reading is done. */
  readonly settled: Promise<void>;
}

export interface ChangeFeedDeps {
  readonly signal: AbortSignal;
  readonly slices: Slices;
  /** Called with the whole frame first, then with what changed; never again before it resolved. */
  readonly onChange: (change: TextChange) => Promise<void>;
}

/** Mutations are gathered this long; a single-page navigation is to be read within 500 ms. */
const GATHER_MS = 150;
/** Rest after work, as a multiple of the time it took: at most 5 % of the processor, however busy the page. */
const REST_FACTOR = 20;
/** So many changed places are cheaper to read as one page. */
const MOST_PLACES = 2_000;
const OBSERVED: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/** Watches the frame's text, open shadow roots included; rests while the tab is hidden. */
export function createChangeFeed({ signal, slices, onChange }: ChangeFeedDeps): ChangeFeed {
  const changed = new Set<Node>();
  const touched = new Set<Node>();
  const shadowRoots = new Set<ShadowRoot>();
  let removals = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let working = true;
  let restMs = 0;

  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (changed.size > MOST_PLACES) break;
      if (type === "characterData") {
        changed.add(target);
        touched.add(target);
      }
      for (const node of addedNodes) changed.add(node);
      for (const node of removedNodes) {
        removals = true;
        if (isInline(node)) changed.add(target);
      }
    }
    plan();
  });

  const plan = () => {
    if (timer !== undefined || working || document.hidden || signal.aborted) return;
    timer = setTimeout(work, Math.max(GATHER_MS, restMs));
  };

  const work = async () => {
    timer = undefined;
    working = true;
    slices.worked();
    for (const root of shadowRoots) if (!root.isConnected) shadowRoots.delete(root);
    const roots = changed.size > MOST_PLACES ? [document.body, ...shadowRoots] : blocksOf(changed);
    const change = { roots, touched: new Set(touched) };
    changed.clear();
    touched.clear();
    removals = false;
    await onChange({ ...change, roots: await withShadowRoots(roots) });
    restMs = slices.worked() * REST_FACTOR;
    working = false;
    if (changed.size > 0 || removals) plan();
  };

  /** The roots, and the open shadow roots under them, which are watched from then on. */
  const withShadowRoots = async (roots: readonly Node[]): Promise<Node[]> => {
    const found: Node[] = [...roots];
    for (let index = 0; index < found.length; index += 1) {
      const root = found[index];
      if (!(root instanceof Element || root instanceof ShadowRoot)) continue;
      for (const [count, { shadowRoot, localName }] of hostsUnder(root).entries()) {
        if (count % 2_000 === 1_999 && slices.isOver()) await slices.next();
        if (!shadowRoot || localName === CARD_HOST || found.includes(shadowRoot)) continue;
        found.push(shadowRoot);
        if (shadowRoots.has(shadowRoot)) continue;
        shadowRoots.add(shadowRoot);
        observer.observe(shadowRoot, OBSERVED);
      }
    }
    return found;
  };

  const first = async () => {
    if (document.body) changed.add(document.body);
    observer.observe(document, OBSERVED);
    await work();
  };
  document.addEventListener("visibilitychange", () => (changed.size > 0 || removals) && plan(), { signal });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return { settled: first() };
}

/** Elements that could have an open shadow root: custom ones, and built-in ones with nothing else in them. Asking all would make the browser wrap each for us, which costs more than reading the page. */
function hostsUnder(root: Element | ShadowRoot): Element[] {
  if (root instanceof ShadowRoot) return [...root.querySelectorAll("*")];
  const hosts = [root, ...root.querySelectorAll(":is(div,span,section,article,main):empty")];
  const custom = document.evaluate(".//*[contains(name(),'-')]", root, null, XPathResult.UNORDERED_NODE_ITERATOR_TYPE);
  for (let host = custom.iterateNext(); host; host = custom.iterateNext()) hosts.push(host as Element);
  return hosts;
}
