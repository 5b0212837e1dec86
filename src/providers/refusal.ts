import * as z from "zod/mini";
import { fail } from "../domain/failure";
import type { Stated } from "../domain/market/judgement/raw-closes";
import type { Ticker } from "../domain/ticker";
import type { ProviderId } from "./catalogue";
import type { TextReply } from "./fetch-text";

/** How long a provider rests that asks for it without saying how long. Each further rest in a row is twice as long. */
export const UNSPOKEN_REST_MS = 60_000;

/**
 * The longest rest, whatever a provider asks for. One that says "until 9999" would never be asked again (requirement
 * R4).
 */
export const LONGEST_REST_MS = 600_000;

type Refused = ReturnType<typeof fail>;

/**
 * The body of a reply, if its status is fine, or one that the caller judges by the body (4xx except 429); otherwise the
 * failure. `now` is epoch milliseconds.
 */
export function bodyOf(
  reply: TextReply,
  provider: ProviderId,
  now: number,
): { readonly ok: true; readonly status: number; readonly body: string; readonly sentAt?: number } | Refused {
  switch (reply.kind) {
    case "offline":
      return fail({ kind: "offline" });
    case "unreachable":
      return fail({ kind: "unreachable", provider });
    case "redirected":
      return broken(provider, "redirected to another page");
    case "aborted":
      return fail({ kind: "aborted" });
    case "no-consent":
      return fail({ kind: "no-consent" });
    case "no-permission":
      return fail({ kind: "no-permission", provider });
    case "too-many":
      return fail({ kind: "rate-limited", provider: null, until: reply.until });
    case "timeout":
      return fail({ kind: "source-down", provider, status: 0 });
    case "too-large":
      return fail({ kind: "source-broken", provider, reason: "the reply is too large" });
    case "foreign-host":
      return fail({ kind: "source-broken", provider, reason: `redirected to ${reply.host}` });
    case "reply":
      break;
  }
  const { status, body, retryAfterMs, sentAt } = reply;
  if (status === 429) return rateLimited(provider, now, retryAfterMs);
  if (status >= 500) return fail({ kind: "source-down", provider, status });
  return { ok: true, status, body, ...(sentAt === undefined ? {} : { sentAt }) };
}

/**
 * What is stated by a reply whose source gives its prices no time: they were made before it was sent, which may be
 * during the session although the reader's clock shows a later hour (requirement T11).
 */
export function statedBy(sentAt: number | undefined): { readonly stated?: Stated } {
  return sentAt === undefined ? {} : { stated: { at: sentAt } };
}

/**
 * A rate limit that ends after `restMs`, but after ten minutes at the latest. Without `restMs`, we choose the time, as
 * we do if a source says "after 0 seconds" while it refuses.
 */
export function rateLimited(provider: ProviderId, now: number, restMs: number | null = null): Refused {
  return fail({ kind: "rate-limited", provider, until: now + Math.min(restMs || UNSPOKEN_REST_MS, LONGEST_REST_MS) });
}

/** A reply that is not what the provider documents. */
export function broken(provider: ProviderId, reason: string): Refused {
  return fail({ kind: "source-broken", provider, reason });
}

/** An instant in unix seconds, in the years 1970 to 2100. */
export const unixSeconds = z.number().check(z.gte(0), z.lte(4_102_444_800));

/** An instant in epoch milliseconds, in the years 1970 to 2100. */
export const epochMs = z.number().check(z.gte(0), z.lte(4_102_444_800_000));

/** The value of a JSON text; undefined if it is not JSON (HTML, an empty or incomplete body). */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** What the words of a refusal mean, whatever its status. */
export type RefusalKind = "not-entitled" | "rate-limited" | "key-refused" | "unknown-ticker" | "other";

const WORDS: readonly (readonly [RefusalKind, readonly string[]])[] = [
  [
    "not-entitled",
    [
      "doesn't include",
      "don't have access",
      "do not have access",
      "do not have permission",
      "subscription required",
      "this is a premium endpoint",
      "not available with your plan",
      "not available under your",
      "available starting with",
      "available exclusively with",
      "not_authorized",
      "not entitled",
    ],
  ],
  [
    "key-refused",
    [
      "invalid api key",
      "invalid apikey",
      "invalid token",
      "unknown api key",
      "api key is invalid",
      "apikey is invalid",
      "api key is incorrect",
      "please use an api key",
      "no api key",
      "apikey parameter is incorrect",
      "authentication credentials were not provided",
      "supply a token",
      "for demo purposes only",
    ],
  ],
  [
    "rate-limited",
    [
      "rate limit",
      "api credits",
      "call frequency",
      "too many requests",
      "maximum requests",
      "run over your",
      "limit reached",
      "sparingly",
    ],
  ],
  ["unknown-ticker", ["not found", "not supported", "not exist", "invalid api call", "invalid ticker", "no symbol"]],
];

/**
 * What the words of a refusal mean. Entitlement is looked for first, because texts that sell an upgrade also mention
 * request rates.
 */
export function refusalIn(words: string): RefusalKind {
  const text = words.toLowerCase();
  return WORDS.find(([, phrases]) => phrases.some((phrase) => text.includes(phrase)))?.[0] ?? "other";
}

/** The failure for a refusal in words. If we do not understand them, the source counts as broken. */
export function refused(words: string, provider: ProviderId, ticker: Ticker, now: number): Refused {
  switch (refusalIn(words)) {
    case "not-entitled":
      return fail({ kind: "not-entitled", provider, ticker });
    case "key-refused":
      return fail({ kind: "key-refused", provider });
    case "rate-limited":
      return rateLimited(provider, now);
    case "unknown-ticker":
      return fail({ kind: "unknown-ticker", ticker });
    case "other":
      return broken(provider, "an error we do not know");
  }
}
