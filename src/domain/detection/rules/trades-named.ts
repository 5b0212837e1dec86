import type { Ticker } from "../../ticker";
import type { Candidate, ReadBlock } from "../candidate";
import { tradeOf } from "../words/trades";

/** What the companies of a page deal in: beside two airlines, `United` is one. */
export interface TradesNamed {
  /** How many other companies of a company's trade the page seems to name; null if we do not know the trade. */
  readonly others: (candidate: Candidate) => number | null;
  /** How many of these it names beyond doubt. */
  readonly sureOthers: (candidate: Candidate) => number;
  /** How many companies of one trade it names beyond doubt at most. */
  readonly most: number;
}

/** Reads the candidates of all blocks. */
export function tradesNamed(blocks: readonly ReadBlock[]): TradesNamed {
  const likely = new Map<string, Set<Ticker>>();
  const sure = new Map<string, Set<Ticker>>();
  const add = (trades: Map<string, Set<Ticker>>, trade: string, ticker: Ticker) =>
    trades.set(trade, (trades.get(trade) ?? new Set()).add(ticker));
  for (const candidate of blocks.flatMap(({ candidates }) => candidates)) {
    const trade = isLikely(candidate) ? tradeOfCompany(candidate) : undefined;
    if (trade === undefined) continue;
    add(likely, trade, candidate.ticker);
    if (candidate.doubt === 0) add(sure, trade, candidate.ticker);
  }
  const othersIn = (trades: ReadonlyMap<string, ReadonlySet<Ticker>>, { ticker }: Candidate, trade: string) => {
    const named = trades.get(trade) ?? new Set();
    return named.size - (named.has(ticker) ? 1 : 0);
  };
  return {
    most: Math.max(0, ...[...sure.values()].map(({ size }) => size)),
    others: (candidate) => {
      const trade = tradeOfCompany(candidate);
      return trade === undefined ? null : othersIn(likely, candidate, trade);
    },
    sureOthers: (candidate) => {
      const trade = tradeOfCompany(candidate);
      return trade === undefined ? 0 : othersIn(sure, candidate, trade);
    },
  };
}

function tradeOfCompany({ ticker, others = [] }: Candidate): string | undefined {
  return tradeOf([ticker, ...others]);
}

/** Names that mostly mean something else, and letters in capitals that are words, tell no trade. */
function isLikely({ form, doubt, kind }: Candidate): boolean {
  return kind !== "etf" && doubt < (form === "ticker" ? 2 : 3);
}
