import { createChangedNodes } from "./changed-nodes";
import type { ReadRoot } from "./page-nodes";
import { readRootsOf } from "./read-roots";
import { createReadingPause } from "./reading-pause";
import { createShadowRoots, type ShadowRoots } from "./shadow-roots";
import type { Slices } from "./slices";
import { createThrottle } from "./throttle";

/** Decides when the page's text is read, and starts each reading. */
export interface PageChanges {
  /** Resolves once the page has been read for the first time. */
  readonly settled: Promise<void>;
  /** Schedules the text around these nodes to be read again, even if no mutation was observed there. */
  readonly recheck: (nodes: Iterable<Node>) => void;
  /** Has the whole frame read at its next change, or when the reader comes back to the page. */
  readonly readAllNext: () => void;
}

/** What page changes need, and what they call. */
export interface PageChangesDeps {
  readonly signal: AbortSignal;
  readonly slices: Slices;
  /**
   * Reads the text under the roots, none of which is inside another. It is called with the whole frame first, and never
   * twice at a time.
   */
  readonly read: (roots: readonly ReadRoot[]) => Promise<void>;
  /**
   * Called soon after small changes, if possible before they are drawn, with the nodes that have changed since the last
   * reading. Words that were written anew keep their mentions and marks until the page is read again.
   */
  readonly keepMarks: (changed: readonly Node[]) => void;
  /** Wakes the background before the text is sent to it. `hasText` says whether there may be new text. */
  readonly wakeBackground: (hasText: () => boolean) => void;
}

/**
 * All changes of text, and of the attributes that decide whether text is read. What a style shows again is
 * noticed by `hidden-parts.ts`; what it makes editable is left out by `withoutEditable`.
 */
const OBSERVED: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributeFilter: ["contenteditable", "role", "data-sidequote-unread"],
};

/**
 * Observes the frame's text, including open shadow roots, and calls `read` for the parts that changed. Changes made
 * while the tab is hidden are read when it is shown again.
 */
export function createPageChanges({ signal, slices, read, keepMarks, wakeBackground }: PageChangesDeps): PageChanges {
  const changes = createChangedNodes();
  const onFound = (root: ShadowRoot) => observer.observe(root, OBSERVED);
  const shadowRoots = createShadowRoots({ slices, signal, onFound, onLateRoots: (hosts) => recheck(hosts) });
  const pause = createReadingPause(slices);
  const keepSoon = createThrottle(() => keepMarks(changes.nodes()), signal);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReading = true;
  const observer = new MutationObserver((records) => {
    // Time spent here lengthens the pause after the next reading.
    pause.countAsWork(() => {
      changes.note(records);
      if (changes.areFew()) keepSoon();
    });
    scheduleReading();
  });

  const scheduleReading = () => {
    // The whole page is to be read already. To search so many nodes for text, only to wake the background, takes long.
    const isWholePagePlanned = timer && changes.hasTooMany();
    if (changes.isEmpty() || isReading || document.hidden || signal.aborted || isWholePagePlanned) return;
    wakeBackground(changes.hasText);
    timer ??= setTimeout(() => void readChanges({ isFirst: false }), pause.ms());
  };

  const readChanges = async ({ isFirst }: { readonly isFirst: boolean }) => {
    timer = undefined;
    isReading = true;
    pause.beginReading();
    const [hasTooMany, changed] = [changes.hasTooMany(), changes.take()];
    const roots = hasTooMany ? wholePage(shadowRoots) : readRootsOf(changed);
    try {
      await readAll(roots, shadowRoots, read, isFirst ? slices.waitForIdle : null);
    } finally {
      pause.endReading(hasTooMany);
      isReading = false;
    }
    scheduleReading();
  };

  const recheck = (nodes: Iterable<Node>) => {
    changes.add(nodes);
    scheduleReading();
  };

  const readFirst = async () => {
    if (document.body) changes.add([document.body]);
    observer.observe(document, OBSERVED);
    await slices.yieldToPage();
    if (!signal.aborted) await readChanges({ isFirst: true });
  };

  // After `readAllNext` there may be no change at all. Nothing is read without one, so the document stands for one.
  const onReturn = () => recheck(changes.hasTooMany() ? [document] : []);
  for (const type of ["visibilitychange", "pageshow"]) addEventListener(type, onReturn, { signal });
  signal.addEventListener("abort", () => observer.disconnect());
  signal.addEventListener("abort", () => clearTimeout(timer));
  return { settled: readFirst(), recheck, readAllNext: changes.readAllNext };
}

function wholePage(shadowRoots: ShadowRoots): ReadRoot[] {
  // While a page replaces its document, both `body` and `documentElement` can be null.
  return [document.body ?? document.documentElement, ...shadowRoots.known()].filter(Boolean);
}

/** Reads the roots, finds shadow roots under them that were not known yet, and repeats this inside those it found. */
async function readAll(
  roots: readonly ReadRoot[],
  shadowRoots: ShadowRoots,
  read: PageChangesDeps["read"],
  waitForIdle: Slices["waitForIdle"] | null,
): Promise<void> {
  // Called even without roots: a change that only removes text leaves none, but its mentions have to go.
  await read(roots);
  // Searching a whole page for shadow roots takes as long as reading its text, so the first search waits for an idle
  // moment.
  await waitForIdle?.();
  let found: readonly ReadRoot[] = roots;
  // Asked even without roots, so that shadow roots which have left the page are forgotten.
  do {
    found = await shadowRoots.newUnder(found);
    if (found.length > 0) await read(found);
  } while (found.length > 0);
}
