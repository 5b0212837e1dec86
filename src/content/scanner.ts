import { LONGEST_TEXT, MOST_TEXTS } from "../domain/detection/mention";
import type { BlockText } from "../domain/detection/mentions";
import type { LocalDate } from "../domain/market/closes";
import type { Ask } from "../platform/ask";
import { readArticleDate, statingElements } from "./article-date";
import { createChangeFeed, type TextChange } from "./change-feed";
import {
  anchorOf,
  inDocumentOrder,
  isUnchanged,
  type KnownBlock,
  knownBlock,
  type MentionChange,
  mentioning,
  mentionsOf,
  sameMentions,
} from "./known-block";
import type { ReadRoot } from "./own-dom";
import { type PageMention, readAgain } from "./page-mention";
import { gatherTexts, type Portion } from "./scout";
import { createSlices } from "./slices";
import { blocksOf, createBlockReader, createPlaces, insideOf, outermost, readIn, type TextBlock } from "./text-blocks";

export interface Scanner {
  /** All mentions of this frame now, in document order. */
  readonly mentions: () => readonly PageMention[];
  /** The day the article was published, as far as the page says. */
  readonly published: () => LocalDate | undefined;
  /** Resolves once everything that was in the page at the start has been read and identified. */
  readonly settled: Promise<void>;
  /** Has blocks that say something else than they did read once more. */
  readonly suspect: (blocks: readonly KnownBlock[]) => void;
}

export interface ScannerDeps {
  readonly ask: Ask;
  /** Has the background get ready for questions: called as soon as the page has changed, with whether there will be any. */
  readonly standBy: (isNeeded: () => unknown) => void;
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
export function createScanner({ ask, standBy, signal, onChange, now }: ScannerDeps): Scanner {
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

  /** What those texts are read in that hold something that the directory knows, in document order, and the texts. */
  const promisingIn = async (roots: readonly ReadRoot[]): Promise<Promising> => {
    const asked: Promise<readonly { root: ReadRoot; text: string }[]>[] = [];
    const scout = async ({ texts, apart, nodes }: Portion) => {
      const answer = await ask("scout", { texts, apart, published });
      const placeOf = createPlaces();
      return (answer.ok ? answer.value : []).flatMap((place) => {
        const node = nodes[place] ?? null;
        const root = readIn(node, placeOf);
        if (root) return { root, text: texts[place] ?? "" };
        const hider = node && placeOf(node.parentElement).hider;
        if (hider) feed.awaitShown(hider);
        return [];
      });
    };
    await gatherTexts(roots, (portion) => asked.push(scout(portion)), slices);
    const found = (await slices.waitFor(Promise.all(asked))).flat();
    return { roots: new Set(found.map(({ root }) => root)), texts: new Set(found.map(({ text }) => text)) };
  };

  /** The blocks of these roots in which one of the texts stands, and those of them with nodes that were touched. */
  const readBlocks = async ({ roots, texts }: Promising, isTouched: TextChange["isTouched"]) => {
    const fresh: KnownBlock[] = [];
    const renewed = new Set<KnownBlock>();
    const placeOf = createPlaces();
    const sought = new Set([...roots].map((root) => (root instanceof ShadowRoot ? placeOf(root.host).block : root)));
    const isPromising = ({ data }: Text) => data.length > LONGEST_TEXT || texts.has(data);
    const keep = (block: TextBlock) => {
      if (!sought.has(block.element) || !block.nodes.some(isPromising)) return;
      const one = knownBlock(block);
      fresh.push(one);
      if (block.nodes.some(isTouched)) renewed.add(one);
    };
    for (const root of outermost(roots)) {
      const reader = createBlockReader(root, { placeOf });
      while (!reader.read(keep, slices.isOver)) await slices.next();
      if (slices.isOver()) await slices.next();
    }
    return { fresh, renewed };
  };

  /** The blocks known from now on, and those that are no more. */
  const replaced = (roots: readonly Node[], { fresh, renewed }: Awaited<ReturnType<typeof readBlocks>>) => {
    const isInside = insideOf(new Set(roots));
    const isThere = (block: KnownBlock) => block.element.isConnected && anchorOf(block).isConnected;
    const stays = (block: KnownBlock) => isThere(block) && !isInside(anchorOf(block));
    const gone = new Set(known.filter((block) => !stays(block)));
    const staying = known.filter((block) => !gone.has(block));
    const old = new Map([...gone].map((block) => [anchorOf(block), block]));
    const read = fresh.flatMap((block): KnownBlock[] => {
      if (!isThere(block)) return [];
      const before = old.get(anchorOf(block));
      if (!before || !isUnchanged(before, block) || renewed.has(block)) return [block];
      gone.delete(before);
      before.saying = block.saying;
      return [before];
    });
    const isOrdered = read.length === 0 || (staying.length === 0 && roots.length < 2);
    const blocks = [...staying, ...read];
    return { blocks: isOrdered ? blocks : inDocumentOrder(blocks), gone };
  };

  /** Has each block say what it says, and tells of which that cannot be found any more: the page has changed around them without telling of their line. */
  const readKnown = async (blocks: readonly KnownBlock[]): Promise<KnownBlock[]> => {
    const placeOf = createPlaces();
    for (const block of blocks) {
      block.saying ??= readAgain(block, placeOf);
      if (slices.isOver()) await slices.next();
    }
    return blocks.filter(({ saying }) => !saying);
  };

  /** What the blocks mention, without those that say nothing now; null when the background does not answer, or the reader may write everywhere. */
  const mentionsIn = async (blocks: readonly KnownBlock[]) => {
    const asked = blocks.filter(({ saying }) => saying);
    const texts = withinLimits(asked.flatMap(({ saying }) => saying ?? []));
    for (const block of blocks) block.saying = null;
    if (slices.isOver()) await slices.next();
    if (document.designMode === "on") return null;
    const answer = texts.length > 0 ? await slices.waitFor(ask("find-mentions", { blocks: texts, published })) : null;
    if (answer && !answer.ok) return null;
    return new Map(asked.map((block, index) => [block, answer?.value[index] ?? null]));
  };

  const decide = async (blocks: readonly KnownBlock[], gone: ReadonlySet<KnownBlock>) => {
    const decided = await mentionsIn(blocks);
    if (signal.aborted) return;
    const removed = [...gone].filter(mentionsAny);
    const added: KnownBlock[] = [];
    const kept = new Map<string, string>();
    known = blocks.flatMap((block) => {
      const mentions = decided?.get(block);
      if (mentions === undefined) return block;
      if (mentions && sameMentions(mentionsOf(block), mentions)) return block;
      if (mentionsAny(block)) removed.push(block);
      if (!mentions) return [];
      const changed = mentioning(block, mentions, kept);
      if (mentionsAny(changed)) added.push(changed);
      return changed;
    });
    if (added.length + removed.length > 0) onChange({ added, removed });
  };

  const read = async ({ roots, isTouched }: TextChange, isAgain = false): Promise<void> => {
    const found = await readBlocks(await promisingIn(roots), isTouched);
    const { blocks, gone } = replaced(roots, found);
    if (found.fresh.length === 0 && gone.size === 0) return;
    const lost = await readKnown(blocks);
    // What they say now is part of the page that is decided on.
    const around = isAgain ? [] : blocksOf(lost.map(anchorOf)).filter((root) => !roots.includes(root));
    if (around.length === 0) await decide(blocks, gone);
    else await read({ roots: outermost(new Set([...roots, ...around])), isTouched }, true);
  };

  const feed = createChangeFeed({
    signal,
    onChange: async (change) => {
      await readDate();
      await read(change);
    },
    slices,
    standBy,
  });

  return {
    mentions: () => known.flatMap(mentionsOf),
    published: () => published,
    settled: feed.settled,
    suspect: (blocks) => feed.suspect(blocks.map(anchorOf)),
  };
}

/** Where a closer look pays. */
interface Promising {
  readonly roots: ReadonlySet<ReadRoot>;
  readonly texts: ReadonlySet<string>;
}

function mentionsAny({ head }: KnownBlock): boolean {
  return head !== null;
}

/** What of the blocks is asked about. */
function withinLimits(texts: readonly BlockText[]): BlockText[] {
  let left = MOST_TEXT;
  return texts.slice(0, MOST_TEXTS).flatMap(({ text, links }) => {
    left -= text.length;
    return left < 0 ? [] : { text, links };
  });
}
