import { type Failure, fail, type Result } from "../domain/failure";
import type { ListingKind } from "../domain/listing";
import type { Closes, LocalDate } from "../domain/market/closes";
import { isUsListing } from "../domain/market/market";
import { BENCHMARK, BENCHMARK_FUND, type Ticker } from "../domain/ticker";
import { factsOf, type ProviderId } from "./catalogue";
import type { FetchText } from "./fetch-text";

/** A request to a provider: the daily closes of some tickers in a period, both ends included. */
export interface ClosesRequest {
  readonly tickers: readonly Ticker[];
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What a provider can use to answer. */
export interface ProviderContext {
  readonly fetchText: FetchText;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The reader's key for this provider; null where none is set. */
  readonly key: string | null;
  /** A place where it can keep what answers many questions, such as a whole market's day, until the browser closes. */
  readonly keep: {
    readonly get: (name: string) => Promise<unknown>;
    readonly set: (name: string, value: unknown) => Promise<void>;
  };
  readonly wait: (ms: number) => Promise<void>;
  /** The ticker's kind in the directory; undefined if the directory does not have it. */
  readonly kindOf: (ticker: Ticker) => Promise<ListingKind | undefined>;
  readonly signal: AbortSignal;
}

/** One outcome per asked ticker. */
export type Outcomes = ReadonlyMap<Ticker, Result<Closes>>;

/** How a provider is asked: its code. Its facts are in the catalogue. */
export interface ProviderCode {
  /** Most tickers of one request; 1 if the source has no batches. */
  readonly batch: number;
  /** Shortest time between two requests that the source tolerates, milliseconds. */
  readonly spacingMs: number;
  /** How many requests may be made at once after a pause; 1 if absent. */
  readonly burst?: number;
  /**
   * One outcome per asked ticker. If the whole request fails, each has the same failure. Never throws for expected
   * failures.
   */
  readonly closes: (request: ClosesRequest, context: ProviderContext) => Promise<Outcomes>;
}

/** A source of closes: its code, and what is derived from its facts. */
export interface Provider extends ProviderCode {
  readonly id: ProviderId;
  readonly hosts: readonly string[];
  readonly needsKey: boolean;
  /** The ticker it serves for the benchmark: `^GSPC`, or `SPY` where it lacks the index. */
  readonly benchmark: Ticker;
  /** Whether it decides if a ticker exists. A source of only some markets cannot. */
  readonly isAuthoritative: boolean;
  /** Whether the close of a finished day may arrive hours later than elsewhere. */
  readonly mayLag: boolean;
  /** Whether it may have the ticker, judged by the spelling alone. */
  readonly serves: (ticker: Ticker) => boolean;
}

/** Makes the provider with this id of the catalogue. */
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

/** Asks a source for one ticker after the other. */
export async function oneByOne(
  { tickers }: ClosesRequest,
  ask: (ticker: Ticker) => Promise<Result<Closes>>,
): Promise<Outcomes> {
  const outcomes = new Map<Ticker, Result<Closes>>();
  for (const ticker of tickers) outcomes.set(ticker, await ask(ticker));
  return outcomes;
}

/** The same failure for each asked ticker, because the whole request failed. */
export function allFailed({ tickers }: ClosesRequest, failure: Failure): Outcomes {
  return new Map(tickers.map((ticker) => [ticker, fail(failure)]));
}
