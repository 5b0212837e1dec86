import { createFetchText, type FetchText } from "../providers/fetch-text";

/** The only place from which requests leave the browser; everything that fetches uses it. */
export interface Outgoing {
  /**
   * Fetches if consent, permission and the limit on requests allow it at this moment; otherwise says which does not.
   */
  readonly fetchText: FetchText;
  /** Whether the reader agreed to network use. To be asked before a request is prepared in vain. */
  readonly hasConsent: () => Promise<boolean>;
  /** Whether the reader lets us reach these hosts. To be asked before a request is prepared in vain. */
  readonly isPermitted: (hosts: readonly string[]) => Promise<boolean>;
}

interface Dependencies {
  readonly fetch: typeof globalThis.fetch;
  readonly hasConsent: () => Promise<boolean>;
  readonly isPermitted: (hosts: readonly string[]) => Promise<boolean>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Milliseconds of a clock that never goes back. */
  readonly uptime: () => number;
}

/**
 * Most requests in a minute. A watchlist of 200 in batches and a reader who hovers all the time stay far below; a
 * faulty loop does not.
 */
const MOST_PER_MINUTE = 120;
const MINUTE_MS = 60_000;

/**
 * Consent, permission and the limit are checked for each single request right before it leaves, because the reader may
 * withdraw them while a second source or batch waits. Private windows need no rule of their own: no request carries a
 * cookie or a referrer, and no answer enters the browser's cache (providers/fetch-text.ts).
 */
export function createOutgoing({ fetch, hasConsent, isPermitted, now, uptime }: Dependencies): Outgoing {
  const send = createFetchText(fetch);
  let sent: number[] = [];
  return {
    hasConsent,
    isPermitted,
    fetchText: async (request) => {
      // Without the permission the request would still leave; the browser would only keep its answer from us.
      if (!(await isPermitted([new URL(request.url).host]))) return { kind: "no-permission" };
      // The last check that takes time, so that the reader cannot withdraw consent between it and the request.
      if (!(await hasConsent())) return { kind: "no-consent" };
      sent = sent.filter((at) => uptime() - at < MINUTE_MS);
      const [first] = sent;
      if (first !== undefined && sent.length >= MOST_PER_MINUTE) {
        return { kind: "too-many", until: now() + first + MINUTE_MS - uptime() };
      }
      sent.push(uptime());
      return send(request);
    },
  };
}
