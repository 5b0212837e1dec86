import type { Ticker } from "../../domain/ticker";

/** Work on several tickers that others may join while it is under way. */
export interface Flights<T> {
  /**
   * The outcome of each ticker: of the flight that carries it under this name already,
   * else of a new one for all that none carries. A flight goes on until the latest
   * deadline of those who joined it; `fly` hears by its signal that nobody waits any more.
   */
  readonly join: (
    tickers: readonly Ticker[],
    nameOf: (ticker: Ticker) => string,
    deadline: number,
    fly: (tickers: readonly Ticker[], signal: AbortSignal) => Promise<ReadonlyMap<Ticker, T>>,
  ) => ReadonlyMap<Ticker, Promise<T>>;
}

interface Flight<T> {
  readonly landed: Promise<ReadonlyMap<Ticker, T>>;
  /** Keeps the flight going for one more asker, until its deadline. */
  readonly wait: (deadline: number) => void;
}

/**
 * Flights by name; deadlines are on the clock of `uptime`. A ticker that a flight brings nothing for gets `missing`.
 */
export function createFlights<T>(uptime: () => number, missing: (ticker: Ticker) => T): Flights<T> {
  const flights = new Map<string, Flight<T>>();
  return {
    join: (tickers, nameOf, deadline, fly) => {
      // Sorted: in the page's order a batch would be a fingerprint of the article.
      const grounded = [...new Set(tickers)].filter((ticker) => !flights.has(nameOf(ticker))).sort();
      if (grounded.length > 0) {
        const flight = start((signal) => fly(grounded, signal), uptime);
        for (const ticker of grounded) flights.set(nameOf(ticker), flight);
        const leave = () => {
          for (const ticker of grounded) flights.delete(nameOf(ticker));
        };
        void flight.landed.then(leave, leave);
      }
      const found = new Map<Ticker, Promise<T>>();
      for (const ticker of tickers) {
        const flight = flights.get(nameOf(ticker));
        flight?.wait(deadline);
        if (flight)
          found.set(
            ticker,
            flight.landed.then((outcomes) => outcomes.get(ticker) ?? missing(ticker)),
          );
      }
      return found;
    },
  };
}

function start<T>(fly: (signal: AbortSignal) => Promise<ReadonlyMap<Ticker, T>>, uptime: () => number): Flight<T> {
  const nobodyWaits = new AbortController();
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const landed = fly(nobodyWaits.signal).finally(() => clearTimeout(timer));
  return {
    landed,
    wait: (until) => {
      if (until <= latest) return;
      latest = until;
      clearTimeout(timer);
      timer = setTimeout(() => nobodyWaits.abort(), Math.max(0, until - uptime()));
    },
  };
}
