import { type Candidate, findCandidates } from "../domain/detection/candidates";
import { claimsOf, type FoundBlock } from "../domain/detection/claim";
import type { SurfaceMatch } from "../domain/detection/identification";
import type { Mention } from "../domain/detection/mention";
import { createDecision, withBrackets } from "../domain/detection/mentions";
import { type Words, wordsOf } from "../domain/detection/vocabulary";
import type { LocalDate } from "../domain/market/closes";
import type { PublicSettings } from "../domain/settings";
import type { Ask } from "../platform/ask";
import { readArticleDate } from "./article-date";
import { inDocumentOrder, pageMentions, sameMentions } from "./block-mentions";
import { createChangeFeed } from "./change-feed";
import type { PageMention } from "./page-mention";
import { type ReadRoot, type Scouting, scout } from "./scout";
import { createSlices } from "./slices";
import { blocksOf, createBlockReader, type TextBlock } from "./text-blocks";

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
  readonly settings: PublicSettings["detection"];
  /** Ends it. */
  readonly signal: AbortSignal;
  readonly onChange: (change: MentionChange) => void;
  /** Epoch milliseconds: a page dated later than tomorrow has no date. */
  readonly now: () => number;
}

/** A block in which something was found. */
interface Known {
  readonly block: TextBlock;
  readonly found: FoundBlock;
  mentions: readonly PageMention[];
}

/** What the background takes at once; no page of news has a tenth of it. */
const MOST_SURFACES = 20_000;
/** Longest surface the background takes. */
const LONGEST_SURFACE = 256;
/** Surfaces remembered; an endless page starts anew. */
const MOST_REMEMBERED = 30_000;

/** Reads the frame's text now and whenever it changes, and tells which listings it mentions. The page's DOM is never touched. */
export function createScanner({ ask, settings, signal, onChange, now }: ScannerDeps): Scanner {
  const identified = new Map<string, readonly SurfaceMatch[]>();
  let known: Known[] = [];
  let published: LocalDate | undefined;
  const slices = createSlices();

  const feed = createChangeFeed({
    signal,
    onChange: async ({ roots, touched }) => {
      words ??= await askForWords();
      if (!words) return;
      const date =
        readArticleDate(document, location.pathname, new Date(now()).toISOString().slice(0, 10)) ?? undefined;
      if (identified.size > MOST_REMEMBERED || date !== published) identified.clear();
      published = date;
      const read = await readBlocks(await promisingPlaces(roots, words), words);
      await identify(read.flatMap(({ candidates }) => candidates.map(({ surface }) => surface)));
      await decide(await replaced(roots, touched, read, words), words);
    },
    slices,
  });

  let words: Words | null = null;
  const askForWords = async () => {
    const answer = await ask("vocabulary", {});
    return answer.ok ? wordsOf(answer.value) : null;
  };

  /** Blocks in which the directory knows something, and shadow roots that hold such. */
  const promisingPlaces = async (roots: readonly ReadRoot[], words: Words): Promise<Node[]> => {
    const scouted: (Scouting & { readonly root: Node })[] = [];
    for (const root of roots) scouted.push({ root, ...(await scout(root, words, slices)) });
    await identify(scouted.flatMap(({ surfaces }) => surfaces));
    return scouted.flatMap(({ root, nodes, surfaces }) => {
      const promising = nodes.filter((_, index) => identified.get(surfaces[index] ?? "")?.length);
      if (root instanceof Element) return blocksOf(promising);
      return promising.length > 0 ? [root] : [];
    });
  };

  const readBlocks = async (roots: readonly Node[], words: Words): Promise<Read[]> => {
    const read: Read[] = [];
    for (const root of roots) {
      const reader = createBlockReader(root);
      const each = (block: TextBlock) => {
        const candidates = [...findCandidates(block.text, words), ...block.links];
        if (candidates.length > 0) read.push({ block, candidates });
      };
      while (!reader.read(each, slices.isOver)) await slices.next();
      if (slices.isOver()) await slices.next();
    }
    return read;
  };

  const identify = async (surfaces: readonly string[]) => {
    const asked = [...new Set(surfaces)]
      .filter((surface) => !identified.has(surface) && surface.length <= LONGEST_SURFACE)
      .slice(0, MOST_SURFACES);
    if (asked.length === 0) return;
    const answer = await ask("identify", { surfaces: asked, published });
    if (!answer.ok) return;
    // A page may say "toString": what every object inherits is no answer.
    const found = new Map(Object.entries(answer.value));
    for (const surface of asked) identified.set(surface, found.get(surface) ?? []);
  };

  /** The blocks known from now on, and those that are no more. */
  const replaced = async (roots: readonly Node[], touched: ReadonlySet<Node>, read: readonly Read[], words: Words) => {
    const within = (element: Element) => roots.some((root) => root.contains(element));
    const stays = ({ block }: Known) => block.nodes.every((node) => node.isConnected) && !within(block.element);
    const gone = new Set(known.filter((one) => !stays(one)));
    const staying = known.filter((one) => !gone.has(one));
    const old = new Map([...gone].map((one) => [one.block.nodes[0], one]));
    const fresh: Known[] = [];
    for (const { block, candidates } of read) {
      if (slices.isOver()) await slices.next();
      const claims = claimsOf(candidates, (surface) => identified.get(surface) ?? []);
      if (claims.length === 0 || !block.element.isConnected) continue;
      const before = old.get(block.nodes[0]);
      const same = before && isSame(before.block, block) && !block.nodes.some((node) => touched.has(node));
      if (same) gone.delete(before);
      fresh.push({
        block,
        found: withBrackets({ text: block.text, claims }, words),
        mentions: same ? before.mentions : [],
      });
    }
    const blocks = staying.length === 0 && roots.length < 2 ? fresh : inDocumentOrder([...staying, ...fresh]);
    return { blocks, gone };
  };

  const decide = async ({ blocks, gone }: { blocks: Known[]; gone: Iterable<Known> }, words: Words) => {
    const found = blocks.map((one) => one.found);
    const mentionsOf = createDecision(found, { settings, words });
    const decided: (readonly Mention[])[] = [];
    for (const one of found) {
      if (slices.isOver()) await slices.next();
      decided.push(mentionsOf(one, decided.length));
    }
    if (signal.aborted) return;
    known = blocks;
    const removed = [...gone].flatMap(({ mentions }) => mentions);
    const added: PageMention[] = [];
    known.forEach((one, index) => {
      const now = decided[index] ?? [];
      if (sameMentions(one.mentions, now)) return;
      removed.push(...one.mentions);
      one.mentions = pageMentions(now, one.block);
      added.push(...one.mentions);
    });
    if (added.length + removed.length > 0) onChange({ added, removed });
  };

  return {
    mentions: () => known.flatMap(({ mentions }) => mentions),
    published: () => published,
    settled: feed.settled,
  };
}

interface Read {
  readonly block: TextBlock;
  readonly candidates: readonly Candidate[];
}

function isSame(one: TextBlock, other: TextBlock): boolean {
  return one.text === other.text && one.nodes.every((node, index) => node === other.nodes[index]);
}
