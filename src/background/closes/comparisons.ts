import type { Publication } from "../../domain/article";
import { type Failure, fail, ok, type Result } from "../../domain/failure";
import type { KeyTest } from "../../domain/key-test";
import type { FoundListing } from "../../domain/listing";
import type { AfterHours } from "../../domain/market/after-hours";
import type { Closes, Told } from "../../domain/market/closes";
import type { Comparison, ComparisonRow } from "../../domain/market/comparison";
import type { Ticker } from "../../domain/ticker";
import type { Store } from "../../platform/storage";
import type { ProviderId } from "../../providers/catalogue";
import { createAfterHoursSource } from "./after-hours";
import { type BenchmarkChoice, createBenchmarks } from "./benchmarks";
import { type CacheSize, createClosesCache } from "./cache";
import { createCards } from "./cards";
import { type ChainDeps, createChain } from "./chain";
import { createClosesSource } from "./closes-source";
import type { Keeping } from "./fetching";
import { createGates } from "./gate";
import { createHoverBudget, type HoverBudget } from "./hover-budget";
import { createLayeredMemory, createMemory } from "./memory";
import { createRows } from "./rows";
import { searchListings, testProviderKey } from "./single-questions";
import { toldLately } from "./told-lately";

/**
 * Who asks: a tab's page (`tabId`), or one of our own pages. Nothing asked in a private window is kept on the computer.
 */
export interface ComparisonAsker {
  readonly tabId?: number | undefined;
  readonly isPrivate: boolean;
}

/** Gets the figures that cards and lists show. */
export interface Comparisons {
  /** With `isEarly`, answers as soon as the listing's own figures are there; the benchmark is "awaited" then. */
  readonly compare: (
    ticker: Ticker,
    published: Publication | undefined,
    asker: ComparisonAsker,
    isEarly?: boolean,
  ) => Promise<Result<Comparison>>;
  /**
   * One outcome per ticker, fetched in as few requests as the provider allows. With `cachedOnly` nothing is fetched,
   * and tickers without kept closes are absent.
   */
  readonly compareRows: (
    tickers: readonly Ticker[],
    asker: ComparisonAsker,
    cachedOnly?: boolean,
  ) => Promise<Readonly<Record<Ticker, Result<ComparisonRow>>>>;
  /** The closes that are kept of a ticker, a year's or a month's; no source is asked. */
  readonly keptCloses: (ticker: Ticker, asker: ComparisonAsker) => Promise<Closes | null>;
  /** What was paid after the latest close that is kept, until the next session begins; null where nothing was. */
  readonly afterHours: (ticker: Ticker, asker: ComparisonAsker) => Promise<Result<AfterHours | null>>;
  /** Forgets every ticker that was looked up, in private windows too. Providers that rest go on resting. */
  readonly clearCache: () => Promise<void>;
  readonly cacheSize: () => Promise<CacheSize>;
  /** Which source said what of the tickers looked up last, where something was doubted; no source is asked. */
  readonly toldLately: () => Promise<readonly Told[]>;
  /** Listings by ticker or name, from the provider's search. */
  readonly search: (query: string, asker: ComparisonAsker) => Promise<Result<readonly FoundListing[]>>;
  /**
   * Asks a provider once with the reader's key. Forgets what the provider refused before, because the key may be new.
   */
  readonly testKey: (provider: ProviderId) => Promise<KeyTest>;
  /** Forgets what a provider refused, because its key has changed. */
  readonly forgetProvider: (provider: ProviderId) => Promise<void>;
  /** The reader has changed what we may reach: what is asked from now on shares no request of before. */
  readonly accessChanged: () => void;
}

/** Where closes are kept, and what the reader chose and allowed. */
export interface ComparisonsDeps extends Omit<ChainDeps, "keep" | "gateOf"> {
  readonly localStore: Store;
  readonly sessionStore: Store;
  /**
   * Where the tickers of private windows are kept: in the background's memory, apart from all others, until the window
   * closes.
   */
  readonly privateStore: Store;
  /** What the reader compares with. */
  readonly benchmarkChoice: () => Promise<BenchmarkChoice>;
  /** Whether the reader agreed to network use. */
  readonly hasConsent: () => Promise<boolean>;
}

/** Wires the chain of providers, the places where closes are kept, and what makes figures of them. */
export function createComparisons(deps: ComparisonsDeps): Comparisons {
  const { sessionStore, privateStore, now, providers, hasConsent } = deps;
  const keeping = createKeeping(deps);
  const chainDeps: ChainDeps = { ...deps, keep: keepIn(sessionStore), gateOf: createGates(providers, deps) };
  const source = createClosesSource({ ...deps, chain: createChain(chainDeps), keeping });
  const parts = { ...deps, source, benchmarks: createBenchmarks(deps, source) };
  const card = createCards(parts);
  const rows = createRows(parts);
  const afterHours = createAfterHoursSource(chainDeps);
  const budget = createHoverBudget({ store: sessionStore, now });
  const privateBudget = createHoverBudget({ store: privateStore, now });
  const refusalOf = createRefusals(hasConsent, ({ isPrivate }) => (isPrivate ? privateBudget : budget));
  const keptCloses = async (ticker: Ticker, { isPrivate }: ComparisonAsker) =>
    (await source.kept(ticker, { coverage: "year", isPrivate })) ??
    (await source.kept(ticker, { coverage: "month", isPrivate }));

  return {
    compare: async (ticker, published, asker, isEarly) => {
      const refusal = await refusalOf(ticker, asker);
      return refusal ? fail(refusal) : card(ticker, { published, isEarly, isPrivate: asker.isPrivate });
    },
    compareRows: async (tickers, { isPrivate }, cachedOnly = false) => {
      const distinct = [...new Set(tickers)];
      if (cachedOnly) return Object.fromEntries(await rows.kept(distinct, isPrivate));
      if (!(await hasConsent())) return Object.fromEntries(rows.failed(distinct, "no-consent"));
      return Object.fromEntries(await rows.fetched(distinct, isPrivate));
    },
    keptCloses,
    afterHours: async (ticker, asker) => {
      const refusal = await refusalOf(ticker, asker);
      if (refusal) return fail(refusal);
      const closes = await keptCloses(ticker, asker);
      return closes ? afterHours.of(closes, keeping(asker.isPrivate).memory, asker.isPrivate) : ok(null);
    },
    clearCache: async () => {
      afterHours.forget();
      const ended = source.ended();
      await forgetTickers(keeping);
      // What was being asked meanwhile is kept when its answer comes.
      void ended
        .then(() => forgetTickers(keeping))
        .catch((error) => console.debug("Sidequote: could not clear the cache again", error));
      for (const { forget } of [budget, privateBudget]) await forget();
    },
    cacheSize: () => keeping(false).cache.size(),
    toldLately: () => toldLately(keeping(false).cache),
    search: async (query, { isPrivate }) =>
      (await hasConsent()) ? searchListings(query, keeping(isPrivate).memory, chainDeps) : fail({ kind: "no-consent" }),
    testKey: async (provider) => {
      if (!(await hasConsent())) return { failure: { kind: "no-consent" }, status: 0, said: "" };
      await keeping(false).memory.forget(provider);
      return testProviderKey(provider, chainDeps);
    },
    forgetProvider: (provider) => keeping(false).memory.forget(provider).then(source.askAnew),
    accessChanged: () => {
      source.askAnew();
      afterHours.forget();
    },
  };
}

/** Forgets every ticker that was asked for or refused, in both kinds of windows. */
async function forgetTickers(keeping: (isPrivate: boolean) => Keeping): Promise<void> {
  for (const { cache, memory } of [keeping(false), keeping(true)]) {
    await cache.clear();
    await memory.forgetTickers();
  }
}

/** Why an asker is told nothing of a ticker at the moment: no consent, or too many tickers asked in its tab. */
function createRefusals(hasConsent: () => Promise<boolean>, budgetOf: (asker: ComparisonAsker) => HoverBudget) {
  return async (ticker: Ticker, asker: ComparisonAsker): Promise<Failure | null> => {
    if (!(await hasConsent())) return { kind: "no-consent" };
    const until = asker.tabId === undefined ? null : await budgetOf(asker).take(asker.tabId, ticker);
    return until === null ? null : { kind: "rate-limited", provider: null, until };
  };
}

/** Keeps what ordinary windows asked on the computer, and what private ones asked in the background's memory. */
function createKeeping({ localStore, privateStore, now }: ComparisonsDeps): (isPrivate: boolean) => Keeping {
  const lasting = {
    cache: createClosesCache({ store: localStore, now }),
    memory: createMemory({ store: localStore, now }),
  };
  const fleeting = {
    cache: createClosesCache({ store: privateStore, now }),
    memory: createLayeredMemory(lasting.memory, createMemory({ store: privateStore, now })),
  };
  return (isPrivate) => (isPrivate ? fleeting : lasting);
}

/** Writes that fail are logged and ignored, so that the question that wanted to keep something is still answered. */
function keepIn({ get, set }: Store): ChainDeps["keep"] {
  return {
    get,
    set: (name, value) => set(name, value).catch((error) => console.debug("Sidequote: could not keep", name, error)),
  };
}
