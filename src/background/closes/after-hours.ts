import { fail, ok, type Result } from "../../domain/failure";
import { type AfterHours, afterHoursOf, afterHoursWindow } from "../../domain/market/after-hours";
import type { Closes } from "../../domain/market/closes";
import { figuresOf } from "../../domain/market/figures";
import type { Ticker } from "../../domain/ticker";
import { QUESTION_LIMIT_MS } from "../../domain/time-limits";
import { yahooExtended } from "../../providers/yahoo-extended";
import type { ChainDeps } from "./chain";
import type { Memory } from "./memory";

/** A card that is opened again soon shows what it showed; nothing of it is stored. */
const KEPT_MS = 5 * 60_000;

/** After hours end within it, also after the earliest close. */
const LONGEST_MS = 8 * 3_600_000;

interface Asked {
  /** On the clock of `uptime`. */
  readonly until: number;
  readonly answer: Promise<Result<AfterHours | null>>;
}

/** What was paid after the latest close, from the one source that tells it without a key. */
export interface AfterHoursDesk {
  /**
   * `closes` are those that the card shows. null where there is nothing to
   * tell: asked of nobody when the next session has begun, or the exchange has no such hours.
   */
  readonly of: (closes: Closes, memory: Memory, isPrivate: boolean) => Promise<Result<AfterHours | null>>;
  readonly forget: () => void;
}

type Deps = Pick<ChainDeps, "providers" | "isPermitted" | "fetchText" | "gateOf" | "now" | "uptime">;

export function createAfterHoursDesk(deps: Deps): AfterHoursDesk {
  const { now, uptime } = deps;
  const asked = new Map<Ticker, Asked>();
  return {
    of: async (closes, memory, isPrivate) => {
      const figures = figuresOf(closes, now());
      const window = figures && afterHoursWindow(figures, figures.latest.date);
      if (!window || now() >= window.until || figures.days.latestDue(now()) !== figures.latest.date) return ok(null);
      const ask = async (): Promise<Result<AfterHours | null>> => {
        const to = Math.min(now(), window.from + LONGEST_MS);
        const trading = await askYahoo(closes.ticker, { from: window.from, to }, memory, deps);
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

async function askYahoo(
  ticker: Ticker,
  period: { readonly from: number; readonly to: number },
  memory: Memory,
  deps: Deps,
): ReturnType<typeof yahooExtended> {
  const provider = deps.providers.find(({ id }) => id === "yahoo");
  if (!provider || !(await deps.isPermitted(provider))) return fail({ kind: "no-permission", provider: "yahoo" });
  const rest = await memory.restOf("yahoo");
  if (rest) return fail(rest);
  const signal = AbortSignal.timeout(QUESTION_LIMIT_MS);
  const trading = await deps.gateOf("yahoo")(() => yahooExtended(ticker, period, { ...deps, signal }), signal);
  if (trading === "aborted") return fail({ kind: "source-down", provider: "yahoo", status: 0 });
  const isLimited = !trading.ok && trading.failure.kind === "rate-limited" && trading.failure.provider !== null;
  if (isLimited) await memory.noteRest("yahoo", trading.failure);
  return trading;
}
