import { createFetchText, type FetchText } from "../providers/fetch-text";

/** What leaves the browser, leaves here: whoever wants to fetch asks this module, and is asked by nobody else. */
export interface Outgoing {
  /** Fetches, when everything that must hold for a request holds at the moment it leaves; else says what does not. */
  readonly fetchText: FetchText;
  /** Whether the reader agreed to network use, for those who would otherwise prepare a request in vain. */
  readonly hasConsent: () => Promise<boolean>;
  /** Whether the reader lets us reach these hosts, likewise. */
  readonly isPermitted: (hosts: readonly string[]) => Promise<boolean>;
}

interface Dependencies {
  readonly fetch: typeof globalThis.fetch;
  readonly hasConsent: () => Promise<boolean>;
  readonly isPermitted: (hosts: readonly string[]) => Promise<boolean>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Milliseconds of a clock that only ever runs forward. */
  readonly uptime: () => number;
}

/**
 * Most requests in a minute, whoever asks: a watchlist of 200 in batches and a reader who hovers all the time stay far
 * below it, a runaway does not.
 */
const MOST_PER_MINUTE = 120;
const MINUTE_MS = 60_000;

/**
 * Consent, permission and the cap are asked for each single request right before it leaves: a reader may take them back
 * while a second source or a second batch waits. Private windows need no rule of their own: no request carries a cookie
 * or a referrer, and no answer enters the browser's cache (providers/fetch-text.ts).
 */
export function createOutgoing({ fetch, hasConsent, isPermitted, now, uptime }: Dependencies): Outgoing {
  const send = createFetchText(fetch);
  let sent: number[] = [];
  return {
    hasConsent,
    isPermitted,
    fetchText: async (request) => {
      // Without the permission a request would still leave, only its answer would be kept from us.
      if (!(await isPermitted([new URL(request.url).host]))) return { kind: "no-permission" };
      // Last of what is awaited, so that nothing comes between the reader's word and the request.
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
