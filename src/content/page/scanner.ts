import type { LocalDate } from "../../domain/market/closes";
import type { Ask } from "../../platform/ask";
import { createArticleDate } from "./article-date";
import { createHiddenParts } from "./hidden-parts";
import { createIdentify } from "./identify-blocks";
import {
  beginningOf,
  inDocumentOrder,
  isInPage,
  isSameText,
  type KnownBlock,
  type MentionChange,
  withMentions,
} from "./known-blocks";
import { createPageChanges } from "./page-changes";
import type { PageMention } from "./page-mention";
import type { ReadRoot } from "./page-nodes";
import { readPromisingBlocks } from "./promising-blocks";
import { insideOf } from "./readable";
import { createSlices } from "./slices";
import type { TextBlock } from "./text-blocks";

export interface Scanner {
  /** All mentions of this frame now, in document order. */
  readonly mentions: () => readonly PageMention[];
  /** The day the article was published, as far as the page says. */
  readonly published: () => LocalDate | undefined;
  /** Resolves once everything that was in the page at the start has been read and identified. */
  readonly settled: Promise<void>;
  /** Has blocks that say something else than they did read again. */
  readonly recheck: (blocks: readonly TextBlock[]) => void;
}

export interface ScannerDeps {
  readonly ask: Ask;
  /** Wakes the background early. `hasText` says whether the change contains text. */
  readonly wakeBackground: (hasText: () => boolean) => void;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Called after each reading, also when the mentions are the same: ranges may have collapsed. */
  readonly onChange: (change: MentionChange) => void;
  /** Epoch milliseconds: a page dated later than tomorrow has no date. */
  readonly now: () => number;
}

/**
 * Reads the frame's text now and whenever it changes, and tells which listings it mentions; the page's DOM is never touched.
 * All that is known of detection stays in the background.
 */
export function createScanner({ ask, wakeBackground, signal, onChange, now }: ScannerDeps): Scanner {
  let known: readonly KnownBlock[] = [];
  const slices = createSlices();
  const date = createArticleDate(now, slices);
  const hidden = createHiddenParts(signal, (shown) => changes.recheck(shown));

  const identify = createIdentify({ ask, slices, published: date.published });

  /** Asks what the blocks mention, as a whole, and keeps those that name somebody. */
  const decide = async (staying: readonly KnownBlock[], fresh: readonly TextBlock[]) => {
    const found = await identify<TextBlock>([...staying, ...fresh]);
    if (signal.aborted) return;
    const before = new Map<TextBlock, KnownBlock>(known.map((block) => [block, block]));
    const after = found
      ? found.map(({ block, mentions }) => withMentions(before.get(block) ?? block, mentions))
      : staying;
    const kept = new Set<KnownBlock>(after);
    onChange({
      added: after.filter((block) => !before.has(block) && block.mentions.length > 0),
      removed: known.filter((block) => !kept.has(block) && block.mentions.length > 0),
    });
    known = fresh.length > 0 ? inDocumentOrder(after) : after;
  };

  const read = async (roots: readonly ReadRoot[]): Promise<void> => {
    await date.read();
    const blocks = await readPromisingBlocks(roots, {
      identify,
      slices,
      events: (root) => ({ onHidden: hidden.awaitShown, onCut: () => changes.recheck([root]) }),
    });
    const isReadAnew = insideOf(new Set(roots));
    const staying = known.filter((block) => isInPage(block) && !isReadAnew(beginningOf(block)));
    const old = new Map(known.map((block) => [beginningOf(block), block]));
    const fresh = blocks.map((block) => {
      const before = old.get(beginningOf(block));
      return before && isSameText(before, block) ? before : block;
    });
    if (fresh.length > 0 || staying.length < known.length) await decide(staying, fresh);
  };

  const changes = createPageChanges({ signal, read, slices, wakeBackground });

  return {
    mentions: () => known.flatMap(({ mentions }) => mentions),
    published: date.published,
    settled: changes.settled,
    recheck: (blocks) => changes.recheck(blocks.map(beginningOf)),
  };
}
