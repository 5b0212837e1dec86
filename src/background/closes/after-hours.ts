import { ok, type Result } from "../../domain/failure";
import { type AfterHours, afterHoursOf, afterHoursWindow } from "../../domain/market/after-hours";
import type { Closes } from "../../domain/market/closes";
import { figuresOf } from "../../domain/market/figures";
import type { Ticker } from "../../domain/ticker";
import { yahooExtended } from "../../providers/yahoo-extended";
import type { ChainDeps } from "./chain";
import type { Memory } from "./memory";
import { askYahoo, type YahooDeps } from "./single-questions";

/** A card that is opened again within this time shows what it showed. It is kept in memory only. */
const KEPT_MS = 5 * 60_000;

/** After-hours trading ends earlier than this after the close, so later minutes are not asked for. */
const LONGEST_MS = 8 * 3_600_000;

interface Asked {
  /** On the clock of `uptime`. */
  readonly until: number;
  readonly answer: Promise<Result<AfterHours | null>>;
}

/** Gets what was paid after the latest close from Yahoo, the only source that tells it without a key. */
export interface AfterHoursSource {
  /**
   * `closes` are those that the card shows. Null if there is nothing to tell. Nobody is asked if the next session has
   * begun, or the exchange has no such hours.
   */
  readonly of: (closes: Closes, memory: Memory, isPrivate: boolean) => Promise<Result<AfterHours | null>>;
  /** Forgets the answers that are kept. */
  readonly forget: () => void;
}

/** Asks once for a ticker, however many cards ask in the next minutes. Answers for private windows are not kept. */
export function createAfterHoursSource(deps: YahooDeps & Pick<ChainDeps, "uptime">): AfterHoursSource {
  const { now, uptime } = deps;
  const asked = new Map<Ticker, Asked>();
  return {
    of: async (closes, memory, isPrivate) => {
      const figures = figuresOf(closes, now());
      const window = figures && afterHoursWindow(figures, figures.latest.date);
      if (!window || now() >= window.until || figures.days.latestDue(now()) !== figures.latest.date) return ok(null);
      const ask = async (): Promise<Result<AfterHours | null>> => {
        const to = Math.min(now(), window.from + LONGEST_MS);
        const period = { from: window.from, to };
        const trading = await askYahoo((context) => yahooExtended(closes.ticker, period, context), memory, deps);
        return trading.ok ? ok(afterHoursOf(figures, trading.value, now())) : trading;
      };
      if (isPrivate) return ask();
      for (const [ticker, { until }] of asked) if (until <= uptime()) asked.delete(ticker);
      const kept = asked.get(closes.ticker) ?? { until: uptime() + KEPT_MS, answer: ask() };
      asked.set(closes.ticker, kept);
      const answer = await kept.answer;
      if (!answer.ok && asked.get(closes.ticker) === kept) asked.delete(closes.ticker);
      return answer;
    },
    forget: () => asked.clear(),
  };
}
