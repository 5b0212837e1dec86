import type { Publication } from "../../domain/article";
import { type Failure, fail, ok, type Result } from "../../domain/failure";
import type { KeyTest } from "../../domain/key-test";
import type { FoundListing } from "../../domain/listing";
import { daysBetween } from "../../domain/market/calendar-day";
import type { Closes } from "../../domain/market/closes";
import { type ComparisonInput, compare, compareRow, isBenchmark } from "../../domain/market/compare";
import type { Comparison, ComparisonRow } from "../../domain/market/comparison";
import { BENCHMARK, BENCHMARK_FUND, type Ticker } from "../../domain/ticker";
import { BENCHMARK_TIME_MS, FIGURES_LIMIT_MS } from "../../domain/time-limits";
import type { Store } from "../../platform/storage";
import { withinTime } from "../../platform/within-time";
import type { ProviderId } from "../../providers/catalogue";
import { type CacheSize, createClosesCache } from "./cache";
import { type ChainDeps, createChain, leadingProvider } from "./chain";
import { createFetchCloses } from "./fetches";
import { isCurrent, missedDay } from "./freshness";
import { createGates } from "./gate";
import { createHoverBudget, type HoverBudget } from "./hover-budget";
import { createLayeredMemory, createMemory } from "./memory";
import { searchListings, testProviderKey } from "./single-questions";
import type { Coverage } from "./stored-closes";

/** Who asks: a tab's page (`tabId`), or one of our own pages; a private window leaves no trace. */
export interface ComparisonAsker {
  readonly tabId?: number | undefined;
  readonly isPrivate: boolean;
}

/** The figures that cards and lists show. */
export interface Comparisons {
  readonly compare: (
    ticker: Ticker,
    published: Publication | undefined,
    asker: ComparisonAsker,
  ) => Promise<Result<Comparison>>;
  /** One outcome per ticker, fetched in as few requests as the provider allows; with `cachedOnly` nothing is fetched and what is not kept is absent. */
  readonly compareRows: (
    tickers: readonly Ticker[],
    asker: ComparisonAsker,
    cachedOnly?: boolean,
  ) => Promise<Readonly<Record<Ticker, Result<ComparisonRow>>>>;
  /** Forgets every ticker that was looked up, private windows' included; rests of providers stay. */
  readonly clearCache: () => Promise<void>;
  readonly cacheSize: () => Promise<CacheSize>;
  /** Listings by ticker or name, from the provider's search. */
  readonly search: (query: string, asker: ComparisonAsker) => Promise<Result<readonly FoundListing[]>>;
  /** Asks a provider once with the reader's key; forgets what the provider refused before, because the key may be new. */
  readonly testKey: (provider: ProviderId) => Promise<KeyTest>;
  /** Forgets what a provider refused: its key changed. */
  readonly forgetProvider: (provider: ProviderId) => Promise<void>;
}

export interface ComparisonsDeps extends Omit<ChainDeps, "keep" | "gateOf"> {
  readonly localStore: Store;
  readonly sessionStore: Store;
  /** Where private windows' tickers are kept, apart from all others: in the background's own memory, gone with the window. */
  readonly privateStore: Store;
  /** Whether the reader agreed to network use. */
  readonly hasConsent: () => Promise<boolean>;
}

/** A listing without a close for so long no longer trades; before that it is halted. */
const DELISTED_AFTER_DAYS = 30;

export function createComparisons(deps: ComparisonsDeps): Comparisons {
  const { localStore, sessionStore, privateStore, now, uptime, providers, hasConsent } = deps;
  const lasting = {
    cache: createClosesCache({ store: localStore, now }),
    memory: createMemory({ store: localStore, now }),
  };
  const fleeting = {
    cache: createClosesCache({ store: privateStore, now }),
    memory: createLayeredMemory(lasting.memory, createMemory({ store: privateStore, now })),
  };
  const chainDeps: ChainDeps = { ...deps, keep: keepIn(sessionStore), gateOf: createGates(providers, deps) };
  const fetchCloses = createFetchCloses({
    chain: createChain(chainDeps),
    keeping: (isPrivate) => (isPrivate ? fleeting : lasting),
    now,
    uptime,
  });
  const budget = createHoverBudget({ store: sessionStore, now });
  const privateBudget = createHoverBudget({ store: privateStore, now });

  return {
    compare: async (ticker, published, asker) => {
      if (!(await hasConsent())) return fail({ kind: "no-consent" });
      const until = asker.tabId === undefined ? null : await budgetOf(asker).take(asker.tabId, ticker);
      if (until !== null) return fail({ kind: "rate-limited", provider: null, until });
      const deadline = uptime() + FIGURES_LIMIT_MS;
      const listing = await closesOf(ticker, asker, deadline - BENCHMARK_TIME_MS);
      if (!listing.ok) return listing;
      const benchmark = isBenchmark(ticker) ? null : await benchmarkFor(listing.value, "year", asker, deadline);
      return answered({ listing: listing.value, benchmark, now: now(), published }, compare);
    },

    compareRows: async (tickers, asker, cachedOnly = false) => {
      const distinct = [...new Set(tickers)];
      const found = new Map<Ticker, Result<ComparisonRow>>();
      if (cachedOnly) return Object.fromEntries(await keptRows(distinct, asker));
      if (!(await hasConsent())) {
        for (const ticker of distinct) found.set(ticker, fail({ kind: "no-consent" }));
        return Object.fromEntries(found);
      }
      const deadline = uptime() + FIGURES_LIMIT_MS;
      const listings = await rowsOf(distinct, asker, deadline);
      const first = [...listings.values()].find((one) => one.ok);
      const benchmark = first?.ok ? await benchmarkFor(first.value, "month", asker, deadline) : null;
      for (const [ticker, listing] of listings) {
        const row = listing.ok ? answered({ listing: listing.value, benchmark, now: now() }, compareRow) : listing;
        found.set(ticker, row);
      }
      return Object.fromEntries(found);
    },

    clearCache: async () => {
      for (const { cache, memory } of [lasting, fleeting]) {
        await cache.clear();
        await memory.forgetTickers();
      }
      for (const { forget } of [budget, privateBudget]) await forget();
    },
    cacheSize: () => lasting.cache.size(),
    search: async (query, { isPrivate }) =>
      (await hasConsent())
        ? searchListings(query, isPrivate ? fleeting.memory : lasting.memory, chainDeps)
        : fail({ kind: "no-consent" }),
    testKey: async (provider) => {
      if (!(await hasConsent())) return { failure: { kind: "no-consent" }, status: 0, said: "" };
      await lasting.memory.forget(provider);
      return testProviderKey(provider, chainDeps);
    },
    forgetProvider: (provider) => lasting.memory.forget(provider),
  };

  async function keptRows(tickers: readonly Ticker[], asker: ComparisonAsker) {
    const benchmark = (await cached(BENCHMARK, "month", asker)) ?? (await cached(BENCHMARK_FUND, "month", asker));
    const rows = new Map<Ticker, Result<ComparisonRow>>();
    for (const ticker of tickers) {
      const listing = await cached(ticker, "month", asker);
      if (listing) rows.set(ticker, answered({ listing, benchmark, now: now() }, compareRow));
    }
    return rows;
  }

  async function cached(ticker: Ticker, coverage: Coverage, { isPrivate }: ComparisonAsker): Promise<Closes | null> {
    // Neither may tell what was looked up in the other.
    return (isPrivate ? fleeting : lasting).cache.get(ticker, coverage);
  }

  function budgetOf({ isPrivate }: ComparisonAsker): HoverBudget {
    return isPrivate ? privateBudget : budget;
  }

  /** A year of one ticker's closes: kept and current, else fetched, else kept and old. */
  async function closesOf(ticker: Ticker, asker: ComparisonAsker, deadline: number): Promise<Result<Closes>> {
    const kept = await cached(ticker, "year", asker);
    if (kept && isCurrent(kept, now())) return ok(kept);
    const fetched = await fetchOne(ticker, "year", asker, deadline);
    return fetched.ok ? fetched : insteadOf(fetched.failure, kept, ticker);
  }

  async function rowsOf(
    tickers: readonly Ticker[],
    asker: ComparisonAsker,
    deadline: number,
  ): Promise<ReadonlyMap<Ticker, Result<Closes>>> {
    const kept = new Map(
      await Promise.all(tickers.map(async (ticker) => [ticker, await cached(ticker, "month", asker)] as const)),
    );
    const old = tickers.filter((ticker) => !isCurrentOrNull(kept.get(ticker) ?? null));
    // The benchmark rides along in the same batch instead of costing a request of its own.
    const rider = (await leadingProvider(deps, old.length))?.benchmark ?? BENCHMARK;
    const isAboard = old.length < 2 || old.includes(rider) || isCurrentOrNull(await cached(rider, "month", asker));
    const wanted = isAboard ? old : [...old, rider];
    const flying = fetchCloses({ tickers: wanted, coverage: "month", isPrivate: asker.isPrivate, deadline });
    const found = new Map<Ticker, Result<Closes>>();
    for (const ticker of tickers) {
      const flight = flying.get(ticker);
      const before = kept.get(ticker) ?? null;
      if (!flight) {
        if (before) found.set(ticker, ok(before));
        continue;
      }
      const fetched = await beforeDeadline(flight, deadline);
      found.set(ticker, fetched.ok ? fetched : insteadOf(fetched.failure, before, ticker));
    }
    return found;
  }

  function isCurrentOrNull(closes: Closes | null): boolean {
    return closes !== null && isCurrent(closes, now());
  }

  /** The benchmark from the listing's own source where that can be; the index from another rather than none. */
  async function benchmarkFor(
    listing: Closes,
    coverage: Coverage,
    asker: ComparisonAsker,
    deadline: number,
  ): Promise<Closes | null> {
    const source = providers.find(({ id }) => id === listing.provider);
    const wanted = source?.benchmark ?? BENCHMARK;
    const names = wanted === BENCHMARK ? [BENCHMARK, BENCHMARK_FUND] : [wanted, BENCHMARK];
    const old: Closes[] = [];
    for (const name of names) {
      const kept = await cached(name, coverage, asker);
      if (kept && isCurrent(kept, now()) && hasDay(kept, listing)) return kept;
      const fetched = await fetchOne(name, coverage, asker, deadline, listing.provider);
      if (fetched.ok) return fetched.value;
      if (kept) old.push(kept);
    }
    return old[0] ?? null;
  }

  async function fetchOne(
    ticker: Ticker,
    coverage: Coverage,
    { isPrivate }: ComparisonAsker,
    deadline: number,
    first?: ProviderId,
  ): Promise<Result<Closes>> {
    const flight = fetchCloses({ tickers: [ticker], coverage, isPrivate, deadline, ...(first ? { first } : {}) });
    return beforeDeadline(flight.get(ticker) ?? Promise.resolve(fail({ kind: "no-answer" })), deadline);
  }

  /** The outcome, or that the source asked first kept silent until the asker's time was up. */
  async function beforeDeadline(outcome: Promise<Result<Closes>>, deadline: number): Promise<Result<Closes>> {
    const provider = (await leadingProvider(deps, 1))?.id ?? "yahoo";
    const silent: Result<Closes> = fail({ kind: "source-down", provider, status: 0 });
    const first = await withinTime(outcome, deadline - uptime(), () => silent);
    return !first.ok && first.failure.kind === "aborted" ? silent : first;
  }
}

/** A place that loses what does not fit instead of failing the question that wanted to keep it. */
function keepIn({ get, set }: Store): ChainDeps["keep"] {
  return {
    get,
    set: (name, value) => set(name, value).catch((error) => console.debug("Sidequote: could not keep", name, error)),
  };
}

/** Old closes stand in for a passing failure; for a ticker that is gone they tell since when. */
function insteadOf(failure: Failure, kept: Closes | null, ticker: Ticker): Result<Closes> {
  if (!kept) return fail(failure);
  if (failure.kind !== "unknown-ticker") return ok(kept);
  const lastDate = kept.bars.at(-1)?.date;
  return fail({ kind: "delisted", ticker, ...(lastDate ? { lastDate } : {}) });
}

function answered<T extends ComparisonRow | Comparison>(
  input: ComparisonInput,
  make: (input: ComparisonInput) => T | null,
): Result<T> {
  const { ticker } = input.listing;
  const made = make(input);
  if (!made) return fail({ kind: "no-data-yet", ticker });
  const missed = missedDay(input.listing, input.benchmark);
  if (!missed) return ok(made);
  const isGone = daysBetween(made.date, missed) > DELISTED_AFTER_DAYS;
  return fail({ kind: isGone ? "delisted" : "halted", ticker, lastDate: made.date });
}

/** Whether the benchmark's closes reach the listing's day, or that day cannot be in them. */
function hasDay(benchmark: Closes, listing: Closes): boolean {
  const [date, last] = [listing.bars.at(-1)?.date, benchmark.bars.at(-1)?.date];
  return date !== undefined && last !== undefined && (last >= date || listing.zone !== benchmark.zone);
}
