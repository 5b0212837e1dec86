import { MOST_TEXTS } from "../domain/detection/mention";
import type { BlockText } from "../domain/detection/mentions";
import type { LocalDate } from "../domain/market/closes";
import type { Ask } from "../platform/ask";
import { readArticleDate, statingElements } from "./article-date";
import { inDocumentOrder, pageMentions, sameMentions } from "./block-mentions";
import { createChangeFeed } from "./change-feed";
import type { ReadRoot } from "./own-dom";
import type { PageMention } from "./page-mention";
import { gatherTexts, type Portion } from "./scout";
import { createSlices } from "./slices";
import { blocksOf, createBlockReader, insideOf, type Place, type TextBlock } from "./text-blocks";

/** What became a mention and what ceased to be one; both in document order. */
export interface MentionChange {
  readonly added: readonly PageMention[];
  readonly removed: readonly PageMention[];
}

export interface Scanner {
  /** All mentions of this frame now, in document order. */
  readonly mentions: () => readonly PageMention[];
  /** The day the article was published, as far as the page says. */
  readonly published: () => LocalDate | undefined;
  /** Resolves once everything that was in the page at the start has been read and identified. */
  readonly settled: Promise<void>;
}

export interface ScannerDeps {
  readonly ask: Ask;
  /** Ends it. */
  readonly signal: AbortSignal;
  readonly onChange: (change: MentionChange) => void;
  /** Epoch milliseconds: a page dated later than tomorrow has no date. */
  readonly now: () => number;
}

/** A block in which the directory knows something. */
interface Known {
  readonly block: TextBlock;
  mentions: readonly PageMention[];
}

/** Most text whose mentions are asked for, UTF-16 units; in the longest pages a third of the text stands in blocks that name anybody. */
const MOST_TEXT = 1_000_000;

/**
 * Reads the frame's text now and whenever it changes, and tells which listings it mentions; the page's DOM is never touched.
 * The background is asked first where the directory knows something, then for the mentions of the blocks there: all that is known of detection stays with it.
 */
export function createScanner({ ask, signal, onChange, now }: ScannerDeps): Scanner {
  let known: readonly Known[] = [];
  let published: LocalDate | undefined;
  let datedPage = "";
  let lastSearch = "";
  const slices = createSlices();

  /** What a page says of its date is looked for at first, again when its address or title became another, and, while it has said nothing, when something came that may say it. */
  const readDate = async () => {
    const page = `${location.pathname}\n${document.title}`;
    if (published !== undefined && page === datedPage) return;
    const search = `${page}\n${statingElements(document)}`;
    if (search === lastSearch) return;
    lastSearch = search;
    datedPage = page;
    const today = new Date(now()).toISOString().slice(0, 10);
    published = (await readArticleDate(document, location.pathname, today, slices)) ?? undefined;
  };

  /** The text nodes in which something stands that the directory knows, in document order. */
  const promisingNodes = async (roots: readonly ReadRoot[]): Promise<ReadonlySet<Text>> => {
    const asked: Promise<Text[]>[] = [];
    const scout = async ({ texts, apart, nodes }: Portion) => {
      const answer = await ask("scout", { texts, apart, published });
      return answer.ok ? answer.value.flatMap((place) => nodes[place] ?? []) : [];
    };
    await gatherTexts(roots, (portion) => asked.push(scout(portion)), slices);
    return new Set((await slices.waitFor(Promise.all(asked))).flat());
  };

  /** The blocks that hold such nodes, whole. */
  const readBlocks = async (promising: ReadonlySet<Text>, places: Map<Element, Place>): Promise<TextBlock[]> => {
    const read: TextBlock[] = [];
    const keep = (block: TextBlock) => block.nodes.some((node) => promising.has(node)) && read.push(block);
    for (const block of blocksOf(promising, places)) {
      const reader = createBlockReader(block, places);
      while (!reader.read(keep, slices.isOver)) await slices.next();
      if (slices.isOver()) await slices.next();
    }
    return read;
  };

  /** The blocks known from now on, and those that are no more. */
  const replaced = (roots: readonly Node[], touched: Pick<ReadonlySet<Node>, "has">, read: readonly TextBlock[]) => {
    const isInside = insideOf(new Set(roots));
    const stays = ({ block }: Known) => block.nodes.every((node) => node.isConnected) && !isInside(block.element);
    const gone = new Set(known.filter((one) => !stays(one)));
    const staying = known.filter((one) => !gone.has(one));
    const old = new Map([...gone].map((one) => [one.block.nodes[0], one]));
    const fresh = read.flatMap((block): Known[] => {
      if (!block.element.isConnected) return [];
      const before = old.get(block.nodes[0]);
      const same = before && isSame(before.block, block) && !block.nodes.some((node) => touched.has(node));
      if (same) gone.delete(before);
      return [{ block, mentions: same ? before.mentions : [] }];
    });
    const isOrdered = fresh.length === 0 || (staying.length === 0 && roots.length < 2);
    const blocks = [...staying, ...fresh];
    return { blocks: isOrdered ? blocks : inDocumentOrder(blocks), gone };
  };

  /** null when the background does not answer. */
  const mentionsIn = async (blocks: readonly TextBlock[]) => {
    const texts = withinLimits(blocks);
    if (texts.length === 0) return [];
    if (slices.isOver()) await slices.next();
    const answer = await slices.waitFor(ask("find-mentions", { blocks: texts, published }));
    return answer.ok ? answer.value : null;
  };

  const decide = async (blocks: readonly Known[], gone: ReadonlySet<Known>) => {
    const decided = await mentionsIn(blocks.map(({ block }) => block));
    if (signal.aborted) return;
    const removed = [...gone].flatMap(({ mentions }) => mentions);
    const added: PageMention[] = [];
    known = blocks.filter((one, index) => {
      if (!decided) return true;
      const mentions = decided[index] ?? null;
      if (!sameMentions(one.mentions, mentions ?? [])) {
        removed.push(...one.mentions);
        one.mentions = pageMentions(mentions ?? [], one.block);
        added.push(...one.mentions);
      }
      return mentions !== null;
    });
    if (added.length + removed.length > 0) onChange({ added, removed });
  };

  const feed = createChangeFeed({
    signal,
    onChange: async ({ roots, touched }) => {
      await readDate();
      const places = new Map<Element, Place>();
      const read = await readBlocks(await promisingNodes(roots), places);
      const { blocks, gone } = replaced(roots, touched, read);
      if (read.length > 0 || gone.size > 0) await decide(blocks, gone);
    },
    slices,
  });

  return {
    mentions: () => known.flatMap(({ mentions }) => mentions),
    published: () => published,
    settled: feed.settled,
  };
}

function isSame(one: TextBlock, other: TextBlock): boolean {
  return one.text === other.text && one.nodes.every((node, index) => node === other.nodes[index]);
}

/** What of the blocks is asked about. */
function withinLimits(blocks: readonly TextBlock[]): BlockText[] {
  let left = MOST_TEXT;
  return blocks.slice(0, MOST_TEXTS).flatMap(({ text, links }) => {
    left -= text.length;
    return left < 0 ? [] : [{ text, links }];
  });
}
