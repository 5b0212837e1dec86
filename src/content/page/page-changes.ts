import { isOwnElement } from "../../platform/own-elements";
import { parentNodeOf, type ReadRoot } from "./page-nodes";
import { isInline, readRootsOf } from "./readable";
import { createShadowRoots } from "./shadow-roots";
import type { Slices } from "./slices";

export interface PageChanges {
  /** Resolves once the first reading is done. */
  readonly settled: Promise<void>;
  /** Has what these nodes stand in read again, although no mutation told of a change there. */
  readonly recheck: (nodes: Iterable<Node>) => void;
}

export interface PageChangesDeps {
  readonly signal: AbortSignal;
  readonly slices: Slices;
  /** Reads what is new or has changed under the roots, none of which stands in another. Called with the whole frame first, and never again before it resolved. */
  readonly read: (roots: readonly ReadRoot[]) => Promise<void>;
  /** Wakes the background early. `hasText` says whether the change contains text. */
  readonly wakeBackground: (hasText: () => boolean) => void;
}

/** Mutations are gathered this long; a single-page navigation is to be read within 500 ms. */
const GATHER_MS = 150;
/** Rest after work, as a multiple of the time it took, listening included: at most 5 % of the processor with what the browser does for us. */
const REST_FACTOR = 30;
/** The same where the whole page is read again and again. */
const STORM_REST_FACTOR = 50;
/** From so many changed places on the whole page is read; what changes beyond is not looked at, as listening costs most in a storm. */
const MOST_PLACES = 300;
const OBSERVED: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributeFilter: ["contenteditable", "role", "data-sidequote-unread"],
};

/** Watches the frame's text, open shadow roots included, and has what changed read; rests while the tab is hidden. */
export function createPageChanges({ signal, slices, read, wakeBackground }: PageChangesDeps): PageChanges {
  const changes = createChangedNodes();
  const shadowRoots = createShadowRoots(slices, (root) => observer.observe(root, OBSERVED));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReading = true;
  let restMs = 0;
  let listenedMs = 0;

  const observer = new MutationObserver((records) => {
    const began = performance.now();
    changes.note(records);
    if (!changes.isEmpty()) plan();
    listenedMs += performance.now() - began;
  });

  const plan = () => {
    if (isReading || document.hidden || signal.aborted || (timer && changes.isStorm())) return;
    wakeBackground(changes.hasText);
    timer ??= setTimeout(() => void work(), Math.max(GATHER_MS, restMs));
  };

  const work = async (isFirst = false) => {
    timer = undefined;
    isReading = true;
    slices.worked();
    changes.add(shadowRoots.lateHosts());
    const isStorm = changes.isStorm();
    const changed = changes.take();
    try {
      await readAll(isStorm ? wholePage() : readRootsOf(changed), isFirst);
    } finally {
      restMs = (slices.worked() + listenedMs) * (isStorm ? STORM_REST_FACTOR : REST_FACTOR);
      listenedMs = 0;
      isReading = false;
    }
    if (!changes.isEmpty()) plan();
  };

  const wholePage = () => [document.body ?? document.documentElement, ...shadowRoots.known()].filter(Boolean);

  const readAll = async (changed: readonly ReadRoot[], isFirst: boolean) => {
    await read(changed);
    // To look for shadow roots in a whole page takes as long as to read its text.
    if (isFirst) await slices.idle();
    for (let roots = changed; roots.length > 0; ) {
      roots = await shadowRoots.newUnder(roots);
      if (roots.length > 0) await read(roots);
    }
  };

  const first = async () => {
    if (document.body) changes.add([document.body]);
    observer.observe(document, OBSERVED);
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
    recheck(nodes) {
      changes.add(nodes);
      if (!changes.isEmpty()) plan();
    },
  };
}

/** What has changed since it was last taken. */
function createChangedNodes() {
  const changed = new Set<Node>();
  /** Those of them that may hold new text. */
  const arrived = new Set<Node>();
  const noteNew = (node: Node) => {
    if (isOwnElement(node)) return;
    changed.add(node);
    arrived.add(node);
  };
  const note = ({ type, target, addedNodes, removedNodes }: MutationRecord) => {
    addedNodes.forEach(noteNew);
    if (type === "characterData") noteNew(target);
    // What an element became editable or not with stands in the block around it.
    if (type === "attributes") noteNew(parentNodeOf(target) ?? target);
    removedNodes.forEach((node) => {
      // For a block that is gone nothing is read; the document stands for it, so that its mentions are forgotten.
      if (!isOwnElement(node)) changed.add(isInline(node) ? target : document);
    });
  };
  const isStorm = () => changed.size > MOST_PLACES;

  return {
    note(records: readonly MutationRecord[]) {
      for (const record of records) if (!isStorm()) note(record);
    },
    add(nodes: Iterable<Node>) {
      for (const node of nodes) noteNew(node);
    },
    take(): readonly Node[] {
      const nodes = [...changed];
      changed.clear();
      arrived.clear();
      return nodes;
    },
    hasText: () => readRootsOf(arrived).some((root) => /\S/.test(root.textContent ?? "")),
    isEmpty: () => changed.size === 0,
    isStorm,
  };
}
