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

/** What the page's article states of a listing, and where. */
export interface PlacedStatement {
  readonly statement: WordedStatement;
  /** Whether a mention stands in the very sentence. */
  readonly holds: (mention: PageMention) => boolean;
  /** Scrolls to the sentence and marks it for a moment. */
  readonly show: () => void;
}

export interface PageStatements {
  /** What the article states of the mention's listing; null where it states nothing that can be judged. */
  readonly of: (mention: PageMention, published: LocalDate) => Promise<PlacedStatement | null>;
}

interface PageStatementsDeps {
  readonly ask: Ask;
  /** All mentions of the frame, in document order. */
  readonly mentions: () => readonly PageMention[];
  readonly marks: Pick<Marks, "emphasise" | "elementOf" | "linesOf">;
  readonly signal: AbortSignal;
}

/** Long enough to be found by an eye that followed the scrolling. */
const FLASH_MS = 2_000;

/** Asks the background what the blocks that mention somebody state; the text is looked at there and forgotten. */
export function createPageStatements({ ask, mentions, marks, signal }: PageStatementsDeps): PageStatements {
  let flash: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(flash));

  const show = (sentence: PageMention) => {
    const [line] = marks.linesOf(sentence);
    if (!line || line.top < 0 || line.bottom > innerHeight) {
      marks.elementOf(sentence).scrollIntoView({ block: "center", behavior: "instant" });
    }
    marks.emphasise(sentence);
    clearTimeout(flash);
    flash = setTimeout(() => marks.emphasise(null), FLASH_MS);
  };

  return {
    async of(mention, published) {
      const read = withinLimits(mentions());
      const blocks = read.map(([{ text }, named]) => ({
        text,
        named: named.map(({ ticker, start, end }) => ({ ticker, start, end })),
      }));
      if (blocks.length === 0) return null;
      const { lang } = document.documentElement;
      const { ticker } = mention;
      const reply = await ask("article-statements", { tickers: [ticker], published, lang: lang.slice(0, 35), blocks });
      const statement = reply.ok ? reply.value[0] : undefined;
      const block = statement && read[statement.place.block]?.[0];
      if (!statement || !block) return null;
      const { start, end } = statement.place;
      return {
        statement,
        holds: (one) => one.block === block && start <= one.start && one.end <= end,
        show: () => show({ ...mention, surface: block.text.slice(start, end), start, end, block }),
      };
    },
  };
}

/** The blocks with what they mention, the first of the page up to the limits. */
function withinLimits(mentions: readonly PageMention[]): [TextBlock, PageMention[]][] {
  const blocks = new Map<TextBlock, PageMention[]>();
  let left = MOST_STATED_TEXT;
  for (const mention of mentions) {
    const named = blocks.get(mention.block);
    if (named && named.length < MOST_NAMED) named.push(mention);
    if (named || blocks.size === MOST_STATED_BLOCKS) continue;
    left -= mention.block.text.length;
    if (left < 0) break;
    blocks.set(mention.block, [mention]);
  }
  return [...blocks];
}
