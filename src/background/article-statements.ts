import { ok, type Result } from "../domain/failure";
import type { Closes, LocalDate } from "../domain/market/closes";
import { type TradingDays, tradingDaysOf } from "../domain/market/trading-day";
import { articleStatement, MOST_STATED_TEXT, type WordedStatement } from "../domain/statements/article-statement";
import { findStatements } from "../domain/statements/find-statements";
import type { Statement } from "../domain/statements/statement";
import { type Judged, judge, withoutDifferences } from "../domain/statements/verdict";
import { languageCode } from "../domain/statements/words/languages";
import { BENCHMARK, isIndex, type Ticker } from "../domain/ticker";
import type { PayloadOf } from "../protocol/requests";
import type { Wording } from "../ui/figures";
import { statedText } from "../ui/stated-text";

interface Dependencies {
  /** The closes that are kept of a ticker; no source is asked. */
  readonly keptCloses: (ticker: Ticker) => Promise<Closes | null>;
  readonly wording: () => Promise<Wording>;
  /** Whether the company has another share, whose price an article may mean as well. */
  readonly hasOtherShare: (ticker: Ticker) => Promise<boolean>;
}

/**
 * Finds what an article's blocks state of the tickers asked about, and judges it by the kept closes. Nothing of the
 * text is kept.
 */
export async function articleStatements(
  { tickers, published, lang, blocks }: PayloadOf<"article-statements">,
  { keptCloses, wording, hasOtherShare }: Dependencies,
): Promise<Result<readonly WordedStatement[]>> {
  const lines = withinLimit(blocks).map(({ text, named }) => ({ text: withPlainBreaks(text), named }));
  const found = findStatements(lines, languageCode(lang)).flat();
  const wanted = tickers.filter((ticker) => found.some((statement) => statement.ticker === ticker));
  if (wanted.length === 0) return ok([]);
  const benchmark = judged(BENCHMARK, found, published, await keptCloses(BENCHMARK));
  const statements: WordedStatement[] = [];
  for (const ticker of wanted) {
    const closes = await keptCloses(ticker);
    const own = judged(ticker, found, published, closes);
    const isDoubtful = own.some(({ verdict }) => verdict.kind === "differs") && (await hasOtherShare(ticker));
    const statement = articleStatement(isDoubtful ? withoutDifferences(own) : own, benchmark, published);
    if (closes && statement) statements.push(statedText(statement, closes, await wording()));
  }
  return ok(statements);
}

function judged(
  ticker: Ticker,
  found: readonly Statement[],
  published: LocalDate,
  closes: Closes | null,
): readonly Judged[] {
  const calendar = closes && tradingDaysOf(closes);
  if (!closes || !calendar) return [];
  const own = found.filter((statement) => statement.ticker === ticker);
  const currency = isIndex(ticker) ? null : closes.currency;
  return judge(own, { ...closes, ...sound(closes, calendar), currency }, { published, calendar });
}

/** The closes that are not doubted, and the sessions without one: a change over such a session is not one day's. */
function sound({ bars, without = [], doubts = [] }: Closes, { previous, between }: TradingDays) {
  // The latest close agrees with the source's own price, so the one before it is doubted.
  const contradicted = doubts.flatMap(({ kind, date }) => (kind === "contradiction" ? [previous(date)] : []));
  const kept = bars.filter(({ date }) => !contradicted.includes(date));
  const dates = new Set(kept.map(({ date }) => date));
  const sessions = between(bars[0]?.date ?? "", bars.at(-1)?.date ?? "");
  return { bars: kept, gaps: sessions.filter((date) => !dates.has(date) && !without.includes(date)) };
}

/** The first blocks up to the limit on text; no article is longer. */
function withinLimit<B extends { readonly text: string }>(blocks: readonly B[]): readonly B[] {
  let left = MOST_STATED_TEXT;
  return blocks.filter(({ text }) => {
    left -= text.length;
    return left >= 0;
  });
}

/**
 * Replaces line breaks of the page's source with spaces, as they end no sentence, and breaks that the reader sees with
 * real ones. Offsets stay the same.
 */
function withPlainBreaks(text: string): string {
  return text.replace(/\s/g, " ").replaceAll("\ufffc", "\n");
}
