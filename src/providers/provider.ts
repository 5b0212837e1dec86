import { type Failure, fail, type Result } from "../domain/failure";
import type { ListingKind } from "../domain/listing";
import type { Closes, LocalDate } from "../domain/market/closes";
import { isUsListing } from "../domain/market/market";
import { BENCHMARK, BENCHMARK_FUND, type Ticker } from "../domain/ticker";
import { factsOf, type ProviderId } from "./catalogue";
import type { FetchText } from "./fetch-text";

/** What is asked of a provider: daily closes of some tickers over a period, both ends inclusive. */
export interface ClosesRequest {
  readonly tickers: readonly Ticker[];
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What a provider may use. */
export interface ProviderContext {
  readonly fetchText: FetchText;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The reader's key for this provider; null where none is set. */
  readonly key: string | null;
  /** A place for what serves many questions, until the browser closes (a whole market's day). */
  readonly keep: {
    readonly get: (name: string) => Promise<unknown>;
    readonly set: (name: string, value: unknown) => Promise<void>;
  };
  readonly wait: (ms: number) => Promise<void>;
  /** What the directory knows a ticker to be; undefined when it does not. */
  readonly kindOf: (ticker: Ticker) => Promise<ListingKind | undefined>;
  readonly signal: AbortSignal;
}

/** One outcome per asked ticker. */
export type Outcomes = ReadonlyMap<Ticker, Result<Closes>>;

/** How one provider is asked: the code beside its facts in the catalogue. */
export interface ProviderCode {
  /** Most tickers one call of `closes` turns into one request; 1 where the source has no batches. */
  readonly batch: number;
  /** Least time between two requests, milliseconds: what the source tolerates. */
  readonly spacingMs: number;
  /** How many requests may follow one another at once after a rest; 1 where not given. */
  readonly burst?: number;
  /**
   * One outcome per asked ticker. A failure of the whole request is
   * the same failure on each. Never throws for expected failures.
   */
  readonly closes: (request: ClosesRequest, context: ProviderContext) => Promise<Outcomes>;
}

/** A source of closes: its code, and what follows from its facts. */
export interface Provider extends ProviderCode {
  readonly id: ProviderId;
  readonly hosts: readonly string[];
  readonly needsKey: boolean;
  /** The ticker it serves for the benchmark: `^GSPC`, or `SPY` where it lacks the index. */
  readonly benchmark: Ticker;
  /** Whether its "unknown" and "no closes" settle the matter; a source of some markets only cannot know. */
  readonly isAuthoritative: boolean;
  /** Whether the close of a finished day may arrive hours later than elsewhere. */
  readonly mayLag: boolean;
  /** Whether it can serve the ticker at all; a cheap test by spelling. */
  readonly serves: (ticker: Ticker) => boolean;
}

/** The provider of an id in the catalogue, asked by `code`. */
export function createProvider(id: ProviderId, code: ProviderCode): Provider {
  const { hosts, needsKey, serves, benchmark, arrives } = factsOf(id);
  const ownBenchmark = benchmark === "index" ? BENCHMARK : BENCHMARK_FUND;
  return {
    ...code,
    id,
    hosts,
    needsKey,
    benchmark: ownBenchmark,
    isAuthoritative: serves === "world",
    mayLag: arrives !== "same-evening",
    serves: (ticker) =>
      serves === "world" || ticker === ownBenchmark || (serves === "united-states" && isUsListing(ticker)),
  };
}

/** Outcomes of a source that answers one ticker a request, asked one after the other. */
export async function oneByOne(
  { tickers }: ClosesRequest,
  ask: (ticker: Ticker) => Promise<Result<Closes>>,
): Promise<Outcomes> {
  const outcomes = new Map<Ticker, Result<Closes>>();
  for (const ticker of tickers) outcomes.set(ticker, await ask(ticker));
  return outcomes;
}

/** The same failure for each asked ticker: the whole request failed. */
export function allFailed({ tickers }: ClosesRequest, failure: Failure): Outcomes {
  return new Map(tickers.map((ticker) => [ticker, fail(failure)]));
}
