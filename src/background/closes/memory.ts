import * as z from "zod/mini";
import type { Failure } from "../../domain/failure";
import type { Ticker } from "../../domain/ticker";
import type { Store } from "../../platform/storage";
import type { ProviderId } from "../../providers/catalogue";
import { LONGEST_REST_MS, UNSPOKEN_REST_MS } from "../../providers/refusal";
import { createPersistedMap } from "./persisted-map";
import { keptFailure } from "./stored-failure";

/** That a provider refused a ticker. */
export interface Refusal {
  readonly failure: Failure;
  /** Whether it did so twice, a day apart. Before that, it may be a passing fault. */
  readonly isConfirmed: boolean;
}

/** Remembers, also while the background is stopped, which tickers a provider refused and until when it rests. */
export interface Memory {
  /** A refusal that still holds, so that the provider is not asked for the ticker again yet. */
  readonly refusalOf: (provider: ProviderId, ticker: Ticker) => Promise<Refusal | undefined>;
  readonly noteRefusal: (provider: ProviderId, ticker: Ticker, failure: Failure) => Promise<Refusal>;
  /** The provider has closes of the ticker, so an earlier refusal was a passing fault. */
  readonly noteFound: (provider: ProviderId, ticker: Ticker) => Promise<void>;
  /** Why no request at all is sent to the provider at this moment. */
  readonly restOf: (provider: ProviderId) => Promise<Failure | undefined>;
  readonly noteRest: (provider: ProviderId, failure: Failure) => Promise<void>;
  /** The provider has answered, so its next rest is a short one again. */
  readonly noteWell: (provider: ProviderId) => Promise<void>;
  /** Forgets which tickers were refused. */
  readonly forgetTickers: () => Promise<void>;
  /** Forgets rests and refusals of a provider whose key changed. */
  readonly forget: (provider: ProviderId) => Promise<void>;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Sources have refused tickers that trade, for minutes and for hours. A first refusal is checked soon; a second one a
 * day later is believed.
 */
const PASSING_MS = 10 * MINUTE_MS;
const CONFIRMED_AFTER_MS = DAY_MS;
const CONFIRMED_FOR_MS = DAY_MS;

/** A first refusal is remembered this long, so that a second one can confirm it. */
const FIRST_KEPT_MS = 4 * DAY_MS;

/**
 * A refusal because of the reader's plan holds for a year. A new plan mostly comes with a new key, and then refusals
 * are forgotten.
 */
const NOT_ENTITLED_FOR_MS = 365 * DAY_MS;

/**
 * A rest for which the provider states no time is a minute from its refusal, and noted a moment later. What is so near
 * to a minute counts as not stated.
 */
const NOTED_WITHIN_MS = 5_000;

/** A key that was refused is not sent again for this long; a new key is sent at once. */
const REFUSED_KEY_REST_MS = 10 * MINUTE_MS;

const refusalSchema = z.object({ failure: keptFailure, firstAt: z.number(), askAgainAt: z.number() });
const restSchema = z.object({
  failure: keptFailure,
  /** How many rests in a row came without a time stated by the provider; each is twice as long. */
  count: z.number(),
  /** When the rest ends, epoch milliseconds; the count is kept longer. */
  until: z.number(),
});

/** `store` is the computer's, or for private windows one that ends with them. */
export function createMemory(deps: { readonly store: Store; readonly now: () => number }): Memory {
  const { now } = deps;
  const refusals = createPersistedMap(
    "closes-refusals",
    { value: refusalSchema, longestMs: NOT_ENTITLED_FOR_MS },
    deps,
  );
  const rests = createPersistedMap("closes-rests", { value: restSchema, longestMs: 2 * LONGEST_REST_MS }, deps);
  const keptRefusal = async (provider: ProviderId, ticker: Ticker) => {
    const kept = await refusals.get(nameOf(provider, ticker));
    // What was first refused in the future was refused while the computer's clock was ahead.
    return kept && kept.firstAt <= now() ? kept : undefined;
  };
  return {
    refusalOf: async (provider, ticker) => {
      const kept = await keptRefusal(provider, ticker);
      if (!kept || kept.askAgainAt <= now()) return undefined;
      const { failure, firstAt, askAgainAt } = kept;
      return { failure, isConfirmed: isConfirmed(firstAt, askAgainAt - CONFIRMED_FOR_MS) };
    },
    noteRefusal: async (provider, ticker, failure) => {
      if (failure.kind === "not-entitled" || failure.kind === "not-served") {
        const askAgainAt = now() + NOT_ENTITLED_FOR_MS;
        await refusals.set(nameOf(provider, ticker), { failure, firstAt: now(), askAgainAt }, askAgainAt);
        return { failure, isConfirmed: true };
      }
      if (failure.kind !== "unknown-ticker") return { failure, isConfirmed: false };
      const firstAt = (await keptRefusal(provider, ticker))?.firstAt ?? now();
      const confirmed = isConfirmed(firstAt, now());
      const askAgainAt = now() + (confirmed ? CONFIRMED_FOR_MS : PASSING_MS);
      await refusals.set(nameOf(provider, ticker), { failure, firstAt, askAgainAt }, askAgainAt + FIRST_KEPT_MS);
      return { failure, isConfirmed: confirmed };
    },
    noteFound: async (provider, ticker) => {
      if (await refusals.get(nameOf(provider, ticker))) await refusals.remove(nameOf(provider, ticker));
    },
    restOf: async (provider) => {
      const rest = await rests.get(provider);
      // A rest that would last longer was noted while the computer's clock was ahead.
      return rest && rest.until > now() && rest.until <= now() + LONGEST_REST_MS ? rest.failure : undefined;
    },
    noteRest: async (provider, failure) => {
      const before = await rests.get(provider);
      // Two requests that were under way at once were both refused; that counts as one rest.
      if (before && before.until > now() && before.until <= now() + LONGEST_REST_MS) return;
      const count = before?.count ?? 0;
      const until = now() + restMs(failure, count, now());
      const shown: Failure = failure.kind === "rate-limited" ? { ...failure, until } : failure;
      await rests.set(provider, { failure: shown, count: count + 1, until }, until + LONGEST_REST_MS);
    },
    noteWell: async (provider) => {
      if (await rests.get(provider)) await rests.remove(provider);
    },
    forgetTickers: () => refusals.removeAll(""),
    forget: async (provider) => {
      await rests.remove(provider);
      await refusals.removeAll(`${provider}/`);
    },
  };
}

/**
 * The memory of private windows. It knows the rests of `lasting`, but not what was looked up elsewhere, and writes only
 * to `fleeting`.
 */
export function createLayeredMemory(lasting: Memory, fleeting: Memory): Memory {
  return {
    ...fleeting,
    restOf: async (provider) => (await fleeting.restOf(provider)) ?? (await lasting.restOf(provider)),
  };
}

function nameOf(provider: ProviderId, ticker: Ticker): string {
  return `${provider}/${ticker}`;
}

/** Whether a refusal at the instant `at` comes so long after the first that it is no passing fault. */
function isConfirmed(firstAt: number, at: number): boolean {
  return at - firstAt >= CONFIRMED_AFTER_MS;
}

function restMs(failure: Failure, count: number, now: number): number {
  if (failure.kind !== "rate-limited") return REFUSED_KEY_REST_MS;
  const asked = failure.until - now;
  const isStated = asked > UNSPOKEN_REST_MS || asked <= UNSPOKEN_REST_MS - NOTED_WITHIN_MS;
  if (isStated) return Math.max(asked, 0);
  return Math.min(UNSPOKEN_REST_MS * 2 ** Math.min(count, 10), LONGEST_REST_MS);
}
