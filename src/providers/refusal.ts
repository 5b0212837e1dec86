import { fail, type ProviderId } from "../domain/failure";
import type { TextReply } from "./fetch-text";

/** Rest when a provider asks for one without saying how long; the chain doubles it on repetition. */
export const UNSPOKEN_REST_MS = 60_000;

type Refused = ReturnType<typeof fail>;

/**
 * The body of a reply whose status is fine or left to the caller to judge by its body (4xx other than 429); else the failure.
 * `now` is epoch milliseconds.
 */
export function bodyOf(
  reply: TextReply,
  provider: ProviderId,
  now: number,
): { readonly ok: true; readonly status: number; readonly body: string } | Refused {
  switch (reply.kind) {
    case "offline":
      return fail({ kind: "offline" });
    case "aborted":
      return fail({ kind: "aborted" });
    case "timeout":
      return fail({ kind: "source-down", provider, status: 0 });
    case "too-large":
      return fail({ kind: "source-broken", provider, reason: "the reply is too large" });
    case "foreign-host":
      return fail({ kind: "source-broken", provider, reason: `redirected to ${reply.host}` });
    case "reply":
      break;
  }
  const { status, body, retryAfterMs } = reply;
  if (status === 429) return rateLimited(provider, now, retryAfterMs);
  if (status >= 500) return fail({ kind: "source-down", provider, status });
  return { ok: true, status, body };
}

/** A rate limit that ends after `restMs`, or after a time of our choosing. */
export function rateLimited(provider: ProviderId, now: number, restMs: number | null = null): Refused {
  return fail({ kind: "rate-limited", provider, until: now + (restMs ?? UNSPOKEN_REST_MS) });
}

/** A reply that is not what the provider documents. */
export function broken(provider: ProviderId, reason: string): Refused {
  return fail({ kind: "source-broken", provider, reason });
}

/** The value of a JSON text; undefined when it is none (HTML, an empty body, a cut reply). */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
