import type { ListingKind } from "../domain/listing";
import type { Ticker } from "../domain/ticker";
import { now, wait } from "../platform/clock";
import { localStore, type Store, sessionStore } from "../platform/storage";
import { PROVIDERS } from "../providers/all";
import type { ProviderId } from "../providers/catalogue";
import type { BenchmarkChoice } from "./closes/benchmarks";
import { type Comparisons, createComparisons } from "./closes/comparisons";
import type { Outgoing } from "./outgoing";

/** Creates the comparisons of the running extension, with the real network, storage and clock. */
export function createFigures(deps: {
  readonly outgoing: Outgoing;
  readonly privateStore: Store;
  readonly order: () => Promise<readonly ProviderId[]>;
  readonly benchmarkChoice: () => Promise<BenchmarkChoice>;
  /** The ticker's kind in the directory; undefined if the directory does not have it. */
  readonly kindOf: (ticker: Ticker) => Promise<ListingKind | undefined>;
  readonly keyOf: (provider: ProviderId) => Promise<string | null>;
}): Comparisons {
  return createComparisons({
    ...deps,
    providers: PROVIDERS,
    fetchText: deps.outgoing.fetchText,
    hasConsent: deps.outgoing.hasConsent,
    localStore,
    sessionStore,
    now,
    // The fixed clock of demo builds must not stop the spacing of requests.
    uptime: () => performance.now(),
    wait,
    isPermitted: ({ hosts }) => deps.outgoing.isPermitted(hosts),
  });
}
