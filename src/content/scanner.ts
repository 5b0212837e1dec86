import { LONGEST_SURFACE } from "../domain/detection/candidates";
import { MOST_BLOCKS } from "../domain/detection/mention";
import type { BlockText } from "../domain/detection/mentions";
import type { LocalDate } from "../domain/market/closes";
import type { Ask } from "../platform/ask";
import { readArticleDate } from "./article-date";
import { inDocumentOrder, pageMentions, sameMentions } from "./block-mentions";
import { createChangeFeed } from "./change-feed";
import type { PageMention } from "./page-mention";
import { knownPlaces, type ReadRoot, type Stretch, scout } from "./scout";
import { createSlices } from "./slices";
import { blocksOf, createBlockReader, type Place, type TextBlock } from "./text-blocks";

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

/** What the background takes at once; no page of news has a tenth of it. */
const MOST_SURFACES = 20_000;
/** Surfaces remembered; an endless page starts anew. */
const MOST_REMEMBERED = 30_000;
/** Most text whose mentions are asked for, UTF-16 units: five times that of the longest pages, and a bound on hostile ones. */
const MOST_TEXT = 2_000_000;

/**
 * Reads the frame's text now and whenever it changes, and tells which listings it mentions; the page's DOM is never touched.
 * What could name a listing is asked about first; then the mentions of the blocks in which the directory knows something.
 */
export function createScanner({ ask, signal, onChange, now }: ScannerDeps): Scanner {
  /** Surfaces asked about, and whether the directory knows something in them. */
  const asked = new Map<string, boolean>();
  let known: readonly Known[] = [];
  let published: LocalDate | undefined;
  const slices = createSlices();
  const isKnown = (surface: string) => asked.get(surface) === true;

  /** The text nodes in which something begins that the directory knows. */
  const promisingNodes = async (roots: readonly ReadRoot[]): Promise<ReadonlySet<Text>> => {
    const stretches: Stretch[] = [];
    for (const root of roots) stretches.push(...(await scout(root, slices)));
    await identify(stretches);
    const nodes = new Set<Text>();
    for (const stretch of stretches) {
      if (slices.isOver()) await slices.next();
      for (const node of knownPlaces(stretch, isKnown)) nodes.add(node);
    }
    return nodes;
  };

  const identify = async (stretches: readonly Stretch[]) => {
    const surfaces: string[] = [];
    for (const stretch of stretches) {
      for (const surface of stretch.surfaces) {
        if (asked.has(surface) || surface.length > LONGEST_SURFACE || surfaces.length === MOST_SURFACES) continue;
        asked.set(surface, false);
        surfaces.push(surface);
      }
    }
    if (surfaces.length === 0) return;
    const answer = await ask("identify", { surfaces, published });
    if (answer.ok) for (const place of answer.value) asked.set(surfaces[place] ?? "", true);
    else for (const surface of surfaces) asked.delete(surface);
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
  const replaced = (roots: readonly Node[], touched: ReadonlySet<Node>, read: readonly TextBlock[]) => {
    const within = (element: Element) => roots.some((root) => root.contains(element));
    const stays = ({ block }: Known) => block.nodes.every((node) => node.isConnected) && !within(block.element);
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
    const blocks = staying.length === 0 && roots.length < 2 ? fresh : inDocumentOrder([...staying, ...fresh]);
    return { blocks, gone };
  };

  /** null when the background does not answer. */
  const mentionsIn = async (blocks: readonly TextBlock[]) => {
    const texts = withinLimits(blocks);
    if (texts.length === 0) return [];
    const answer = await ask("find-mentions", { blocks: texts, published });
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
      const date =
        readArticleDate(document, location.pathname, new Date(now()).toISOString().slice(0, 10)) ?? undefined;
      if (asked.size > MOST_REMEMBERED || date !== published) asked.clear();
      published = date;
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
  return blocks.slice(0, MOST_BLOCKS).flatMap(({ text, links }) => {
    left -= text.length;
    return left < 0 ? [] : [{ text, links }];
  });
}
