import { createChangedNodes } from "./changed-nodes";
import type { ReadRoot } from "./page-nodes";
import { readRootsOf } from "./read-roots";
import { createReadingPause } from "./reading-pause";
import { createShadowRoots, type ShadowRoots } from "./shadow-roots";
import type { Slices } from "./slices";

export interface PageChanges {
  /** Resolves once the page has been read for the first time. */
  readonly settled: Promise<void>;
  /** Has the text around these nodes read again, although no mutation was observed there. */
  readonly recheck: (nodes: Iterable<Node>) => void;
}

export interface PageChangesDeps {
  readonly signal: AbortSignal;
  readonly slices: Slices;
  /**
   * Reads the text under the roots, none of which is inside another. It is called with the whole frame first, and never
   * twice at a time.
   */
  readonly read: (roots: readonly ReadRoot[]) => Promise<void>;
  /** Wakes the background early. `hasText` says whether the change contains text. */
  readonly wakeBackground: (hasText: () => boolean) => void;
}

const OBSERVED: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributeFilter: ["contenteditable", "role", "data-sidequote-unread"],
};

/**
 * Observes the frame's text, open shadow roots included, and has what changed read, though not while the tab is hidden.
 */
export function createPageChanges({ signal, slices, read, wakeBackground }: PageChangesDeps): PageChanges {
  const changes = createChangedNodes();
  const shadowRoots = createShadowRoots(slices, (root) => observer.observe(root, OBSERVED));
  const pause = createReadingPause(slices);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReading = true;

  const observer = new MutationObserver((records) => {
    pause.observing(() => changes.note(records));
    if (!changes.isEmpty()) scheduleReading();
  });

  const scheduleReading = () => {
    if (isReading || document.hidden || signal.aborted || (timer && changes.isStorm())) return;
    wakeBackground(changes.hasText);
    timer ??= setTimeout(() => void readChanges(false), pause.ms());
  };

  const readChanges = async (isFirst: boolean) => {
    timer = undefined;
    isReading = true;
    pause.beginReading();
    changes.add(shadowRoots.lateHosts());
    const isStorm = changes.isStorm();
    const changed = changes.take();
    const roots = isStorm ? wholePage(shadowRoots) : readRootsOf(changed);
    try {
      await read(roots);
      // Searching a whole page for shadow roots takes as long as reading its text.
      if (isFirst) await slices.idle();
      await readNewShadowRoots(roots, shadowRoots, read);
    } finally {
      pause.endReading(isStorm);
      isReading = false;
    }
    if (!changes.isEmpty()) scheduleReading();
  };

  const readFirst = async () => {
    if (document.body) changes.add([document.body]);
    observer.observe(document, OBSERVED);
    await slices.next();
    if (!signal.aborted) await readChanges(true);
  };

  // Scheduled even if nothing was noted: components may have got shadow roots, which is no mutation.
  for (const event of ["load", "visibilitychange"]) addEventListener(event, scheduleReading, { signal });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return {
    settled: readFirst(),
    recheck(nodes) {
      changes.add(nodes);
      if (!changes.isEmpty()) scheduleReading();
    },
  };
}

function wholePage(shadowRoots: ShadowRoots): ReadRoot[] {
  // The document has neither while a page replaces it.
  return [document.body ?? document.documentElement, ...shadowRoots.known()].filter(Boolean);
}

/** Reads the shadow roots under the roots that were not known before, and those inside them. */
async function readNewShadowRoots(
  roots: readonly ReadRoot[],
  shadowRoots: ShadowRoots,
  read: PageChangesDeps["read"],
): Promise<void> {
  let found: readonly ReadRoot[] = roots;
  while (found.length > 0) {
    found = await shadowRoots.newUnder(found);
    if (found.length > 0) await read(found);
  }
}
