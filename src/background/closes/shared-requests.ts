import type { Ticker } from "../../domain/ticker";

/** Requests under way, each for several tickers, so that nobody asks again for a ticker that is being fetched. */
export interface SharedRequests<T> {
  /**
   * Returns each ticker's outcome. A ticker that a request under way carries under the same name shares that request;
   * one new request, made with `ask`, carries all others. A request goes on until the latest deadline of those who
   * wait for it; then its signal aborts.
   */
  readonly join: (
    tickers: readonly Ticker[],
    nameOf: (ticker: Ticker) => string,
    deadline: number,
    ask: (tickers: readonly Ticker[], signal: AbortSignal) => Promise<ReadonlyMap<Ticker, T>>,
  ) => ReadonlyMap<Ticker, Promise<T>>;
  /** From now on nobody shares the requests under way; they go on for those who wait for them. */
  readonly endSharing: () => void;
  /** Resolves once the requests that are under way now have ended. */
  readonly ended: () => Promise<unknown>;
}

interface SharedRequest<T> {
  readonly outcomes: Promise<ReadonlyMap<Ticker, T>>;
  /** Keeps the request going until this deadline, if it would end before. */
  readonly waitUntil: (deadline: number) => void;
}

/** Deadlines are on the clock of `uptime`. A ticker for which a request brings no outcome gets `missing`. */
export function createSharedRequests<T>(uptime: () => number, missing: (ticker: Ticker) => T): SharedRequests<T> {
  /** Those that may be shared, by the names of what they carry. */
  const shared = new Map<string, SharedRequest<T>>();
  const underWay = new Set<Promise<unknown>>();
  return {
    join: (tickers, nameOf, deadline, ask) => {
      // Sorted, because the order of a page's tickers could identify the article.
      const fresh = [...new Set(tickers)].filter((ticker) => !shared.has(nameOf(ticker))).sort();
      if (fresh.length > 0) {
        const request = start((signal) => ask(fresh, signal), uptime);
        for (const ticker of fresh) shared.set(nameOf(ticker), request);
        underWay.add(request.outcomes);
        const end = () => {
          for (const ticker of fresh) if (shared.get(nameOf(ticker)) === request) shared.delete(nameOf(ticker));
          underWay.delete(request.outcomes);
        };
        void request.outcomes.then(end, end);
      }
      const found = new Map<Ticker, Promise<T>>();
      for (const ticker of tickers) {
        const request = shared.get(nameOf(ticker));
        request?.waitUntil(deadline);
        if (request)
          found.set(
            ticker,
            request.outcomes.then((outcomes) => outcomes.get(ticker) ?? missing(ticker)),
          );
      }
      return found;
    },
    endSharing: () => shared.clear(),
    ended: () => Promise.allSettled(underWay),
  };
}

function start<T>(
  ask: (signal: AbortSignal) => Promise<ReadonlyMap<Ticker, T>>,
  uptime: () => number,
): SharedRequest<T> {
  const nobodyWaits = new AbortController();
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const outcomes = ask(nobodyWaits.signal).finally(() => clearTimeout(timer));
  return {
    outcomes,
    waitUntil: (deadline) => {
      if (deadline <= latest) return;
      latest = deadline;
      clearTimeout(timer);
      timer = setTimeout(() => nobodyWaits.abort(), Math.max(0, deadline - uptime()));
    },
  };
}
