import { isOwnElement } from "../platform/own-elements";
import { localNameOf, type ReadRoot, searchIn, shadowRootOf } from "./own-dom";
import type { Slices } from "./slices";
import { blocksOf, insideOf, isHidden, isInline } from "./text-blocks";

/** Where the page's text is new or has changed. */
export interface TextChange {
  /** None within another. */
  readonly roots: readonly ReadRoot[];
  /** Text nodes whose own text was replaced, and nodes that came or were moved: ranges in them have collapsed. */
  readonly isTouched: (node: Node) => boolean;
}

export interface ChangeFeed {
  /** Resolves once the first reading is done. */
  readonly settled: Promise<void>;
  /** Reads what these nodes stand in once more, although nothing told of a change there. */
  readonly suspect: (nodes: Iterable<Node>) => void;
  /** Reads what an element hides by its own attributes as soon as it no longer does. */
  readonly awaitShown: (hider: Element) => void;
}

export interface ChangeFeedDeps {
  readonly signal: AbortSignal;
  readonly slices: Slices;
  /** Called with the whole frame first, then with what changed; never again before it resolved. */
  readonly onChange: (change: TextChange) => Promise<void>;
  /** Called when `onChange` may be called in a moment; told how to find out whether with anything to read. */
  readonly standBy: (isNeeded: () => unknown) => void;
}

/** Mutations are gathered this long; a single-page navigation is to be read within 500 ms. */
const GATHER_MS = 150;
/** Rest after work, as a multiple of the time it took, listening included: at most 5 % of the processor, however busy the page; what the browser does for us, and collecting garbage, comes to it. */
const REST_FACTOR = 30;
/** The same where the whole page is read again and again. */
const STORM_REST_FACTOR = 50;
/** So many changed places are read as one page, and what changes beyond is not even looked at: listening is what a storm of changes costs most. */
const MOST_PLACES = 300;
const everything = () => true;
const nothing = () => false;
const OBSERVED: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/** Watches the frame's text, open shadow roots included; rests while the tab is hidden. */
export function createChangeFeed({ signal, slices, onChange, standBy }: ChangeFeedDeps): ChangeFeed {
  const changed = new Set<Node>();
  const touched = new Set<Node>();
  const shadowRoots = new Set<ShadowRoot>();
  /** Custom elements that may still get a shadow root, of which no mutation tells. */
  const waiting = new Set<Element>();
  /** Observed one by one: no page has time to tell of all attributes of all its elements. */
  const hiders = new WeakSet<Node>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let working = true;
  let restMs = 0;
  let listenedMs = 0;

  const noteNew = (node: Node) => {
    if (isOwnElement(node)) return;
    changed.add(node);
    touched.add(node);
  };

  const note = ({ type, target, addedNodes, removedNodes }: MutationRecord) => {
    addedNodes.forEach(noteNew);
    const isShown = hiders.has(target) && !isHidden(target as Element) && hiders.delete(target);
    if (isShown || type === "characterData") noteNew(target);
    removedNodes.forEach((node) => {
      // The document stands for what is gone: nothing is to be read, yet its mentions are to be forgotten.
      if (!isOwnElement(node)) changed.add(isInline(node) ? target : document);
    });
  };

  const observer = new MutationObserver((records) => {
    const began = performance.now();
    for (const record of records) {
      if (changed.size > MOST_PLACES) break;
      note(record);
    }
    if (changed.size > 0) plan();
    listenedMs += performance.now() - began;
  });

  const plan = () => {
    // With each that comes to very many places nothing is to be thought of again.
    if (working || document.hidden || signal.aborted || (timer && changed.size > MOST_PLACES)) return;
    // What the reader writes, scripts and what comes without text are asked nothing about. A form's field may be called `textContent`.
    standBy(() => blocksOf(touched).some((root) => /\S/.test(root.textContent)));
    timer ??= setTimeout(() => void work(), Math.max(GATHER_MS, restMs));
  };

  const work = async (isFirst = false) => {
    timer = undefined;
    working = true;
    slices.worked();
    for (const root of shadowRoots) if (!root.isConnected) shadowRoots.delete(root);
    for (const host of waiting) {
      if (host.isConnected && !shadowRootOf(host)) continue;
      waiting.delete(host);
      changed.add(host);
    }
    const isStorm = changed.size > MOST_PLACES;
    const roots = isStorm ? [document.body, ...shadowRoots] : blocksOf(changed);
    const isTouched = isStorm ? everything : touched.size > 0 ? insideOf(new Set(touched)) : nothing;
    changed.clear();
    touched.clear();
    await onChange({ roots, isTouched });
    // In a whole page, looking for shadow roots takes as long as reading its text: that comes when the page has nothing else to do.
    if (isFirst) await slices.idle();
    for (let places: readonly ReadRoot[] = roots; places.length > 0; ) {
      const found = await shadowRootsUnder(places);
      if (found.length > 0) await onChange({ roots: found, isTouched });
      places = found;
    }
    restMs = (slices.worked() + listenedMs) * (isStorm ? STORM_REST_FACTOR : REST_FACTOR);
    listenedMs = 0;
    working = false;
    if (changed.size > 0) plan();
  };

  /** The open shadow roots on elements under the roots; they are watched from then on. */
  const shadowRootsUnder = async (roots: readonly ReadRoot[]): Promise<ReadRoot[]> => {
    const found = new Set<ShadowRoot>();
    for (const root of roots) {
      for (const host of await hostsUnder(root, slices)) {
        if (slices.isOver()) await slices.next();
        if (isOwnElement(host)) continue;
        const shadowRoot = shadowRootOf(host);
        if (!shadowRoot && localNameOf(host).includes("-")) waiting.add(host);
        if (!shadowRoot || roots.includes(shadowRoot)) continue;
        found.add(shadowRoot);
        shadowRoots.add(shadowRoot);
        observer.observe(shadowRoot, OBSERVED);
      }
    }
    return [...found];
  };

  const first = async () => {
    if (document.body) changed.add(document.body);
    observer.observe(document, OBSERVED);
    // What has been made for the page so far took a slice.
    await slices.next();
    if (!signal.aborted) await work(true);
  };
  for (const event of ["load", "visibilitychange"]) addEventListener(event, plan, { signal });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return {
    settled: first(),
    suspect(nodes) {
      for (const node of nodes) changed.add(node);
      if (changed.size > 0) plan();
    },
    awaitShown(hider) {
      hiders.add(hider);
      observer.observe(hider, { attributes: true });
    },
  };
}

/** Elements that could have an open shadow root: custom ones, and built-in ones with nothing else in them. Asking all would make the browser wrap each for us, which costs more than reading the page. */
async function hostsUnder(root: ReadRoot, slices: Slices): Promise<Element[]> {
  if (root instanceof ShadowRoot) return searchIn(root, "*");
  // Few elements are empty, and a browser asks in the order in which a selector says it.
  const hosts = [root, ...searchIn(root, ":empty:is(div,span,section,article,main)")];
  if (slices.isOver()) await slices.next();
  const custom = document.evaluate(".//*[contains(name(),'-')]", root, null, XPathResult.UNORDERED_NODE_ITERATOR_TYPE);
  for (let host = custom.iterateNext(); host; host = custom.iterateNext()) hosts.push(host as Element);
  return hosts;
}
