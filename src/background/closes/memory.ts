import type { Failure } from "../../domain/failure";
import type { Ticker } from "../../domain/ticker";
import type { Store } from "../../platform/storage";
import type { ProviderId } from "../../providers/catalogue";
import { UNSPOKEN_REST_MS } from "../../providers/refusal";
import { createPersistedMap } from "./persisted-map";

/** What providers said about tickers and about themselves, outliving the background. */
export interface Memory {
  /** A lasting refusal of this ticker by this provider. */
  readonly refusalOf: (provider: ProviderId, ticker: Ticker) => Promise<Failure | undefined>;
  readonly noteRefusal: (provider: ProviderId, ticker: Ticker, failure: Failure) => Promise<void>;
  /** Why the provider as a whole rests at this moment. */
  readonly restOf: (provider: ProviderId) => Promise<Failure | undefined>;
  readonly noteRest: (provider: ProviderId, failure: Failure) => Promise<void>;
  /** The provider answered: the next rest is short again. */
  readonly noteWell: (provider: ProviderId) => Promise<void>;
  /** Forgets rests and refusals of a provider whose key changed. */
  readonly forget: (provider: ProviderId) => Promise<void>;
}

const DAY_MS = 86_400_000;

/** Lists change: a ticker unknown today may be listed next week; a plan's limits change less often. */
const UNKNOWN_FOR_MS = 2 * DAY_MS;
const NOT_ENTITLED_FOR_MS = 7 * DAY_MS;

/** Rests double from a minute to at most ten (requirement R4). */
const LONGEST_REST_MS = 600_000;

/** A refused key is not sent again for this long; a new key is, at once. */
const REFUSED_KEY_REST_MS = 600_000;

interface Rest {
  readonly failure: Failure;
  /** How many rests in a row were of our own choosing. */
  readonly count: number;
  /** When the rest ends; the count is kept longer. */
  readonly until: number;
}

/** A memory in `store`: the computer's, or for a private window the session's. */
export function createMemory(deps: { readonly store: Store; readonly now: () => number }): Memory {
  const { now } = deps;
  const refusals = createPersistedMap("closes-refusals", isFailure, deps);
  const rests = createPersistedMap("closes-rests", isRest, deps);
  return {
    refusalOf: (provider, ticker) => refusals.get(`${provider}/${ticker}`),
    noteRefusal: async (provider, ticker, failure) => {
      const forMs = refusalMs(failure);
      if (forMs > 0) await refusals.set(`${provider}/${ticker}`, failure, now() + forMs);
    },
    restOf: async (provider) => {
      const rest = await rests.get(provider);
      return rest && rest.until > now() ? rest.failure : undefined;
    },
    noteRest: async (provider, failure) => {
      const count = (await rests.get(provider))?.count ?? 0;
      const until = now() + restMs(failure, count, now());
      const shown: Failure = failure.kind === "rate-limited" ? { ...failure, until } : failure;
      await rests.set(provider, { failure: shown, count: count + 1, until }, until + LONGEST_REST_MS);
    },
    noteWell: async (provider) => {
      if (await rests.get(provider)) await rests.forget(provider);
    },
    forget: async (provider) => {
      await rests.forget(provider);
      await refusals.forget(`${provider}/`);
    },
  };
}

/** The memory of a private window: knows what `lasting` knows, writes only to `fleeting`. */
export function createLayeredMemory(lasting: Memory, fleeting: Memory): Memory {
  return {
    ...fleeting,
    refusalOf: async (provider, ticker) =>
      (await fleeting.refusalOf(provider, ticker)) ?? (await lasting.refusalOf(provider, ticker)),
    restOf: async (provider) => (await fleeting.restOf(provider)) ?? (await lasting.restOf(provider)),
  };
}

function refusalMs({ kind }: Failure): number {
  if (kind === "unknown-ticker") return UNKNOWN_FOR_MS;
  return kind === "not-entitled" || kind === "not-served" ? NOT_ENTITLED_FOR_MS : 0;
}

function restMs(failure: Failure, count: number, now: number): number {
  if (failure.kind !== "rate-limited") return REFUSED_KEY_REST_MS;
  const asked = failure.until - now;
  if (asked !== UNSPOKEN_REST_MS) return asked;
  return Math.min(UNSPOKEN_REST_MS * 2 ** Math.min(count, 10), LONGEST_REST_MS);
}

function isFailure(value: unknown): value is Failure {
  return typeof value === "object" && value !== null && "kind" in value && typeof value.kind === "string";
}

function isRest(value: unknown): value is Rest {
  return (
    typeof value === "object" &&
    value !== null &&
    "failure" in value &&
    isFailure(value.failure) &&
    "count" in value &&
    typeof value.count === "number" &&
    "until" in value &&
    typeof value.until === "number"
  );
}
