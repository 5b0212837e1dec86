import type { LocalDate } from "../../domain/market/closes";
import {
  MOST_NAMED,
  MOST_STATED_BLOCKS,
  MOST_STATED_TEXT,
  type WordedStatement,
} from "../../domain/statements/article-statement";
import type { Ask } from "../../platform/ask";
import type { ArticleText } from "../../protocol/reading-requests";
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

/** Finds what the page's article states of its listings. */
export interface PageStatements {
  /** The text that is looked through for figures. */
  readonly article: (published: LocalDate) => ArticleText;
  /** What the article states of the mention's listing; null if it states nothing that can be judged. */
  readonly of: (mention: PageMention, published: LocalDate) => Promise<PlacedStatement | null>;
}

interface PageStatementsDeps {
  readonly ask: Ask;
  /** All mentions of the frame, in document order. */
  readonly mentions: () => readonly PageMention[];
  readonly marks: Pick<Marks, "emphasise" | "show">;
  readonly signal: AbortSignal;
}

/** Long enough to notice after the page has scrolled. */
const EMPHASIS_MS = 2_000;

/** Asks the background what the blocks with mentions state. The background does not keep their text. */
export function createPageStatements({ ask, mentions, marks, signal }: PageStatementsDeps): PageStatements {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(timer));

  const article = (published: LocalDate, texts = textsWithMentions(mentions())): ArticleText => ({
    published,
    lang: document.documentElement.lang,
    blocks: [...texts.values()],
  });

  return {
    article,
    async of(mention, published) {
      const texts = textsWithMentions(mentions());
      const reply = await ask("article-statements", { tickers: [mention.ticker], ...article(published, texts) });
      const statement = reply.ok && reply.value[0];
      const block = statement && [...texts.keys()][statement.place.block];
      if (!block) return null;
      const { start, end } = statement.place;
      return {
        statement,
        contains: (one) => one.block === block && start <= one.start && one.end <= end,
        show() {
          marks.show({ ...mention, start, end, block });
          clearTimeout(timer);
          timer = setTimeout(() => marks.emphasise(null), EMPHASIS_MS);
        },
      };
    },
  };
}

/** The text and the mentions of each block that has any, from the beginning of the page up to the limits. */
function textsWithMentions(mentions: readonly PageMention[]): Map<TextBlock, ArticleText["blocks"][number]> {
  const texts = new Map<TextBlock, ArticleText["blocks"][number]>();
  let remainingLength = MOST_STATED_TEXT;
  for (const { block, ticker, start, end } of mentions) {
    let text = texts.get(block);
    if (!text) {
      remainingLength -= block.text.length;
      if (remainingLength < 0 || texts.size === MOST_STATED_BLOCKS) break;
      text = { text: block.text, named: [] };
      texts.set(block, text);
    }
    if (text.named.length < MOST_NAMED) text.named.push({ ticker, start, end });
  }
  return texts;
}
