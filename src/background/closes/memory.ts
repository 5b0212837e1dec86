import * as z from "zod/mini";
import type { Failure } from "../../domain/failure";
import type { Ticker } from "../../domain/ticker";
import type { Store } from "../../platform/storage";
import type { ProviderId } from "../../providers/catalogue";
import { LONGEST_REST_MS, UNSPOKEN_REST_MS } from "../../providers/refusal";
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
  /** Forgets which tickers were refused. */
  readonly forgetTickers: () => Promise<void>;
  /** Forgets rests and refusals of a provider whose key changed. */
  readonly forget: (provider: ProviderId) => Promise<void>;
}

const DAY_MS = 86_400_000;

/** Lists change: a ticker unknown today may be listed next week; a plan's limits change less often. */
const UNKNOWN_FOR_MS = 2 * DAY_MS;
const NOT_ENTITLED_FOR_MS = 7 * DAY_MS;

/** A refused key is not sent again for this long; a new key is, at once. */
const REFUSED_KEY_REST_MS = 600_000;

const failureSchema = z.custom<Failure>((value) => z.object({ kind: z.string() }).safeParse(value).success);
const restSchema = z.object({
  failure: failureSchema,
  /** How many rests in a row were of our own choosing. */
  count: z.number(),
  /** When the rest ends; the count is kept longer. */
  until: z.number(),
});

/** A memory in `store`: the computer's, or for a private window the session's. */
export function createMemory(deps: { readonly store: Store; readonly now: () => number }): Memory {
  const { now } = deps;
  const refusals = createPersistedMap(
    "closes-refusals",
    { value: failureSchema, longestMs: NOT_ENTITLED_FOR_MS },
    deps,
  );
  const rests = createPersistedMap("closes-rests", { value: restSchema, longestMs: 2 * LONGEST_REST_MS }, deps);
  return {
    refusalOf: (provider, ticker) => refusals.get(`${provider}/${ticker}`),
    noteRefusal: async (provider, ticker, failure) => {
      const forMs = refusalMs(failure);
      if (forMs > 0) await refusals.set(`${provider}/${ticker}`, failure, now() + forMs);
    },
    restOf: async (provider) => {
      const rest = await rests.get(provider);
      // What would last longer was noted while the clock was ahead.
      return rest && rest.until > now() && rest.until <= now() + LONGEST_REST_MS ? rest.failure : undefined;
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
    forgetTickers: () => refusals.forget(""),
    forget: async (provider) => {
      await rests.forget(provider);
      await refusals.forget(`${provider}/`);
    },
  };
}

/** The memory of a private window: heeds the rests that `lasting` knows, not what was looked up elsewhere, and writes only to `fleeting`. */
export function createLayeredMemory(lasting: Memory, fleeting: Memory): Memory {
  return {
    ...fleeting,
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
  if (asked !== UNSPOKEN_REST_MS) return Math.min(Math.max(asked, 0), LONGEST_REST_MS);
  return Math.min(UNSPOKEN_REST_MS * 2 ** Math.min(count, 10), LONGEST_REST_MS);
}
