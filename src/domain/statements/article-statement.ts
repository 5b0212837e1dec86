import type { LocalDate } from "../market/closes";
import type { Ticker } from "../ticker";
import type { Phase, Statement, StatementKind } from "./statement";
import type { Judged, Verdict } from "./verdict";

/** Most blocks of an article in one question about its figures: the longest reports seen have some sixty. */
export const MOST_STATED_BLOCKS = 200;
/**
 * Most text that is looked through for figures in one question,
 * UTF-16 units: the longest reports seen have a third of it.
 */
export const MOST_STATED_TEXT = 60_000;
/** Most names in one of these blocks: the longest reports seen have some sixty. */
export const MOST_NAMED = 600;

/** A figure as the article states it; `value` has no sign. */
export interface StatedFigure {
  readonly kind: StatementKind;
  readonly value: number;
  readonly decimals: number;
  readonly unit: string | null;
  readonly isAnyDollar?: true;
  readonly direction: -1 | 0 | 1 | null;
}

/** What an article states of one listing, and whether that agrees with the market. */
export interface ArticleStatement {
  readonly ticker: Ticker;
  /** The price, the day's change, the change in money: at most one each. */
  readonly figures: readonly StatedFigure[];
  /** The benchmark's change of the same session, where the article states that too and it agrees. */
  readonly benchmark: StatedFigure | null;
  readonly phase: Phase;
  readonly verdict: Exclude<Verdict, { kind: "nothing" }>;
  readonly published: LocalDate;
  /** Where the article states it: the index of the block among those that were read, and the sentence in it. */
  readonly place: { readonly block: number; readonly start: number; readonly end: number };
}

/** What an article states of a listing, in the reader's words. */
export interface WordedStatement extends Pick<ArticleStatement, "ticker" | "place"> {
  readonly verdict: ArticleStatement["verdict"]["kind"];
  /** `$160.80, −3.07%`. */
  readonly figures: string;
  /** `S&P 500 +0.21%`; empty where the article states nothing of it. */
  readonly benchmark: string;
  /** The verdict as a sign, for the eye. */
  readonly sign: string;
  /** `As the market closed on Tue, Nov 11, 2025`. */
  readonly sentence: string;
}

type Told = Judged & { readonly verdict: ArticleStatement["verdict"] };

/**
 * The statement that a card shows of a listing. First comes what differs from the market, then what is of some day,
 * then figures that are no close; of equals, the first in the text.
 */
export function articleStatement(
  listing: readonly Judged[],
  benchmark: readonly Judged[],
  published: LocalDate,
): ArticleStatement | null {
  const told = listing.filter((one): one is Told => one.verdict.kind !== "nothing");
  const [main] = [...told].sort((a, b) => rank(a) - rank(b));
  if (!main) return null;
  const { statement, verdict } = main;
  const together = told.filter((one) => isTogether(one, main));
  const figures = (["close", "level-of-index", "change", "index-change", "change-money"] as const).flatMap(
    (kind) => together.find((one) => one.statement.kind === kind)?.statement ?? [],
  );
  const beside = "date" in verdict ? benchmark.find((one) => isBeside(one, main, verdict.date)) : undefined;
  return {
    ticker: statement.ticker,
    figures: figures.map(figureOf),
    benchmark: beside && statement.ticker !== beside.statement.ticker ? figureOf(beside.statement) : null,
    phase: statement.phase,
    verdict,
    published,
    place: { block: statement.block, ...statement.sentence },
  };
}

const RANKS: Readonly<Record<ArticleStatement["verdict"]["kind"], number>> = {
  differs: 0,
  "another-day": 1,
  agrees: 1,
  "not-a-close": 3,
};

/** Ranks the figures: a price says more than a rounded change. */
function rank({ verdict, statement }: Told): number {
  return RANKS[verdict.kind] + (statement.direction === null ? 0 : 0.5);
}

/** Whether a statement can be shown with the main one: it is of the same block, day and phase. */
function isTogether({ statement, verdict }: Told, main: Told): boolean {
  const isSameDay = dateOf(verdict) === dateOf(main.verdict) && verdict.kind === main.verdict.kind;
  return statement.block === main.statement.block && statement.phase === main.statement.phase && isSameDay;
}

function isBeside({ statement, verdict }: Judged, main: Told, date: LocalDate): boolean {
  const isChange = statement.kind === "index-change" && statement.unit === "%";
  return isChange && statement.block === main.statement.block && dateOf(verdict) === date && verdict.kind !== "differs";
}

function dateOf(verdict: Verdict): LocalDate | null {
  return "date" in verdict ? verdict.date : null;
}

function figureOf({ kind, value, decimals, unit, isAnyDollar, direction }: Statement): StatedFigure {
  return { kind, value, decimals, unit, ...(isAnyDollar ? { isAnyDollar } : {}), direction };
}
