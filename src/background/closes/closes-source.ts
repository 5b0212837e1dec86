import { type Failure, fail, ok, type Result } from "../../domain/failure";
import type { Closes } from "../../domain/market/closes";
import { lastTradedOn } from "../../domain/market/standing";
import type { Ticker } from "../../domain/ticker";
import { WIND_UP_MS } from "../../domain/time-limits";
import { withinTime } from "../../platform/within-time";
import type { ChainDeps } from "./chain";
import { askedDays, type ClosesQuestion, serves } from "./closes-question";
import { createFetching, type FetchingDeps } from "./fetching";
import { createSharedRequests } from "./shared-requests";

/** Gets closes: kept ones if they are current, otherwise fetched ones; if fetching fails, kept ones that are old. */
export interface ClosesSource {
  readonly one: (ticker: Ticker, question: ClosesQuestion) => Promise<Result<Closes>>;
  /**
   * One promise per ticker. What is missing is fetched in as few requests as the source allows. `riders` are fetched
   * along if there is a batch; nobody waits for them.
   */
  readonly many: (
    tickers: readonly Ticker[],
    riders: readonly Ticker[],
    question: ClosesQuestion,
  ) => Promise<ReadonlyMap<Ticker, Promise<Result<Closes>>>>;
  /** What is kept, however old it is. */
  readonly kept: (ticker: Ticker, question: Pick<ClosesQuestion, "coverage" | "isPrivate">) => Promise<Closes | null>;
  /** From now on every question has a request of its own, although one for the same closes may be under way. */
  readonly askAnew: () => void;
  /** Resolves once what is being asked now has been answered and kept. */
  readonly ended: () => Promise<unknown>;
}

interface SourceDeps extends FetchingDeps, Pick<ChainDeps, "uptime"> {}

/** Nobody waits for closes beyond the deadline of the question. */
export function createClosesSource(deps: SourceDeps): ClosesSource {
  const { keeping, now, uptime } = deps;
  const requests = createSharedRequests<Result<Closes>>(uptime, (ticker) => fail({ kind: "unknown-ticker", ticker }));
  const fetchMissing = createFetching(deps);

  return {
    kept,
    askAnew: requests.endSharing,
    ended: requests.ended,
    one: async (ticker, question) => {
      const before = await kept(ticker, question);
      if (before && serves(before, question, now())) return ok(before);
      const fetched = request([ticker], question).get(ticker);
      return fetched ? inTime(fetched, before, ticker, question, uptime) : fail({ kind: "no-answer" });
    },
    many: async (tickers, riders, question) => {
      const before = new Map(
        await Promise.all(
          [...tickers, ...riders].map(async (ticker) => [ticker, await kept(ticker, question)] as const),
        ),
      );
      const isMissing = (ticker: Ticker) => {
        const closes = before.get(ticker);
        return !closes || !serves(closes, question, now());
      };
      const old = tickers.filter(isMissing);
      // Only a batch can carry riders.
      const fetched = request(old.length > 1 ? [...old, ...riders.filter(isMissing)] : old, question);
      return new Map(
        tickers.map((ticker) => {
          const closes = before.get(ticker) ?? null;
          const outcome = fetched.get(ticker);
          if (outcome) return [ticker, inTime(outcome, closes, ticker, question, uptime)];
          return [ticker, Promise.resolve(closes ? ok(closes) : fail({ kind: "no-answer" }))];
        }),
      );
    },
  };

  function kept(ticker: Ticker, { coverage, isPrivate }: Pick<ClosesQuestion, "coverage" | "isPrivate">) {
    // Private and other windows must not show what was looked up in the other.
    return keeping(isPrivate).cache.get(ticker, coverage);
  }

  function request(tickers: readonly Ticker[], question: ClosesQuestion): ReadonlyMap<Ticker, Promise<Result<Closes>>> {
    const { coverage, isPrivate, deadline } = question;
    const place = `${isPrivate ? "private" : "normal"}/${coverage}/${askedDays(question, now()).earlierStart ?? ""}`;
    const nameOf = (ticker: Ticker) => `${place}/${ticker}`;
    return requests.join(tickers, nameOf, deadline - WIND_UP_MS, (missing, signal) =>
      fetchMissing(missing, question, signal),
    );
  }
}

/** The outcome, if it comes before the deadline; otherwise what stands in for it. */
async function inTime(
  fetched: Promise<Result<Closes>>,
  before: Closes | null,
  ticker: Ticker,
  { deadline }: ClosesQuestion,
  uptime: () => number,
): Promise<Result<Closes>> {
  // Which source kept us waiting is not known then.
  const silent = fail({ kind: "no-answer" });
  const outcome = await withinTime(fetched, deadline - uptime(), () => silent);
  if (outcome.ok) return outcome;
  return insteadOf(outcome.failure.kind === "aborted" ? silent.failure : outcome.failure, before, ticker);
}

/** Kept closes stand in after a failure that may pass. For a ticker that is gone, they may say since when. */
function insteadOf(failure: Failure, kept: Closes | null, ticker: Ticker): Result<Closes> {
  if (!kept) return fail(failure);
  if (failure.kind !== "unknown-ticker") return ok(kept);
  const lastDate = lastTradedOn(kept);
  return fail({ kind: "delisted", ticker, ...(lastDate ? { lastDate } : {}) });
}
