import { type Failure, fail, ok, type Result } from "../../domain/failure";
import { addDays } from "../../domain/market/calendar-day";
import type { Closes, LocalDate } from "../../domain/market/closes";
import { closesNeededFrom } from "../../domain/market/since-article";
import { BENCHMARK, type Ticker } from "../../domain/ticker";
import { withinTime } from "../../platform/within-time";
import type { ProviderId } from "../../providers/catalogue";
import type { ClosesCache } from "./cache";
import type { Chain, ChainDeps } from "./chain";
import { createFlights } from "./flights";
import { isCurrent } from "./freshness";
import { leadingProvider } from "./lineup";
import type { Memory } from "./memory";
import type { Coverage } from "./stored-closes";

/** How one question wants its closes; `deadline` is on the clock of `uptime`. */
export interface ClosesQuestion {
  readonly coverage: Coverage;
  /** The day of the article whose change since is wanted. */
  readonly since?: LocalDate | undefined;
  readonly isPrivate: boolean;
  readonly deadline: number;
  /** The provider to ask before the others. */
  readonly first?: ProviderId;
}

/** Closes from wherever they can be had: kept and current, else fetched, else kept and old. */
export interface ClosesSource {
  readonly one: (ticker: Ticker, question: ClosesQuestion) => Promise<Result<Closes>>;
  /** One promise per ticker; what is missing is fetched together with `riders`, in as few requests as the source allows. */
  readonly many: (
    tickers: readonly Ticker[],
    riders: readonly Ticker[],
    question: ClosesQuestion,
  ) => Promise<ReadonlyMap<Ticker, Promise<Result<Closes>>>>;
  /** What is kept, however old. */
  readonly kept: (ticker: Ticker, question: Pick<ClosesQuestion, "coverage" | "isPrivate">) => Promise<Closes | null>;
}

/** What a window's closes and refusals are kept in. */
export interface Keeping {
  readonly cache: ClosesCache;
  readonly memory: Memory;
}

interface SourceDeps extends Pick<ChainDeps, "providers" | "order" | "keyOf" | "kindOf" | "now" | "uptime"> {
  readonly chain: Chain;
  readonly keeping: (isPrivate: boolean) => Keeping;
}

/** Days asked for: a year and the slack that a year's first close needs, or a month and a holiday. */
const DAYS_BACK = { year: 400, month: 40 } as const satisfies Record<Coverage, number>;

export function createClosesSource(deps: SourceDeps): ClosesSource {
  const { chain, keeping, kindOf, now, uptime } = deps;
  const flights = createFlights<Result<Closes>>(uptime, (ticker) => fail({ kind: "unknown-ticker", ticker }));

  return {
    kept,
    one: async (ticker, question) => {
      const before = await kept(ticker, question);
      if (before && serves(before, question)) return ok(before);
      const flight = depart([ticker], question).get(ticker);
      return flight ? landing(flight, before, ticker, question) : fail({ kind: "no-answer" });
    },
    many: async (tickers, riders, question) => {
      const before = new Map(
        await Promise.all(
          [...tickers, ...riders].map(async (ticker) => [ticker, await kept(ticker, question)] as const),
        ),
      );
      const isMissing = (ticker: Ticker) => {
        const closes = before.get(ticker);
        return !closes || !serves(closes, question);
      };
      const old = tickers.filter(isMissing);
      // A rider goes along in a batch; a single request would not carry it.
      const flying = depart(old.length > 1 ? [...old, ...riders.filter(isMissing)] : old, question);
      return new Map(
        tickers.map((ticker) => {
          const closes = before.get(ticker) ?? null;
          const flight = flying.get(ticker);
          if (flight) return [ticker, landing(flight, closes, ticker, question)];
          return [ticker, Promise.resolve(closes ? ok(closes) : fail({ kind: "no-answer" }))];
        }),
      );
    },
  };

  function kept(ticker: Ticker, { coverage, isPrivate }: Pick<ClosesQuestion, "coverage" | "isPrivate">) {
    // Neither kind of window may tell what was looked up in the other.
    return keeping(isPrivate).cache.get(ticker, coverage);
  }

  function serves(closes: Closes, question: ClosesQuestion): boolean {
    const since = earlierStart(question);
    return isCurrent(closes, now()) && (since === null || (closes.askedFrom ?? "9999") <= since);
  }

  /** The first day that is needed, where it lies before what the coverage holds. */
  function earlierStart({ coverage, since }: ClosesQuestion): LocalDate | null {
    return since === undefined ? null : closesNeededFrom(since, usualStart(coverage));
  }

  function usualStart(coverage: Coverage): LocalDate {
    return addDays(today(), -DAYS_BACK[coverage]);
  }

  function today(): LocalDate {
    return new Date(now()).toISOString().slice(0, 10);
  }

  function depart(tickers: readonly Ticker[], question: ClosesQuestion): ReadonlyMap<Ticker, Promise<Result<Closes>>> {
    const { coverage, isPrivate, deadline } = question;
    const place = `${isPrivate ? "private" : "normal"}/${coverage}/${earlierStart(question) ?? ""}`;
    const nameOf = (ticker: Ticker) => `${place}/${ticker}`;
    return flights.join(tickers, nameOf, deadline, (departing, signal) => fly(departing, question, signal));
  }

  async function fly(departing: readonly Ticker[], question: ClosesQuestion, signal: AbortSignal) {
    const { coverage, isPrivate, first } = question;
    const { cache, memory } = keeping(isPrivate);
    const found = new Map<Ticker, Result<Closes>>();
    const known = new Set<Ticker>([BENCHMARK]);
    for (const ticker of departing) {
      const closes = await cache.get(ticker, coverage);
      // An asker that found nothing kept may arrive here after the flight that fetched it has landed.
      if (closes && serves(closes, question)) found.set(ticker, ok(closes));
      if (closes || (await kindOf(ticker)) !== undefined) known.add(ticker);
    }
    const missing = departing.filter((ticker) => !found.has(ticker));
    if (missing.length === 0) return found;
    const from = earlierStart(question) ?? usualStart(coverage);
    const isKnown = (ticker: Ticker) => known.has(ticker);
    const period = { tickers: missing, from, to: today(), ...(first ? { first } : {}) };
    for (const [ticker, outcome] of await chain({ ...period, memory, signal, isKnown })) {
      const answer = outcome.ok ? ok({ ...outcome.value, askedFrom: from }) : outcome;
      if (answer.ok) await cache.put(answer.value, coverage);
      found.set(ticker, answer);
    }
    return found;
  }

  /** The outcome within the asker's time, or what stands in for it. */
  async function landing(
    flight: Promise<Result<Closes>>,
    before: Closes | null,
    ticker: Ticker,
    { deadline }: ClosesQuestion,
  ): Promise<Result<Closes>> {
    const provider = (await leadingProvider(deps, [ticker]))?.id ?? "yahoo";
    const silent: Result<Closes> = fail({ kind: "source-down", provider, status: 0 });
    const outcome = await withinTime(flight, deadline - uptime(), () => silent);
    if (outcome.ok) return outcome;
    const { failure } =
      outcome.failure.kind === "aborted" ? fail({ kind: "source-down", provider, status: 0 }) : outcome;
    return insteadOf(failure, before, ticker);
  }
}

/** Old closes stand in for a passing failure; for a ticker that is gone they tell since when. */
function insteadOf(failure: Failure, kept: Closes | null, ticker: Ticker): Result<Closes> {
  if (!kept) return fail(failure);
  if (failure.kind !== "unknown-ticker") return ok(kept);
  const lastDate = kept.bars.at(-1)?.date;
  return fail({ kind: "delisted", ticker, ...(lastDate ? { lastDate } : {}) });
}
