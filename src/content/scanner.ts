import { MOST_TEXTS } from "../domain/detection/mention";
import type { BlockText } from "../domain/detection/mentions";
import type { LocalDate } from "../domain/market/closes";
import type { Ask } from "../platform/ask";
import { readArticleDate, statingElements } from "./article-date";
import { createChangeFeed } from "./change-feed";
import {
  anchorOf,
  inDocumentOrder,
  isUnchanged,
  type KnownBlock,
  knownBlock,
  type MentionChange,
  mentioning,
  sameMentions,
} from "./known-block";
import type { ReadRoot } from "./own-dom";
import { type PageMention, readAgain } from "./page-mention";
import { gatherTexts, type Portion } from "./scout";
import { createSlices } from "./slices";
import { createBlockReader, createPlaces, insideOf, outermost, readIn, type TextBlock } from "./text-blocks";

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

/** Most text whose mentions are asked for, UTF-16 units; in the longest pages a third of the text stands in blocks that name anybody. */
const MOST_TEXT = 1_000_000;

/**
 * Reads the frame's text now and whenever it changes, and tells which listings it mentions; the page's DOM is never touched.
 * The background is asked first where the directory knows something, then for the mentions of the blocks there: all that is known of detection stays with it.
 */
export function createScanner({ ask, signal, onChange, now }: ScannerDeps): Scanner {
  let known: readonly KnownBlock[] = [];
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

  /** What those texts are read in that hold something that the directory knows, in document order. */
  const promisingRoots = async (roots: readonly ReadRoot[]): Promise<ReadonlySet<ReadRoot>> => {
    const asked: Promise<ReadRoot[]>[] = [];
    const scout = async ({ texts, apart, nodes }: Portion) => {
      const answer = await ask("scout", { texts, apart, published });
      const placeOf = createPlaces();
      return (answer.ok ? answer.value : []).flatMap((place) => readIn(nodes[place] ?? null, placeOf) ?? []);
    };
    await gatherTexts(roots, (portion) => asked.push(scout(portion)), slices);
    return new Set((await slices.waitFor(Promise.all(asked))).flat());
  };

  /** The blocks of these roots, whole, without those of others inside. */
  const readBlocks = async (roots: ReadonlySet<ReadRoot>): Promise<KnownBlock[]> => {
    const read: KnownBlock[] = [];
    const placeOf = createPlaces();
    const sought = new Set([...roots].map((root) => (root instanceof ShadowRoot ? placeOf(root.host).block : root)));
    const keepsNodes = known.length > 0;
    const keep = (block: TextBlock) => {
      if (sought.has(block.element)) read.push(knownBlock(block, { keepsNodes }));
    };
    for (const root of outermost(roots)) {
      const reader = createBlockReader(root, { placeOf });
      while (!reader.read(keep, slices.isOver)) await slices.next();
      if (slices.isOver()) await slices.next();
    }
    return read;
  };

  /** The blocks known from now on, and those that are no more. */
  const replaced = (roots: readonly Node[], touched: Pick<ReadonlySet<Node>, "has">, read: readonly KnownBlock[]) => {
    const isInside = insideOf(new Set(roots));
    const stays = (block: KnownBlock) => anchorOf(block).isConnected && !isInside(block.element);
    const gone = new Set(known.filter((block) => !stays(block)));
    const staying = known.filter((block) => !gone.has(block));
    const old = new Map([...gone].map((block) => [anchorOf(block), block]));
    const fresh = read.flatMap((block): KnownBlock[] => {
      if (!block.element.isConnected) return [];
      const before = old.get(anchorOf(block));
      const same = before && isUnchanged(before, block) && !block.nodes?.nodes.some((node) => touched.has(node));
      block.nodes = null;
      if (!same) return [block];
      gone.delete(before);
      before.said = block.said;
      return [before];
    });
    const isOrdered = fresh.length === 0 || (staying.length === 0 && roots.length < 2);
    const blocks = [...staying, ...fresh];
    return { blocks: isOrdered ? blocks : inDocumentOrder(blocks), gone };
  };

  /** What the blocks mention, as long as there are any and the background answers; without those that say something else by now, of which the page tells. */
  const mentionsIn = async (blocks: readonly KnownBlock[]) => {
    for (const block of blocks) {
      block.said ??= readAgain(block);
      if (slices.isOver()) await slices.next();
    }
    const asked = blocks.filter(({ said }) => said);
    const texts = withinLimits(asked);
    for (const block of blocks) block.said = null;
    if (slices.isOver()) await slices.next();
    const answer = texts.length > 0 ? await slices.waitFor(ask("find-mentions", { blocks: texts, published })) : null;
    if (answer && !answer.ok) return null;
    return new Map(asked.map((block, index) => [block, answer?.value[index] ?? null]));
  };

  const decide = async (blocks: readonly KnownBlock[], gone: ReadonlySet<KnownBlock>) => {
    const decided = await mentionsIn(blocks);
    if (signal.aborted) return;
    const removed = [...gone].filter(mentionsAny);
    const added: KnownBlock[] = [];
    const kept = createKeeper();
    known = blocks.flatMap((block) => {
      const mentions = decided?.get(block);
      if (mentions === undefined) return block;
      if (mentions && sameMentions(block.mentions, mentions)) return block;
      if (mentionsAny(block)) removed.push(block);
      if (!mentions) return [];
      const changed = mentioning(block, mentions, kept);
      if (mentionsAny(changed)) added.push(changed);
      return changed;
    });
    if (added.length + removed.length > 0) onChange({ added, removed });
  };

  const feed = createChangeFeed({
    signal,
    onChange: async ({ roots, touched }) => {
      await readDate();
      const read = await readBlocks(await promisingRoots(roots));
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

function mentionsAny({ mentions }: KnownBlock): boolean {
  return mentions.length > 0;
}

/** Gives the first of the texts that say the same, so that a page's hundred mentions of one company do not keep as many copies of its name. */
function createKeeper(): (text: string) => string {
  const texts = new Map<string, string>();
  return (text) => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
}

/** What of the blocks is asked about. */
function withinLimits(blocks: readonly KnownBlock[]): BlockText[] {
  let left = MOST_TEXT;
  return blocks.slice(0, MOST_TEXTS).flatMap(({ said }) => {
    const { text, links } = said ?? { text: "", links: [] };
    left -= text.length;
    return left < 0 ? [] : [{ text, links }];
  });
}
