import { REPLY_LIMIT_MS } from "../domain/time-limits";

/** What came back from a provider's host, not yet interpreted. */
export type TextReply =
  | {
      readonly kind: "reply";
      readonly status: number;
      readonly body: string;
      readonly retryAfterMs: number | null;
      /** When it was sent by the host's own clock, epoch milliseconds; absent if the host does not say. */
      readonly sentAt?: number;
    }
  /** The browser itself says that it has no connection. */
  | { readonly kind: "offline" }
  /** Nothing came back: the host could not be reached, or the browser kept its answer from us. */
  | { readonly kind: "unreachable" }
  /** The host redirects to another page, such as one that asks a visitor for consent. */
  | { readonly kind: "redirected" }
  /** No complete reply within the time limit. */
  | { readonly kind: "timeout" }
  /** The reply is larger than the cap. */
  | { readonly kind: "too-large" }
  /** The address, or one it redirected to, is not on the provider's host list. */
  | { readonly kind: "foreign-host"; readonly host: string }
  | { readonly kind: "aborted" }
  /** Nothing was sent: the reader has not agreed to network use, or has taken it back. */
  | { readonly kind: "no-consent" }
  /** Nothing was sent: the reader does not let us reach the host. */
  | { readonly kind: "no-permission" }
  /**
   * Nothing was sent: so many requests were sent within a minute that something must be wrong. Ask again at `until`,
   * epoch milliseconds.
   */
  | { readonly kind: "too-many"; readonly until: number };

/** A request for a text. */
export interface TextRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Exact hosts allowed, redirects included. */
  readonly hosts: readonly string[];
  readonly signal?: AbortSignal;
}

/** Fetches text; resolves always, never rejects. */
export type FetchText = (request: TextRequest) => Promise<TextReply>;

/**
 * The largest reply that is read. The largest one we ask for is Cboe's whole S&P 500 history, 1.7 MB (requirement P3).
 */
const BYTE_LIMIT = 2 * 1024 * 1024;

/** The largest size and longest time of a reply; tests set lower ones. */
export interface FetchLimits {
  readonly timeMs: number;
  readonly bytes: number;
}

/** A `FetchText` that sends no cookies and no referrer, over https, to the listed hosts only, within the limits. */
export function createFetchText(
  fetch: typeof globalThis.fetch,
  limits: FetchLimits = { timeMs: REPLY_LIMIT_MS, bytes: BYTE_LIMIT },
  isOnline: () => boolean = () => globalThis.navigator?.onLine !== false,
): FetchText {
  return async ({ url, headers, hosts, signal }) => {
    const foreign = foreignHost(url, hosts);
    if (foreign !== null) return { kind: "foreign-host", host: foreign };
    const limit = AbortSignal.timeout(limits.timeMs);
    try {
      const response = await fetch(url, {
        ...(headers ? { headers } : {}),
        credentials: "omit",
        referrerPolicy: "no-referrer",
        cache: "no-store",
        // The extension's own connect-src also limits each redirect to these hosts before anything is sent. If a
        // redirect to a host that does not let us read it were followed, it would look like a lost connection.
        redirect: hosts.length > 1 ? "follow" : "manual",
        signal: AbortSignal.any(signal ? [signal, limit] : [limit]),
      });
      if (isRedirect(response)) return { kind: "redirected" };
      const landed = foreignHost(response.url || url, hosts);
      if (landed !== null) {
        await response.body?.cancel();
        return { kind: "foreign-host", host: landed };
      }
      const body = await readCapped(response, limits.bytes);
      return body === null ? { kind: "too-large" } : replyWith(body, response);
    } catch (error) {
      if (signal?.aborted) return { kind: "aborted" };
      if (limit.aborted) return { kind: "timeout" };
      // If the connection is lost, browsers throw a TypeError before the headers, and errors of their own within the
      // body.
      if (!(error instanceof TypeError)) console.debug("Sidequote: a request broke off", error);
      return { kind: isOnline() ? "unreachable" : "offline" };
    }
  };
}

/** Browsers hide a redirect that is not followed; Node shows its status. */
function isRedirect({ type, status }: Response): boolean {
  return type === "opaqueredirect" || (status >= 300 && status < 400);
}

/** The host of an address that is not allowed; null if it is. */
function foreignHost(url: string, hosts: readonly string[]): string | null {
  const { protocol, host } = new URL(url);
  return protocol === "https:" && hosts.includes(host) ? null : host;
}

async function readCapped(response: Response, limit: number): Promise<string | null> {
  if (Number(response.headers.get("content-length") ?? 0) > limit) {
    await response.body?.cancel();
    return null;
  }
  if (!response.body) return "";
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    bytes += chunk.value.byteLength;
    if (bytes > limit) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}

function replyWith(body: string, { status, headers }: Response): TextReply {
  const sentAt = Date.parse(headers.get("date") ?? "");
  const retryAfter = retryAfterMs(headers.get("retry-after"), sentAt);
  return { kind: "reply", status, body, retryAfterMs: retryAfter, ...(Number.isNaN(sentAt) ? {} : { sentAt }) };
}

/** `Retry-After` in milliseconds, given as seconds or as a date. */
function retryAfterMs(value: string | null, sentAt: number): number | null {
  if (value === null) return null;
  if (/^\d{1,6}$/.test(value.trim())) return Number(value) * 1000;
  const until = Date.parse(value);
  return Number.isNaN(until) || Number.isNaN(sentAt) ? null : Math.max(0, until - sentAt);
}
