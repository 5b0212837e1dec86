import type { LocalDate } from "../../domain/market/closes";
import {
  MOST_NAMED,
  MOST_STATED_BLOCKS,
  MOST_STATED_TEXT,
  type WordedStatement,
} from "../../domain/statements/article-statement";
import type { Ask } from "../../platform/ask";
import type { Marks } from "../marks/marks";
import type { PageMention } from "../page/page-mention";
import type { TextBlock } from "../page/text-blocks";

/** What the page's article states of a listing, and the sentence in which it does. */
export interface PlacedStatement {
  readonly statement: WordedStatement;
  /** Whether a mention is part of the sentence. */
  readonly contains: (mention: PageMention) => boolean;
  /** Scrolls to the sentence and emphasises it for a moment. */
  readonly show: () => void;
}

export interface PageStatements {
  /** What the article states of the mention's listing; null if it states nothing that can be judged. */
  readonly of: (mention: PageMention, published: LocalDate) => Promise<PlacedStatement | null>;
}

interface PageStatementsDeps {
  readonly ask: Ask;
  /** All mentions of the frame, in document order. */
  readonly mentions: () => readonly PageMention[];
  readonly marks: Pick<Marks, "emphasise" | "scrollTo">;
  readonly signal: AbortSignal;
}

/** Long enough to notice after the page has scrolled. */
const EMPHASIS_MS = 2_000;

/** Longest language tag that is sent. */
const LONGEST_LANG = 35;

/** Asks the background what the blocks with mentions state. The background does not keep their text. */
export function createPageStatements({ ask, mentions, marks, signal }: PageStatementsDeps): PageStatements {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(timer));

  const show = (sentence: PageMention) => {
    marks.scrollTo(sentence);
    marks.emphasise(sentence);
    clearTimeout(timer);
    timer = setTimeout(() => marks.emphasise(null), EMPHASIS_MS);
  };

  return {
    async of(mention, published) {
      const mentionsByBlock = withinLimits(mentions());
      if (mentionsByBlock.length === 0) return null;
      const reply = await ask("article-statements", {
        tickers: [mention.ticker],
        published,
        lang: document.documentElement.lang.slice(0, LONGEST_LANG),
        blocks: mentionsByBlock.map(([{ text }, named]) => ({
          text,
          named: named.map(({ ticker, start, end }) => ({ ticker, start, end })),
        })),
      });
      const statement = reply.ok ? reply.value[0] : undefined;
      const block = statement && mentionsByBlock[statement.place.block]?.[0];
      if (!statement || !block) return null;
      const { start, end } = statement.place;
      return {
        statement,
        contains: (one) => one.block === block && start <= one.start && one.end <= end,
        show: () => show({ ...mention, surface: block.text.slice(start, end), start, end, block }),
      };
    },
  };
}

/** The first blocks of the page with their mentions, as many as one question may contain. */
function withinLimits(mentions: readonly PageMention[]): [TextBlock, PageMention[]][] {
  const byBlock = new Map<TextBlock, PageMention[]>();
  let remainingLength = MOST_STATED_TEXT;
  for (const mention of mentions) {
    const named = byBlock.get(mention.block);
    if (named && named.length < MOST_NAMED) named.push(mention);
    if (named || byBlock.size === MOST_STATED_BLOCKS) continue;
    remainingLength -= mention.block.text.length;
    if (remainingLength < 0) break;
    byBlock.set(mention.block, [mention]);
  }
  return [...byBlock];
}
